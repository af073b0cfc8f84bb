using System.Diagnostics;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>What the person who hosts the server reads when it cannot start.</summary>
public sealed class StartingUp : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-start-").FullName;

    [Fact, Rule("L1")]
    public async Task A_broken_journal_stops_it_with_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "leerklimaat.db"), new string('a', 5_000));
        await CannotStart("is not a journal. Move it away, or set another data folder.", $"--Server:DataFolder={folder}");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_stops_it_with_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "vol"), "");
        await CannotStart(Path.Combine(folder, "vol"), $"--Server:DataFolder={folder}/vol/data");
    }

    [Fact]
    public async Task A_setting_that_cannot_be_worked_with_stops_it_with_a_sentence() =>
        await CannotStart("MostPeople", $"--Server:DataFolder={folder}", "--Server:MostPeople=0");

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_it_with_a_sentence() =>
        await CannotStart("KnownProxies has \"iedereen\"", $"--Server:DataFolder={folder}", "--Server:KnownProxies=127.0.0.1, iedereen");

    [Fact, Rule("K3")]
    public async Task A_folder_of_keys_that_cannot_be_written_to_stops_it_with_a_sentence()
    {
        // Nobody can make a file there, not even root.
        Directory.CreateSymbolicLink(Path.Combine(folder, "keys"), "/proc/self");
        await CannotStart($"{folder}/keys cannot be written to", $"--Server:DataFolder={folder}");
    }

    [Fact, Rule("K3")]
    public async Task What_is_kept_can_be_read_by_nobody_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        await File.WriteAllBytesAsync(Path.Combine(folder, "leerklimaat.db"), []);
        await using (var workshop = await AWorkshop.Start(await RunningServer.Start(folder)))
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
            Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
            Assert.Contains(files, file => file.Contains("keys", StringComparison.Ordinal));
            Assert.DoesNotContain(files, file => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task CannotStart(string sentence, params string[] settings)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(ServerHost).Assembly.Location, "--urls", "http://127.0.0.1:0", .. settings]) { RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var said = await server.StandardError.ReadToEndAsync(patience.Token);
            await server.WaitForExitAsync(patience.Token);
            Assert.Equal(1, server.ExitCode);
            Assert.StartsWith("Leerklimaat cannot start. ", said, StringComparison.Ordinal);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
            Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }
}
