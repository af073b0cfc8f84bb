using System.Diagnostics;

namespace Leerklimaat.Load;

/// <summary>A server in a process of its own, on the first core when there is more than one.</summary>
public sealed class ServerProcess : IServer
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly string[] command;
    private readonly DirectoryInfo? folder;
    private Process process;

    private ServerProcess(string[] command, Process process, Uri address, DirectoryInfo? folder) => (this.command, this.process, Address, this.folder) = (command, process, address, folder);

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

    public static Task<ServerProcess> Bare() => Start([Environment.ProcessPath!, "bare"], null);

    public static Task<ServerProcess> Leerklimaat(string dll, params string[] settings)
    {
        // Beside this program and not among temporary files: those can lie in memory, and a commit must cost what it costs.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"load-{Guid.NewGuid():N}"));
        return Start(["dotnet", dll, "--urls", AnyPort, $"--Server:DataFolder={folder.FullName}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings], folder);
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

    private async Task LaunchAgain() => (process, _) = await Launch([.. command.Select(word => word == AnyPort ? Address.AbsoluteUri : word)], folder);

    private void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<ServerProcess> Start(string[] command, DirectoryInfo? folder)
    {
        var (process, address) = await Launch(command, folder);
        return new(command, process, address, folder);
    }

    private static async Task<(Process Process, Uri Address)> Launch(string[] command, DirectoryInfo? folder)
    {
        string[] pinned = Machine.Pins ? ["taskset", "-c", "0", .. command] : command;
        var process = Process.Start(new ProcessStartInfo(pinned[0], pinned.Skip(1)) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is var at and >= 0)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return (process, new Uri(line[at..].Trim()));
            }
        }

        folder?.Delete(recursive: true);
        throw new InvalidOperationException($"{command[0]} {command[1]} stopped before it listened.");
    }
}
