using System.Diagnostics.Metrics;

namespace Leerklimaat.Server.Settings;

/// <summary>The one meter of this program. Each room measures by it what is its own; without anybody who reads it, that costs next to nothing.</summary>
public static class Measures
{
    public const string Name = "Leerklimaat";

    public static Meter Ours(this IMeterFactory meters) => meters.Create(Name);
}
