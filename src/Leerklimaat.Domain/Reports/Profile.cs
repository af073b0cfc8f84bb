using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>One factor over all its cards and tables. There is no total over the factors, and their order is the deck's: nothing is ranked (R4).</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="Distribution">All placements of its cards: one person counts once for each card, so they are not a number of people.</param>
public sealed record Profile(string Factor, Distribution Distribution)
{
    /// <summary>
    /// One profile for each factor, in the order in which the factors come. Throws ArgumentException when the boards of one factor differ in squares.
    /// </summary>
    public static ImmutableArray<Profile> Of(IEnumerable<(string Factor, Distribution Distribution)> cards) => [.. cards
        .GroupBy(card => card.Factor, card => card.Distribution)
        .Select(factor => new Profile(factor.Key, factor.Aggregate((sum, next) => sum + next)))];

    /// <summary>The interpolated median in squares; nothing when nobody counts.</summary>
    public double? Median => Distribution.Median;

    /// <summary>How many placements count: n.</summary>
    public int Counting => Distribution.Counting;

    /// <summary>The word for agreement, of placements and not of people.</summary>
    public Closeness Closeness => Agreement.Word(Distribution);
}
