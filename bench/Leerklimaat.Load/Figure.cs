using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>One thing that was measured, once in each turn.</summary>
/// <param name="Of">What it says something of: the row of the table.</param>
/// <param name="What">What it says: the column.</param>
/// <param name="Part">Which of several that stand in one column, as <c>p50</c>; empty when it stands there alone.</param>
/// <param name="ShowsRange">Whether the table shows the lowest and the highest beside the median.</param>
public sealed record Figure(string Of, string What, string Part, int Decimals, IReadOnlyList<double> Values, bool ShowsRange = false)
{
    public double Median => Values.Order().Skip((Values.Count - 1) / 2).Take(2 - Values.Count % 2).Average();

    public double Lowest => Values.Min();

    public double Highest => Values.Max();

    public override string ToString() => ShowsRange && Values.Count > 1 ? $"{Text(Median)} ({Text(Lowest)}–{Text(Highest)})" : Text(Median);

    /// <summary>Turn after turn brought together: of each thing all that was measured.</summary>
    public static IReadOnlyList<Figure> Join(IEnumerable<Figure> figures) =>
        [.. figures.GroupBy(figure => (figure.Of, figure.What, figure.Part)).Select(same => same.First() with { Values = [.. same.SelectMany(figure => figure.Values)] })];

    private string Text(double value) => value.ToString($"N{Decimals}", CultureInfo.InvariantCulture);
}
