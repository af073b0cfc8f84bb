using System.Text.Json;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>What came of it when something broke while tables played on real processes.</summary>
/// <param name="Before">How many commands were acknowledged before it broke.</param>
/// <param name="Acknowledged">How many in all.</param>
/// <param name="Lost">Acknowledged and not in the journal.</param>
/// <param name="Doubled">Acknowledged and in the journal twice.</param>
/// <param name="Seconds">Since it broke, until it was good again and each table was acknowledged fifteen more.</param>
public sealed record Tried(string What, int Before, int Acknowledged, int Lost, int Doubled, double Seconds)
{
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true };

    /// <summary>What was kept of the tries for docs/reliability.md.</summary>
    public static string Kept => Path.Combine(Repository.Root, "docs", "reliability", "tried.json");
}
