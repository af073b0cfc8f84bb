using System.Diagnostics;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>What a machine can do to a process, and to all that it started.</summary>
internal static class Signal
{
    public static void Quit(int process) => Send("QUIT", $"{process}");

    public static void Terminate(int process) => Send("TERM", $"{process}");

    /// <summary>It stays, and does nothing any more.</summary>
    public static void Freeze(int process) => Send("STOP", WithChildren(process));

    public static void Thaw(int process) => Send("CONT", WithChildren(process));

    private static void Send(string signal, string processes)
    {
        // Who ended meanwhile needs no signal.
        using var sent = Process.Start(new ProcessStartInfo("sh", ["-c", $"kill -{signal} {processes} 2>/dev/null"]))!;
        sent.WaitForExit();
    }

    private static string WithChildren(int process) => $"{process} {File.ReadAllText($"/proc/{process}/task/{process}/children")}";
}
