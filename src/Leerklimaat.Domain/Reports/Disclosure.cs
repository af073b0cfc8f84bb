using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>From how many people on something is told of them (D2, D3, D4). What may be shown together is for <see cref="Publishing"/>.</summary>
public static class Disclosure
{
    /// <summary>The fewest people whose numbers are shown, and the fewest whom anybody may be able to tell apart.</summary>
    public const int Minimum = 5;

    /// <summary>The fewest pawns on squares of a table whose pile is told outside it.</summary>
    public const int FewestForAPile = 3;

    /// <summary>How many distributions a table smaller than the minimum must keep possible; and below which a count of movements is "enkele".</summary>
    public const int FewestPossible = 3, FewestMoved = 3;

    /// <summary>Whether the room hears on which pile this table laid the card: a pile tells of one or two pawns where they stood.</summary>
    public static bool TellsPile(Round round) => round.Pile is not null && round.Last.Count(placement => placement.Place.IsOnASquare) >= FewestForAPile;
}
