using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

/// <summary>One card played at one table, from reading it aloud to the pile it ends on.</summary>
public sealed record Round(int Number, CardId Card, RoundKind Kind, SeatNumber? Reader, DateTimeOffset BeganAt)
{
    /// <summary>More than a table begins in a day, cards that were skipped or taken back included.</summary>
    public const int MostAtATable = 300;

    public Phase Phase { get; init; } = Phase.FirstPlacement;

    /// <summary>What a player wrote on a blank card; nothing on a printed one.</summary>
    public Case? Case { get; init; }

    public ImmutableArray<Placement> First { get; init; } = [];

    public ImmutableArray<Placement> Second { get; init; } = [];

    /// <summary>Which device laid each pawn: on another one it is neither seen nor moved while it lies face down (T2).</summary>
    public ImmutableArray<Hand> Hands { get; init; } = [];

    public ImmutableArray<Turn> Turns { get; init; } = [];

    public Clock? Clock { get; init; }

    public Pile? Pile { get; init; }

    public Pile? Proposed { get; init; }

    /// <summary>Waits, told but not placed again, for its second placement (G7).</summary>
    public bool IsHeld { get; init; }

    /// <summary>Has waited for its second placement; the next card that waits follows it.</summary>
    public bool WasHeld { get; init; }

    /// <summary>A case whose approach is judged, on a board of its own: it ends on no pile, and counts with no statement (G11).</summary>
    public bool IsJudged { get; init; }

    /// <summary>Of what the card says the less the better: the squares count the other way round (G17).</summary>
    public bool IsReversed { get; init; }

    /// <summary>The examples and tips that who brought the case takes along.</summary>
    public ImmutableArray<NoteId> Taken { get; init; } = [];

    /// <summary>The table holds it back: outside the table it was not played, and nobody sees what was written on it (T8).</summary>
    public bool IsKept { get; init; }

    /// <summary>Played on paper and written down afterwards (T7).</summary>
    public bool IsOnPaper { get; init; }

    public bool IsPlacing => Phase is Phase.FirstPlacement or Phase.SecondPlacement;

    /// <summary>The placements that the points are added up from: the second, or the first where there is no second.</summary>
    public ImmutableArray<Placement> Last => Second.IsEmpty ? First : Second;

    public Tally TallyOn(Board board) => Tally.Of(board, Last);

    public Place? FirstOf(SeatNumber seat) => First.FirstOrDefault(placement => placement.Seat == seat)?.Place;

    public Place? SecondOf(SeatNumber seat) => Second.FirstOrDefault(placement => placement.Seat == seat)?.Place;

    /// <summary>Where this seat's pawn stands in the placement that is going on.</summary>
    public Place? CurrentOf(SeatNumber seat) => Phase == Phase.SecondPlacement ? SecondOf(seat) : FirstOf(seat);

    /// <summary>This seat's pawn in the placement that is going on; taken from the board where there is no place.</summary>
    public Round Laid(SeatNumber seat, DeviceId device, Place? place)
    {
        var others = (Phase == Phase.SecondPlacement ? Second : First).Where(pawn => pawn.Seat != seat);
        var hands = Hands.Where(hand => (hand.Phase, hand.Seat) != (Phase, seat));
        var (pawns, by) = place is { } there ? ([.. others, new(seat, there)], [.. hands, new(Phase, seat, device)]) : (others.ToImmutableArray(), hands.ToImmutableArray());
        return Phase == Phase.SecondPlacement ? this with { Second = pawns, Hands = by } : this with { First = pawns, Hands = by };
    }

    public bool IsLaidBy(SeatNumber seat, DeviceId device) => Hands.Contains(new(Phase, seat, device));

    public bool HasHadTurn(SeatNumber seat) => Turns.Any(turn => turn.Seat == seat);
}

/// <summary>A statement counts, a case is judged by the others, a practice card ends on no pile.</summary>
public enum RoundKind { Statement, Case, Practice }

/// <summary>How far a round is. Reading aloud belongs to the first placement: the statement is on the table while people place.</summary>
public enum Phase { FirstPlacement, Telling, SecondPlacement, AddingUp, Closed }

/// <summary>A case on a blank card: who brings it, what it is, and what happens now.</summary>
/// <param name="Asks">What the bringer wants to know of the others; empty in journals from before that was asked.</param>
public sealed record Case(SeatNumber Bringer, string Text, string HappensNow, string Asks = "")
{
    public const int LongestText = 280;
}

/// <summary>The device by which a seat placed, in the first or the second placement.</summary>
public sealed record Hand(Phase Phase, SeatNumber Seat, DeviceId Device);

/// <summary>What a player did with the turn to tell.</summary>
public sealed record Turn(SeatNumber Seat, Story Story);

/// <summary>What a story said: it happens here already, or not yet; or the player passed.</summary>
public enum Story { HappensAlready, NotYet, Passed }
