using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

/// <summary>In which order the players tell (G5).</summary>
public static class Telling
{
    /// <summary>
    /// Who brings a case tells first. Then those who stand farthest from where the table stands on average, the lower of two equals first;
    /// then who does not know, then who came later or did not place.
    /// </summary>
    public static IEnumerable<SeatNumber> Order(Round round, Board board, IEnumerable<Seat> seats)
    {
        var tally = Tally.Of(board, round.First);
        return seats
            .Select(seat => seat.Number)
            .OrderBy(seat => Distance(round, board, tally, seat))
            .ThenBy(seat => round.FirstOf(seat)?.Square)
            .ThenBy(seat => seat.Value);
    }

    // The distance times the number of pawns keeps to whole numbers, so that equals are equal.
    private static int Distance(Round round, Board board, Tally tally, SeatNumber seat) => round.FirstOf(seat) switch
    {
        _ when round.Case?.Bringer == seat => int.MinValue,
        { IsOnASquare: true } place => -Math.Abs(board.PointsOf(place.Square) * tally.Counting - tally.Sum),
        { } => 1,
        null => 2,
    };
}
