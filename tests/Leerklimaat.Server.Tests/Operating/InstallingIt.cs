using System.Text.RegularExpressions;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>The unit and the image that hosts are given fit this program. No systemd and no container engine runs where tests run; what they would be told is read.</summary>
public sealed partial class InstallingIt : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-install-").FullName;

    [Fact]
    public void The_unit_starts_this_program_with_settings_that_exist()
    {
        Assert.Contains($"ExecStart=/opt/leerklimaat/{Program}", Unit, StringComparison.Ordinal);
        Assert.Contains("Server__DataFolder=%S/leerklimaat", Unit, StringComparison.Ordinal);
        Assert.Empty(SettingsIn(Unit).Except(Known));
    }

    [Fact, Rule("K3")]
    public async Task The_unit_is_understood_by_systemd_and_leaves_little_open()
    {
        // Nothing is installed here under /opt.
        var unit = Path.Combine(folder, "leerklimaat.service");
        await File.WriteAllTextAsync(unit, AStart().Replace(Unit, "ExecStart=/bin/true"));
        var (isThere, verified) = await Run("systemd-analyze", "verify", unit);
        Assert.SkipUnless(isThere, "systemd-analyze is not installed here.");
        Assert.Equal((0, ""), verified);

        // From 0, nothing is open, to 10; what the network needs and what .NET needs to compile is 1.4.
        var (_, security) = await Run("systemd-analyze", "security", "--offline=true", "--threshold=15", unit);
        Assert.True(security.Code == 0, security.Said);
    }

    [Theory]
    [InlineData("linux-x64", "linux-x64", "so")]
    [InlineData("linux-arm64", "linux-arm64", "so")]
    [InlineData("win-x64", "win-x64", "dll")]
    [InlineData("osx-x64", "osx", "dylib")]
    [InlineData("osx-arm64", "osx", "dylib")]
    public void Each_kind_of_machine_that_is_published_for_has_what_draws_and_what_keeps(string kind, string drawing, string extension)
    {
        Assert.Contains(kind, Script, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(NativeOf(drawing), $"libSkiaSharp.{extension}"));
        Assert.NotEmpty(Directory.GetFiles(NativeOf(kind), $"*e_sqlite3.{extension}"));
    }

    [Theory]
    [InlineData("is no kind of machine", "solaris-x64")]
    [InlineData("one kind of machine at a time", "win-x64", "osx-x64")]
    [InlineData("Say one folder", "./een", "./twee")]
    public async Task What_cannot_be_published_is_a_sentence(string sentence, params string[] asked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts need a shell.");
        using var publish = Terminal.Start("sh", [Path.Combine(Repository.Root, "bin", "publish"), .. asked]);
        Assert.Equal(1, await publish.End());
        Assert.Contains(sentence, publish.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_is_made_of_what_is_here()
    {
        var copied = ACopy().Matches(Image).SelectMany(copy => copy.Groups["what"].Value.Split(' ')[..^1]).ToList();
        Assert.True(copied.Count > 8, $"Only {copied.Count} things are copied.");
        Assert.DoesNotContain(copied, path => !Path.Exists(Path.Combine(Repository.Root, path)));
        Assert.DoesNotContain(copied, path => Ignored().Contains(path));
        Assert.Empty(AStageUsed().Matches(Image).Select(match => match.Groups[1].Value).Except(AStage().Matches(Image).Select(match => match.Groups[1].Value)));
        foreach (var function in new[] { "publish_whole", "this_kind" }) Assert.Contains($"{function}() {{", File.ReadAllText(Path.Combine(Repository.Root, "bin", "needs")), StringComparison.Ordinal);
        // Each folder whose files go into the server is there when it is built.
        foreach (Match file in AnInclude().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Leerklimaat.Server", "Leerklimaat.Server.csproj")))) Assert.Contains(file.Groups[1].Value, copied);
    }

    [Fact, Rule("K3")]
    public void The_image_runs_as_nobody_with_settings_that_exist_and_takes_nobodys_data_along()
    {
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", AnAccount().Matches(Image)[^1].Groups[1].Value);
        Assert.Contains($"ENTRYPOINT [\"/app/{Program}\"]", Image, StringComparison.Ordinal);
        Assert.Empty(SettingsIn(Image).Except(Known));
        Assert.Contains("data", Ignored());
    }

    [Fact]
    public async Task It_runs_where_nothing_can_be_written_but_its_data()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root can make everything else read-only.");
        // As the image is run: a root that nobody writes to, a volume, and a place for what is only on its way, through which a new key goes too.
        var passing = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        const string alone = "mount --make-rprivate / && mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind / && ! touch /probe 2>/dev/null && shift && exec \"$@\"";
        using var server = Terminal.Start("unshare", ["-m", "sh", "-c", alone, "sh", folder, "dotnet", typeof(ServerHost).Assembly.Location, "--urls", "http://127.0.0.1:0", $"--Server:DataFolder={folder}/data"], ("DOTNET_EnableDiagnostics", "0"), ("TMPDIR", passing));
        var address = ServerProcess.AddressIn(await server.Hear(ServerProcess.Listening));
        using var chantal = new Person(address, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Alleen lezen"), ("minutes", "90"));
        Assert.StartsWith("/workshops/", chantal.Path, StringComparison.Ordinal);
        Assert.Equal(0, await server.Stop());
        Assert.Equal("", server.Complained);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Program => typeof(ServerHost).Assembly.GetName().Name!;

    private static string Script => File.ReadAllText(Path.Combine(Repository.Root, "bin", "publish"));

    private static string NativeOf(string kind) => Path.Combine(AppContext.BaseDirectory, "runtimes", kind, "native");

    private static string Unit => File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating", "leerklimaat.service"));

    private static string Image => File.ReadAllText(Path.Combine(Repository.Root, "Containerfile"));

    private static string[] Ignored() => File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));

    private static IEnumerable<string> Known => typeof(ServerSettings).GetProperties().Select(property => property.Name);

    private static IEnumerable<string> SettingsIn(string text) => ASetting().Matches(text).Select(match => match.Groups[1].Value);

    private static async Task<(bool IsThere, (int Code, string Said) Answer)> Run(string program, params string[] arguments)
    {
        try
        {
            using var terminal = Terminal.Start(program, arguments);
            return (true, (await terminal.End(), terminal.Said));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (false, default);
        }
    }

    [GeneratedRegex(@"Server__(\w+)")]
    private static partial Regex ASetting();

    [GeneratedRegex("^ExecStart=.*$", RegexOptions.Multiline)]
    private static partial Regex AStart();

    [GeneratedRegex("^COPY (?!--from)(?<what>.+)$", RegexOptions.Multiline)]
    private static partial Regex ACopy();

    [GeneratedRegex("--from=(\\w+)")]
    private static partial Regex AStageUsed();

    [GeneratedRegex("^FROM .+ AS (\\w+)$", RegexOptions.Multiline)]
    private static partial Regex AStage();

    [GeneratedRegex("^USER (.+)$", RegexOptions.Multiline)]
    private static partial Regex AnAccount();

    [GeneratedRegex("Include=\"../../([a-z]+)/")]
    private static partial Regex AnInclude();
}
