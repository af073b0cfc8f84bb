namespace Leerklimaat.Domain.Reports;

/// <summary>
/// How the pawns of a shown group stand, as far as it may be said (D4). Whoever writes it has to say something in both cases: there are counts, or there
/// is only the square where nearly everybody stands.
/// </summary>
/// <param name="People">How many people, "weet ik niet" included.</param>
/// <param name="Counts">Nothing where nearly everybody stands on one square: then no count, median or sum is told.</param>
/// <param name="NearlyAllOn">The square where all, or all but one, stand; nothing where the counts are told.</param>
public sealed record Spread(int People, Distribution? Counts, int? NearlyAllOn)
{
    public static Spread Of(Distribution pawns) =>
        Nearly.Of(pawns) is { } square ? new(pawns.Counting + pawns.DontKnow, null, square) : new(pawns.Counting + pawns.DontKnow, pawns, null);

    /// <summary>The interpolated median; nothing where it would tell the counts.</summary>
    public double? Median => Counts?.Median;

    /// <summary>How high a plant is, 0 to 1: by the points of the counts, or of the one square.</summary>
    public double ScoreOn(Decks.Board board) => Tables.Tally.Of(board, Counts?.Counts ?? [.. board.Squares.Select((_, index) => index + 1 == NearlyAllOn ? 1 : 0)]).Score ?? 0;

    public Closeness Closeness => Counts is { } counts ? Agreement.Word(counts) : Closeness.CloseTogether;
}
