namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Whether chance alone could have moved pawns as they moved. Never shown at a table (R4): votes at one table depend on each other, and below six
/// movers nothing can come out. Only the report of an organisation may say it, from ten pairs on, as how well chance can be excluded.
/// </summary>
/// <param name="Up">W₊, the ranks of the moves up together.</param>
/// <param name="Down">W₋, the ranks of the moves down together.</param>
/// <param name="Moved">How many moved.</param>
/// <param name="P">The two-sided chance, 0 to 1, of ranks that differ as much or more; 1 when nobody moved.</param>
public sealed record SignedRanks(double Up, double Down, int Moved, double P)
{
    public const int FewestPairs = 10, MostExact = 500;

    /// <summary>The test for an organisation's report, by Pratt because many stay; nothing for fewer than ten pairs.</summary>
    public static SignedRanks? ForOrganisation(Shift shift) => shift.Pairs < FewestPairs ? null : Pratt([.. shift.Distances]);

    /// <summary>
    /// Wilcoxon's signed-rank test of distances in any unit: zeros dropped, then mid-ranks. P is exact, over all signs of these ranks, for up to 500
    /// movers; above that by the normal approximation with the variance of these ranks.
    /// </summary>
    public static SignedRanks Wilcoxon(IReadOnlyCollection<double> distances) => Of([.. distances.Where(distance => distance != 0)]);

    /// <summary>The same by Pratt 1959: ranked with the zeros, then the zeros dropped.</summary>
    public static SignedRanks Pratt(IReadOnlyCollection<double> distances) => Of(distances);

    /// <summary>The two-sided sign test, 0 to 1: min(1, 2·P(Bin(up + down, ½) ≤ the smaller)). Counts are 0 or more.</summary>
    public static double SignTest(int up, int down) => TwoSided([.. Enumerable.Repeat(1, up + down)], Math.Min(up, down));

    /// <summary>The rank-biserial correlation (W₊ − W₋) / (W₊ + W₋), −1 (all down) to 1 (all up); nothing when nobody moved. Kerby 2014.</summary>
    public double? Correlation => Up + Down == 0 ? null : (Up - Down) / (Up + Down);

    private static SignedRanks Of(IReadOnlyCollection<double> distances)
    {
        var moves = distances.Zip(MidRanks.Of([.. distances.Select(Math.Abs)]), (distance, rank) => (distance, rank)).Where(move => move.distance != 0).ToList();
        double up = moves.Where(move => move.distance > 0).Sum(move => move.rank), down = moves.Sum(move => move.rank) - up;
        var chance = moves.Count <= MostExact
            ? TwoSided([.. moves.Select(move => (int)(2 * move.rank))], (int)(2 * Math.Min(up, down)))
            : ChiSquare.Above((up - down) * (up - down) / moves.Sum(move => move.rank * move.rank), 1);
        return new(up, down, moves.Count, chance);
    }

    // Twice the chance that the weights whose coin falls on heads add up to this or less. Mid-ranks come doubled, so that they are whole.
    private static double TwoSided(int[] weights, int most)
    {
        var chance = new double[most + 1];
        chance[0] = 1;
        foreach (var weight in weights)
        {
            for (var sum = most; sum >= 0; sum--) chance[sum] = (chance[sum] + (sum >= weight ? chance[sum - weight] : 0)) / 2;
        }

        return Math.Min(1, 2 * chance.Sum());
    }
}
