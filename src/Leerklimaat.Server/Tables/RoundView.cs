using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Tables;

/// <summary>A seat as the others see it.</summary>
/// <param name="Name">The given name, or the pawn's name in the reader's language.</param>
/// <param name="HasPlaced">Whether the pawn lies in the placement that is going on; never where.</param>
public sealed record SeatView(int Number, int Pawn, string Name, bool IsAway, bool HasPlaced, bool IsPlacer)
{
    /// <summary>The seat where it does not matter whether its pawn lies.</summary>
    public SeatView AtRest => this with { HasPlaced = false, IsPlacer = false };
}

/// <summary>Somebody says that this seat is theirs.</summary>
public sealed record ClaimView(SeatView Seat);

/// <summary>The card on the table, as text.</summary>
public sealed record CardView(string Id, string Factor, string Text, string Plain, string Source, string HappensNow)
{
    /// <summary>The sign of its factor; none on the practice card and on a case, which are of no factor.</summary>
    public string Sign { get; init; } = "";

    /// <summary>People wrote it: it is a case.</summary>
    public bool IsCase { get; init; }

    /// <summary>It asks something; it is played as a statement is.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Of what it says the less the better (G17).</summary>
    public bool IsReversed { get; init; }

    /// <summary>What who brings a case wants to know.</summary>
    public string Asks { get; init; } = "";

    /// <summary>The number that is printed on the same card on paper; 0 where there is none.</summary>
    public int Number { get; init; }
}

/// <summary>A round as the table sees it.</summary>
public sealed record RoundView(
    int Number, RoundKind Kind, Phase Phase, CardView Card, SeatView? Reader, SeatView? Case, DateTimeOffset BeganAt,
    int Ready, int Expected, Sequence<PawnView> Pawns, SeatView? Teller, Sequence<TurnView> Turns,
    ResultView? Result, ClockView? Clock, NotesView Notes)
{
    /// <summary>Which card of its table this is, from 1; practice does not count.</summary>
    public int CardNumber { get; init; }

    /// <summary>A case whose approach is judged, and that ends on no pile (G11).</summary>
    public bool IsJudged { get; init; }

    /// <summary>What others gave to who brought it, once all have placed.</summary>
    public Sequence<GivenView> Given { get; init; } = [];

    /// <summary>Who writes along while others tell.</summary>
    public SeatView? Writer { get; init; }

    public bool IsPlacing => Phase is Phase.FirstPlacement or Phase.SecondPlacement;

    public bool IsEverybodyReady => Expected > 0 && Ready == Expected;
}

/// <summary>A pawn that lies open: where it stands, and where it came from when it was placed again.</summary>
public sealed record PawnView(SeatView Seat, Place Place, Place? From);

/// <summary>An example or a tip at a case, and whether its bringer takes it along.</summary>
public sealed record GivenView(NoteView Note, bool IsTaken);

/// <summary>A seat in the order of telling, and what it did with its turn.</summary>
public sealed record TurnView(SeatView Seat, Story? Story);

/// <summary>The pawns of a card added up, and the pile they propose.</summary>
public sealed record ResultView(int Counting, int Sum, int Lowest, int Highest, double? Score, Pile? Proposal, int Up, int Down, int Same)
{
    /// <summary>On a board of three states, where a square is a pile and no points are added up: each of them, from what is least there to what is most; of a reversed statement the other way round. Empty on any other, and where nobody counts.</summary>
    public Sequence<StateView> States { get; init; } = [];

    /// <summary>Less is better here, and the squares counted the other way round (G17).</summary>
    public bool IsReversed { get; init; }
}

/// <summary>One of the three states, and how many pawns stand there.</summary>
public sealed record StateView(string Words, int Pawns);

/// <summary>The soft clock of a round.</summary>
public sealed record ClockView(DateTimeOffset EndsAt, bool HasRung, TimeSpan Extension);

/// <summary>The newest notes on the card; all of them for who asks, so that each change stays small.</summary>
public sealed record NotesView(TableId Table, Sequence<NoteView> Newest, int All)
{
    public const int Most = 24;

    public static readonly NotesView None = new(default, [], 0);

    /// <summary>They are written at a case that is judged, where a green one is an example and a need is a tip.</summary>
    public bool IsJudged { get; init; }
}

/// <summary>A note as everybody sees it; who wrote it is known only when it is signed.</summary>
public sealed record NoteView(Guid Id, NoteKind Kind, string Text, string SignedBy);
