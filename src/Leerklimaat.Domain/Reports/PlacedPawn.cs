using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>Where somebody stood on a card that was played to the end. The seat tells people apart; it is in no report.</summary>
/// <param name="Table">The number of the table in its workshop.</param>
/// <param name="First">The square, from 1, or 0 for "weet ik niet".</param>
/// <param name="Second">The same for the second placement; nothing where there was none.</param>
public sealed record PlacedPawn(int Table, int Seat, int Round, int First, int? Second)
{
    /// <summary>Who it is as far as the first placement goes. A pawn that was moved afterwards is somebody else: else a difference of two reports would show the move.</summary>
    public Person Once => new($"{Table}.{Seat}.{Round}:{First}");

    /// <summary>Who it is as far as both placements go.</summary>
    public Person Twice => new($"{Table}.{Seat}.{Round}:{First}>{Second}");

    public Placement Before => new(Key, new(First));

    public Placement After => new(Key, new(Second ?? First));

    // Tables are added up here, and seats of two tables have the same number.
    private SeatNumber Key => new(Table * 1000 + Seat);
}

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
