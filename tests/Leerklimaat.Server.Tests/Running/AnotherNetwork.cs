using System.Diagnostics;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>A network on this machine that is not its own (a namespace of Linux), with two cables to it: one between processes, which can be cut, and one by which pages are asked.</summary>
internal sealed class AnotherNetwork : IDisposable
{
    private readonly string name = $"leerklimaat-{Environment.ProcessId}", between = $"lkb{Environment.ProcessId}", pages = $"lkp{Environment.ProcessId}";

    // Others may try the same on this machine, or have been killed while they did.
    private readonly int number = Environment.ProcessId % 256;

    public AnotherNetwork()
    {
        Do($"ip netns add {name} && ip -n {name} link set lo up");
        Lay(between, $"10.77.{number}");
        Lay(pages, $"10.78.{number}");
    }

    /// <summary>This machine for the processes there.</summary>
    public string Here => $"10.77.{number}.1";

    /// <summary>One of those there for this machine.</summary>
    public string There => $"10.77.{number}.2";

    /// <summary>Where a page is asked of who is there.</summary>
    public string Pages => $"10.78.{number}.2";

    /// <summary>What starts a program there.</summary>
    public IReadOnlyList<string> Starting => ["ip", "netns", "exec", name];

    /// <summary>Passes the test over where nobody may make a network, and says so.</summary>
    public static void MustBePossible() => Assert.SkipUnless(Did("unshare -n true && command -v ip"), "A network of its own can be made only by root, with iproute2 (Debian: apt-get install iproute2).");

    public void Cut() => Do($"ip link set {between} down");

    public void Mend() => Do($"ip link set {between} up");

    public void Dispose() => Did($"ip link del {between}; ip link del {pages}; ip netns del {name}");

    private void Lay(string cable, string addresses) => Do(
        $"ip link add {cable} type veth peer name {cable}x netns {name} && ip addr add {addresses}.1/30 dev {cable} && ip link set {cable} up && ip -n {name} addr add {addresses}.2/30 dev {cable}x && ip -n {name} link set {cable}x up");

    private static void Do(string what)
    {
        if (!Did(what)) throw new InvalidOperationException($"This did not go well: {what}");
    }

    private static bool Did(string what)
    {
        using var doing = Process.Start(new ProcessStartInfo("sh", ["-c", what]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        doing.WaitForExit();
        return doing.ExitCode == 0;
    }
}
