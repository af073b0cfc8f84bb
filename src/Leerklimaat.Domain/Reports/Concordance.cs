namespace Leerklimaat.Domain.Reports;

/// <summary>Kendall's W: how far people who rank the same things rank them alike, equals allowed.</summary>
/// <param name="Raters">Who rank, m, 1 or more.</param>
/// <param name="Things">What is ranked, n, 2 or more.</param>
/// <param name="S">Σ(R − m(n + 1)/2)² over the sums of ranks R.</param>
/// <param name="T">Σ(t³ − t) over all equals of all raters; 0 when nobody ranks two things alike.</param>
public sealed record Concordance(int Raters, int Things, double S, double T)
{
    /// <summary>
    /// One row for each rater, one value for each thing, in any unit: they are ranked here. Throws ArgumentException without raters, with fewer
    /// than two things, or when rows differ in length.
    /// </summary>
    public static Concordance Of(IReadOnlyList<IReadOnlyCollection<double>> ratings)
    {
        var things = ratings.Count == 0 ? 0 : ratings[0].Count;
        if (things < 2 || ratings.Any(row => row.Count != things)) throw new ArgumentException("Everybody ranks the same two or more things.", nameof(ratings));

        double[][] ranks = [.. ratings.Select(MidRanks.Of)];
        var middle = ratings.Count * (things + 1) / 2.0;
        var squares = Enumerable.Range(0, things).Sum(thing => Math.Pow(ranks.Sum(row => row[thing]) - middle, 2));
        return new(ratings.Count, things, squares, ratings.Sum(Ties));
    }

    /// <summary>W = 12S / (m²(n³ − n) − mT), 0 (nothing in common) to 1 (all the same); nothing when everybody ranks all things alike.</summary>
    public double? W => Widest == 0 ? null : 12 * S / Widest;

    /// <summary>χ² = m(n − 1)W, with n − 1 degrees of freedom. Only near for few raters or things.</summary>
    public double? ChiSquare => Raters * (Things - 1) * W;

    /// <summary>The chance of this χ² or more when everybody ranks at random, 0 to 1. Never shown at a table (R4).</summary>
    public double? P => ChiSquare is { } value ? Reports.ChiSquare.Above(value, Things - 1) : null;

    private double Widest => (double)Raters * Raters * (Cube(Things) - Things) - Raters * T;

    private static double Ties(IReadOnlyCollection<double> row) => row.GroupBy(value => value).Sum(same => Cube(same.Count()) - same.Count());

    private static double Cube(double value) => value * value * value;
}
