using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The server as a process of its own, on a port that it chose itself.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string Listening = "Now listening on: ";

    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;
    private Relay? relay;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; private set; }

    public bool IsKilled { get; private set; }

    /// <summary>What it has written down since it listens.</summary>
    public IEnumerable<string> Said => said;

    /// <summary>Its number on this machine.</summary>
    public int Id => process.Id;

    /// <summary>Completes when it has ended, by itself or not.</summary>
    public Task Ended => process.WaitForExitAsync();

    /// <summary>Comes back when the server says where it listens. Nobody knocks before: on a port that nothing listens on, a connection can meet itself.</summary>
    public static Task<ServerProcess> Start(string assembly, string dataFolder, params string[] settings) => StartIn([], assembly, dataFolder, settings);

    /// <param name="where">What starts it somewhere else, as on another network.</param>
    public static async Task<ServerProcess> StartIn(IReadOnlyList<string> where, string assembly, string dataFolder, params string[] settings)
    {
        string[] all = [.. where, "dotnet", assembly, "--urls", "http://127.0.0.1:0", $"--Server:DataFolder={dataFolder}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings];
        var process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var ended = patience.Token.Register(process.Kill);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (!line.Contains(Listening, StringComparison.Ordinal)) continue;
            var started = new ServerProcess(process, AddressIn(line));
            _ = started.Hear();
            return started;
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>From now on it is asked at an address of this machine, for which everybody's cookies are.</summary>
    public void GoBehindARelay()
    {
        relay = new(Address);
        Address = relay.Address;
    }

    /// <summary>The address in the line that says where it listens.</summary>
    public static Uri AddressIn(string line) => new(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());

    /// <summary>Whether this is what a client sees of a server that is not there, or no longer.</summary>
    public static bool IsAway(Exception seen) => seen is HttpRequestException or SocketException or IOException;

    /// <summary>SIGKILL: nothing is closed, nothing is written any more.</summary>
    public void Kill()
    {
        IsKilled = true;
        process.Kill();
        process.WaitForExit();
    }

    // Or it would wait for a reader.
    private async Task Hear()
    {
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line) said.Enqueue(line);
    }

    public void Dispose()
    {
        relay?.Dispose();
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
