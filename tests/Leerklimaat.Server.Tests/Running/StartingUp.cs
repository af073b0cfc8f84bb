using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

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

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=leerklimaat;Username=leerklimaat", "The database cannot be used")]
    [InlineData("in de kelder", "Server:Storage is not understood")]
    public async Task A_database_that_is_not_there_stops_it_with_a_sentence(string storage, string sentence) =>
        await CannotStart(sentence, $"--Server:DataFolder={folder}", $"--Server:Storage={storage}");

    [Theory]
    [InlineData("hier", "is not an address")]
    [InlineData("192.0.2.1", "is not an address of this machine")]
    public async Task An_address_where_others_cannot_reach_it_stops_it_with_a_sentence(string address, string sentence) =>
        await CannotStart(sentence, $"--Server:DataFolder={folder}", "--Server:Storage=Host=127.0.0.1", $"--Server:ClusterAddress={address}");

    [Fact]
    public async Task A_place_for_telemetry_that_is_no_address_stops_it_with_a_sentence() =>
        await CannotStart("OTEL_EXPORTER_OTLP_ENDPOINT has \"overal\"", $"--Server:DataFolder={folder}", "--OTEL_EXPORTER_OTLP_ENDPOINT=overal");

    [Fact]
    public async Task A_port_that_another_program_has_stops_it_with_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await CannotStart($"Another program listens on port {port}", $"--Server:DataFolder={folder}", "--urls", $"http://127.0.0.1:{port}");
    }

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("ASPNETCORE_URLS", "http://*:{0}")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:{0}")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://127.0.0.1:{0}")]
    public async Task However_it_was_told_where_to_listen(string setting, string told)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var server = Terminal.Start(Server, [$"--Server:DataFolder={folder}"], (setting, string.Format(CultureInfo.InvariantCulture, told, port)));
        Assert.Equal(1, await server.End());
        Assert.Equal($"Leerklimaat cannot start. Another program listens on port {port} of this machine.", string.Join('.', server.Said.Split('.')[..2]) + '.');
        Assert.Single(server.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_address_that_this_machine_has_not_stops_it_with_a_sentence() =>
        await CannotStart("This machine has no address 203.0.113.9", $"--Server:DataFolder={folder}", "--urls", "http://203.0.113.9:5000");

    [Fact]
    public async Task A_port_that_is_taken_just_before_it_listens_is_a_sentence_too()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        var place = (IPEndPoint)first.LocalEndpoint;
        first.Stop();
        await using var app = ServerHost.Build(["--urls", $"http://{place}", $"--Server:DataFolder={folder}"], builder => builder.Logging.ClearProviders());
        using var other = new TcpListener(place);
        other.Start();
        Assert.Equal(1, await ServerHost.Run(app!).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task On_a_laptop_it_takes_the_next_port_and_says_nothing_but_where_it_is()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var server = Terminal.Start(Server, ["--urls", $"http://127.0.0.1:{port}", "--Server:Announce=true", "--Logging:LogLevel:Default=Warning", $"--Server:DataFolder={folder}"]);
        await server.Hear("Phones in the room");
        Assert.StartsWith("Leerklimaat is running.", server.Said.Trim(), StringComparison.Ordinal);
        Assert.Matches($"On this machine +http://localhost:(?!{port})", server.Said);
        await server.Stop();
        Assert.Equal("", server.Complained);
    }

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

    private static string Server => typeof(ServerHost).Assembly.Location;

    private static async Task CannotStart(string sentence, params string[] settings)
    {
        using var server = Terminal.Start(Server, ["--urls", "http://127.0.0.1:0", .. settings]);
        Assert.Equal(1, await server.End());
        Assert.StartsWith("Leerklimaat cannot start. ", server.Complained, StringComparison.Ordinal);
        Assert.Contains(sentence, server.Complained, StringComparison.Ordinal);
        Assert.Single(server.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
