using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>Where somebody stood on a card that was played to the end. The seat tells people apart; it is in no report.</summary>
/// <param name="Table">The number of the table in its workshop.</param>
/// <param name="First">The square, from 1, or 0 for "weet ik niet".</param>
/// <param name="Second">The same for the second placement; nothing where there was none.</param>
/// <param name="Voice">The same for all seats that one person may have opened (D9); nothing where each seat is somebody.</param>
public sealed record PlacedPawn(int Table, int Seat, int Round, int First, int? Second, int? Voice = null)
{
    /// <summary>Who it is as far as the first placement goes. A pawn that was moved afterwards is somebody else: else a difference of two reports would show the move.</summary>
    public Person Once => new($"{Table}.{Seat}.{Round}:{First}");

    /// <summary>Who it is as far as both placements go.</summary>
    public Person Twice => new($"{Table}.{Seat}.{Round}:{First}>{Second}");

    public Placement Before => new(Key, new(First));

    public Placement After => new(Key, new(Second ?? First));

    /// <summary>Whose voice it is.</summary>
    public int Speaker => Voice ?? SeatKey;

    /// <summary>Whose seat it is, whatever was placed from it.</summary>
    public int SeatKey => KeyOf(Table, Seat);

    /// <summary>Whether it stood on a square each time: only then it helps a group over the minimum (D5).</summary>
    public bool IsOnASquare => First > 0 && Second != 0;

    internal static int KeyOf(int table, int seat) => table * 1000 + seat;

    // Tables are added up here, and seats of two tables have the same number.
    private SeatNumber Key => new(SeatKey);
}

/// <summary>Somebody whose placement is in the sums, told apart by whatever stays the same between reports, such as table and seat. Never shown.</summary>
public readonly record struct Person(string Key);

/// <summary>Which of the people who played a card are counted together.</summary>
public enum Sample
{
    /// <summary>Who placed both times: only they can be compared.</summary>
    Twice,

    /// <summary>Who placed once, where those who placed twice are shown already.</summary>
    Once,

    /// <summary>The first placement of all, where too few placed twice.</summary>
    All,
}
