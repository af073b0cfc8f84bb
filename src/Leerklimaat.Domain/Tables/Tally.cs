using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

/// <summary>The pawns of one card at one table, added up (G8). They measure the organisation, never a player.</summary>
/// <param name="Counting">How many pawns stand on a square; "weet ik niet" does not count.</param>
/// <param name="Sum">The points of those pawns together.</param>
/// <param name="Lowest">The sum if all of them stood on the first square; of a reversed statement on the last.</param>
/// <param name="Highest">The sum if all of them stood on the last square; of a reversed statement on the first.</param>
/// <param name="Proposal">The pile that the pawns propose; nothing where they stand exactly in the middle or nobody counts: then the table decides.</param>
public sealed record Tally(int Counting, int Sum, int Lowest, int Highest, Pile? Proposal)
{
    public static Tally Of(Board board, IEnumerable<Placement> placements) => Of(board, StandingOn(board, placements.Select(placement => placement.Place)));

    /// <param name="standing">How many pawns stand on each square, the first square first.</param>
    public static Tally Of(Board board, IReadOnlyList<int> standing)
    {
        var (counting, sum) = (0, 0);
        for (var square = 1; square <= standing.Count; square++) (counting, sum) = (counting + standing[square - 1], sum + standing[square - 1] * board.PointsOf(square));
        var (lowest, highest) = (counting * board.LowestPoints, counting * board.HighestPoints);
        return new(counting, sum, lowest, highest, board.Kind switch
        {
            _ when counting == 0 => null,
            BoardKind.Approach => null,
            BoardKind.States => ByTheMiddle(FromTheLeast(board, standing)),
            _ => ByPoints(board, FromTheLeast(board, standing), counting, 2 * (sum - lowest) - (highest - lowest)),
        });
    }

    /// <summary>How many pawns stand on each square, the first square first; who does not know stands on none.</summary>
    public static int[] StandingOn(Board board, IEnumerable<Place> places)
    {
        var standing = new int[board.Squares.Length];
        foreach (var place in places.Where(place => place.IsOnASquare)) standing[place.Square - 1]++;
        return standing;
    }

    /// <summary>
    /// (sum − n·min) / (n·(max − min)), between 0 and 1; nothing when nobody counts. From <c>measures.md</c> §2.7.
    /// </summary>
    public double? Score => Highest == Lowest ? null : (double)(Sum - Lowest) / (Highest - Lowest);

    /// <summary>On which squares the middle of the pawns stand when they are put in a row, counted from 1: one square, or two where it lies between them. At least one pawn counts.</summary>
    public static (int Low, int High) Middle(IReadOnlyList<int> standing)
    {
        var counting = standing.Sum();
        return (SquareOf((counting + 1) / 2), SquareOf(counting / 2 + 1));

        int SquareOf(int pawn)
        {
            var square = 0;
            for (var before = 0; before < pawn; square++) before += standing[square];
            return square;
        }
    }

    private static IReadOnlyList<int> FromTheLeast(Board board, IReadOnlyList<int> standing) => board.IsReversed ? [.. standing.Reverse()] : standing;

    // A square is a pile there: red for what is not there, red for what needs improvement, green.
    private static Pile? ByTheMiddle(IReadOnlyList<int> standing)
    {
        var (low, high) = Middle(standing);
        return low != high ? null : low switch { 1 => Pile.RedNotPresent, 2 => Pile.RedToImprove, _ => Pile.Green };
    }

    private static Pile? ByPoints(Board board, IReadOnlyList<int> standing, int counting, int overHalf) => overHalf switch
    {
        > 0 => Pile.Green,
        < 0 => 2 * standing.Take(board.SquaresOfAbsence).Sum() > counting ? Pile.RedNotPresent : Pile.RedToImprove,
        _ => null,
    };
}

/// <summary>Where a played card ends. Red keeps apart what must be improved and what is not there at all.</summary>
public enum Pile { Green, RedToImprove, RedNotPresent }
