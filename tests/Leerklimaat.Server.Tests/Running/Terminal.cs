using System.Diagnostics;
using System.Text;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The server as its host starts it by hand or from a unit: everything that it says stands here.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly StringBuilder said = new(), complained = new();
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int closed;

    private Terminal(Process process) => this.process = process;

    /// <summary>All that it said so far, on either stream.</summary>
    public string Said
    {
        get { lock (said) return said.ToString(); }
    }

    /// <summary>What of it was said as a complaint.</summary>
    public string Complained
    {
        get { lock (said) return complained.ToString(); }
    }

    public int Id => process.Id;

    /// <param name="file">A program, or an assembly that dotnet runs.</param>
    public static Terminal Start(string file, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var isAssembly = file.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : file, isAssembly ? [file, .. arguments] : arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var terminal = new Terminal(Process.Start(start)!);
        terminal.process.OutputDataReceived += (_, line) => terminal.Keep(line.Data, isComplaint: false);
        terminal.process.ErrorDataReceived += (_, line) => terminal.Keep(line.Data, isComplaint: true);
        terminal.process.BeginOutputReadLine();
        terminal.process.BeginErrorReadLine();
        return terminal;
    }

    /// <summary>Waits until it has said these words, and gives the line with them.</summary>
    public async Task<string> Hear(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (next, isOver) = Next();
            if (Said.Split('\n').FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } line) return line;
            if (isOver || patience.IsCancellationRequested) throw new InvalidOperationException($"It did not say \"{words}\" but: {Said}");
            await next.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks it to stop, as systemd does, and gives what it ends with.</summary>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        return await End();
    }

    /// <summary>What it ends with by itself.</summary>
    public async Task<int> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private (Task Next, bool IsOver) Next()
    {
        lock (said) return (heard.Task, closed == 2);
    }

    private void Keep(string? line, bool isComplaint)
    {
        lock (said)
        {
            if (line is null) closed++;
            else said.Append(line).Append('\n');
            if (line is not null && isComplaint) complained.Append(line).Append('\n');
            heard.TrySetResult();
            heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
