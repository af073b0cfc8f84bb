using System.Diagnostics;

namespace Leerklimaat.Load;

/// <summary>A server in a process of its own, on the first core when there is more than one.</summary>
public sealed class ServerProcess : IServer
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly string[] command;
    private readonly DirectoryInfo? folder;
    private readonly bool pinned;
    private Process process;

    private ServerProcess(string[] command, Process process, Uri address, DirectoryInfo? folder, bool pinned) => (this.command, this.process, Address, this.folder, this.pinned) = (command, process, address, folder, pinned);

    public Uri Address { get; }

    public IReadOnlyList<Uri> Addresses => [Address];

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static Task<ServerProcess> Bare() => Start([Environment.ProcessPath!, "bare"], null, pinned: true);

    public static Task<ServerProcess> Leerklimaat(string dll, bool pinned = true, params string[] settings)
    {
        // Beside this program and not among temporary files: those can lie in memory, and a commit must cost what it costs.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"load-{Guid.NewGuid():N}"));
        return Start(["dotnet", dll, "--urls", AnyPort, $"--Server:DataFolder={folder.FullName}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings], folder, pinned);
    }

    /// <summary>Is killed, and starts at the same address on the same folder. Done when it listens.</summary>
    public async Task Restart()
    {
        Kill();
        await LaunchAgain();
    }

    /// <summary>Is told to stop, and starts again as above when it has said goodbye.</summary>
    public async Task Replace()
    {
        using (var telling = Process.Start("kill", ["-TERM", $"{process.Id}"])) await telling.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        await LaunchAgain();
    }

    public void Dispose()
    {
        Kill();
        folder?.Delete(recursive: true);
    }

    private async Task LaunchAgain() => (process, _) = await Launch([.. command.Select(word => word == AnyPort ? Address.AbsoluteUri : word)], folder, pinned);

    private void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<ServerProcess> Start(string[] command, DirectoryInfo? folder, bool pinned)
    {
        var (process, address) = await Launch(command, folder, pinned);
        return new(command, process, address, folder, pinned);
    }

    private static async Task<(Process Process, Uri Address)> Launch(string[] command, DirectoryInfo? folder, bool pinned)
    {
        // The load is on one core, and so would be what it starts.
        string[] placed = Machine.Pins ? ["taskset", "-c", pinned ? "0" : "0-1", .. command] : command;
        var process = Process.Start(new ProcessStartInfo(placed[0], placed.Skip(1)) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is var at and >= 0)
            {
                _ = PassOn(process.StandardOutput);
                return (process, new Uri(line[at..].Trim()));
            }
        }

        folder?.Delete(recursive: true);
        throw new InvalidOperationException($"{command[0]} {command[1]} stopped before it listened.");
    }

    // What went wrong in it: a figure of failures says no more than how many. Lines that begin with a space belong to the one before.
    private static async Task PassOn(StreamReader said)
    {
        var isTrouble = false;
        while (await said.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(' ')) isTrouble = !line.StartsWith("info:", StringComparison.Ordinal);
            if (isTrouble) await Console.Error.WriteLineAsync(line);
        }
    }
}
