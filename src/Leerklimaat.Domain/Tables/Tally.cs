using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

/// <summary>The points of one card at one table, added up (G8). They measure presence in the organisation, never a player.</summary>
/// <param name="Counting">How many pawns stand on a square; "weet ik niet" does not count.</param>
/// <param name="Sum">The points of those pawns together.</param>
/// <param name="Lowest">The sum if all of them stood on the first square.</param>
/// <param name="Highest">The sum if all of them stood on the last square.</param>
/// <param name="OnFirstSquare">How many stand on the first square.</param>
public sealed record Tally(int Counting, int Sum, int Lowest, int Highest, int OnFirstSquare)
{
    public static Tally Of(Board board, IEnumerable<Placement> placements)
    {
        var squares = placements.Where(placement => placement.Place.IsOnASquare).Select(placement => placement.Place.Square).ToList();
        return new(
            squares.Count,
            squares.Sum(board.PointsOf),
            squares.Count * board.LowestPoints,
            squares.Count * board.HighestPoints,
            squares.Count(square => square == 1));
    }

    /// <summary>
    /// (sum − n·min) / (n·(max − min)), between 0 and 1; nothing when nobody counts. From <c>measures.md</c> §2.7.
    /// </summary>
    public double? Score => Highest == Lowest ? null : (double)(Sum - Lowest) / (Highest - Lowest);

    /// <summary>The pile that the points propose; nothing at exactly one half or when nobody counts: then the table decides.</summary>
    public Pile? Proposal => (2 * (Sum - Lowest)).CompareTo(Highest - Lowest) switch
    {
        _ when Counting == 0 => null,
        > 0 => Pile.Green,
        < 0 => 2 * OnFirstSquare > Counting ? Pile.RedNotPresent : Pile.RedToImprove,
        _ => null,
    };
}

/// <summary>Where a played card ends. Red keeps apart what must be improved and what is not there at all.</summary>
public enum Pile { Green, RedToImprove, RedNotPresent }
