namespace Leerklimaat.Domain.Reports;

/// <summary>The family of r_wg: the variance within a group against that of people who place at random. For who wants to check (R4).</summary>
public static class WithinGroup
{
    /// <summary>
    /// r_wg = 1 − s² / ((K² − 1) / 12), at most 1; below 0 the group is spread wider than chance, shown as 0. Nothing for fewer than two pawns.
    /// James, Demaree and Wolf 1984.
    /// </summary>
    public static double? Rwg(Distribution distribution) => 1 - distribution.SampleVariance / EvenVariance(distribution.Squares);

    /// <summary>r*_wg = 1 − s² / ((K − 1) / 2)², at most 1, against half at each end. Nothing for fewer than two pawns. Lindell and others.</summary>
    public static double? RwgStar(Distribution distribution) => 1 - distribution.SampleVariance / Square((distribution.Squares - 1) / 2.0);

    /// <summary>
    /// a_wg = 1 − 2s² / {[(H + L)M − M² − HL]·n/(n − 1)}, −1 to 1, with L = 1 and H = K. Nothing for fewer than two pawns, or when all stand at one
    /// end. Brown and Hauenstein 2005.
    /// </summary>
    public static double? Awg(Distribution distribution)
    {
        if (distribution is not { SampleVariance: { } variance, Mean: { } mean, Squares: var highest, Counting: var people }) return null;
        var widest = ((highest + 1) * mean - mean * mean - highest) * people / (people - 1);
        return widest == 0 ? null : 1 - 2 * variance / widest;
    }

    /// <summary>AD_M: how far a pawn stands from the mean on average, in squares, 0 or more; nothing when nobody counts. Burke and others 1999.</summary>
    public static double? AdM(Distribution distribution) => distribution.Mean is { } mean
        ? distribution.Counts.Select((count, index) => count * Math.Abs(index + 1 - mean)).Sum() / distribution.Counting
        : null;

    /// <summary>
    /// r_wg(J) = J(1 − q) / (J(1 − q) + q) for J cards that belong together, q the mean s² over that of chance; 0 to 1. Nothing without cards, when a
    /// card has fewer than two pawns, or when q &gt; 1. Throws ArgumentException when the boards differ in squares.
    /// </summary>
    public static double? RwgJ(IReadOnlyCollection<Distribution> cards)
    {
        var boards = cards.Select(card => card.Squares).Distinct().ToList();
        if (boards.Count > 1) throw new ArgumentException("The cards are played on boards with different numbers of squares.", nameof(cards));
        if (boards.Count == 0 || cards.Any(card => card.Counting < 2)) return null;

        var q = cards.Average(card => card.SampleVariance)!.Value / EvenVariance(boards[0]);
        return q > 1 ? null : cards.Count * (1 - q) / (cards.Count * (1 - q) + q);
    }

    /// <summary>σ² of people who place evenly at random: (K² − 1) / 12, in squares squared.</summary>
    public static double EvenVariance(int squares) => (Square(squares) - 1) / 12;

    private static double Square(double value) => value * value;
}
