using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Load;

/// <summary>A PostgreSQL that waits for the disk, on the core of the server.</summary>
public sealed class Database : IDisposable
{
    private const string Owner = "leerklimaat";

    // What the kernel counts the time of a process in.
    private const double TicksPerSecond = 100;

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Database(DirectoryInfo folder, Process process, int port) => (this.folder, this.process, Settings) = (folder, process, $"Host=127.0.0.1;Port={port};Database=postgres;Username={Owner}");

    public string Settings { get; }

    /// <summary>Of the server and of each of its connections, also of those that are closed.</summary>
    public TimeSpan Cpu => TimeSpan.FromSeconds(Children().Prepend(process.Id).Sum(TicksOf) / TicksPerSecond);

    public static async Task<Database> Start()
    {
        // Not among temporary files, which can lie in memory; and where somebody else than root comes too.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"postgres-{Guid.NewGuid():N}"));
        var port = FreePort();
        string[] command = [Path.Combine(AppContext.BaseDirectory, "../../../../../bin/postgres"), folder.FullName, $"{port}"];
        if (Machine.Pins) command = ["taskset", "-c", "0", .. command];
        var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true })!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal)) continue;
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new(folder, process, port);
        }

        throw new InvalidOperationException("PostgreSQL did not start; bin/postgres says why.");
    }

    public void Dispose()
    {
        // Killed with all that it started: nobody needs what is in it any more.
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private IEnumerable<int> Children() => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    // Its own time in the kernel and outside it, and that of the children that it waited for: fields 14 to 17 of proc(5), after the name in brackets.
    private static double TicksOf(int id)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It ended meanwhile, and is counted with its parent.
            return 0;
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
