using System.Globalization;
using System.Runtime.InteropServices;

namespace Leerklimaat.Load;

/// <summary>On what it was measured.</summary>
public static class Machine
{
    /// <summary>Server and load get a core each, so that one does not take the other's time.</summary>
    public static bool Pins { get; } = File.Exists("/usr/bin/taskset") && Cores >= 2;

    public static string Description => string.Create(CultureInfo.InvariantCulture,
        $"{Model()}, {Cores} cores{(Pins ? ", server on core 0, load on core 1" : "")}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    // This process sees only the core that it was given itself.
    private static int Cores => File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor", StringComparison.Ordinal)) : Environment.ProcessorCount;

    private static string Model() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
