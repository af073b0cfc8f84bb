namespace Leerklimaat.Domain.Reports;

/// <summary>Ranks from 1, lowest first; equals share the middle of their ranks.</summary>
internal static class MidRanks
{
    public static double[] Of(IReadOnlyCollection<double> values) =>
        [.. values.Select(value => values.Count(other => other < value) + (values.Count(other => other == value) + 1) / 2.0)];
}
