using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Tables;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that happened at a table.</summary>
[JsonDerivedType(typeof(TableLaid), "table-laid")]
[JsonDerivedType(typeof(TableChanged), "table-changed")]
[JsonDerivedType(typeof(TableTakenAway), "table-taken-away")]
[JsonDerivedType(typeof(GameOpened), "game-opened")]
[JsonDerivedType(typeof(GameStopped), "game-stopped")]
[JsonDerivedType(typeof(MessageShown), "message-shown")]
[JsonDerivedType(typeof(CountdownShown), "countdown-shown")]
[JsonDerivedType(typeof(SeatTaken), "seat-taken")]
[JsonDerivedType(typeof(SeatRenamed), "seat-renamed")]
[JsonDerivedType(typeof(PawnChanged), "pawn-changed")]
[JsonDerivedType(typeof(SeatLeft), "seat-left")]
[JsonDerivedType(typeof(SeatResumed), "seat-resumed")]
[JsonDerivedType(typeof(SeatClaimed), "seat-claimed")]
[JsonDerivedType(typeof(ClaimDenied), "claim-denied")]
[JsonDerivedType(typeof(SeatHandedOver), "seat-handed-over")]
[JsonDerivedType(typeof(SeatGivenBack), "seat-given-back")]
[JsonDerivedType(typeof(HostChosen), "host-chosen")]
[JsonDerivedType(typeof(HelpAsked), "help-asked")]
[JsonDerivedType(typeof(HelpEnded), "help-ended")]
[JsonDerivedType(typeof(CardStarred), "card-starred")]
[JsonDerivedType(typeof(CardUnstarred), "card-unstarred")]
[JsonDerivedType(typeof(CardChosen), "card-chosen")]
[JsonDerivedType(typeof(CaseBrought), "case-brought")]
[JsonDerivedType(typeof(CardSkipped), "card-skipped")]
[JsonDerivedType(typeof(PracticeSkipped), "practice-skipped")]
[JsonDerivedType(typeof(PawnPlaced), "pawn-placed")]
[JsonDerivedType(typeof(PawnsRevealed), "pawns-revealed")]
[JsonDerivedType(typeof(TurnFinished), "turn-finished")]
[JsonDerivedType(typeof(SecondPlacementOpened), "second-placement-opened")]
[JsonDerivedType(typeof(PawnPlacedAgain), "pawn-placed-again")]
[JsonDerivedType(typeof(SecondPawnsRevealed), "second-pawns-revealed")]
[JsonDerivedType(typeof(SecondPlacementSkipped), "second-placement-skipped")]
[JsonDerivedType(typeof(ExampleTaken), "example-taken")]
[JsonDerivedType(typeof(ExampleLeft), "example-left")]
[JsonDerivedType(typeof(CardLaid), "card-laid")]
[JsonDerivedType(typeof(ClockSet), "clock-set")]
[JsonDerivedType(typeof(ClockRang), "clock-rang")]
[JsonDerivedType(typeof(ClockExtended), "clock-extended")]
[JsonDerivedType(typeof(ClockPutAway), "clock-put-away")]
[JsonDerivedType(typeof(NoteWritten), "note-written")]
[JsonDerivedType(typeof(NoteChanged), "note-changed")]
[JsonDerivedType(typeof(NoteWithdrawn), "note-withdrawn")]
[JsonDerivedType(typeof(NoteRestored), "note-restored")]
[JsonDerivedType(typeof(NoteCalled), "note-called")]
[JsonDerivedType(typeof(NoteKept), "note-kept")]
[JsonDerivedType(typeof(NoteLetGo), "note-let-go")]
[JsonDerivedType(typeof(RoundKept), "round-kept")]
[JsonDerivedType(typeof(RoundLetGo), "round-let-go")]
[JsonDerivedType(typeof(HarvestGiven), "harvest-given")]
[JsonDerivedType(typeof(SteppedBack), "stepped-back")]
[JsonDerivedType(typeof(CardTakenBack), "card-taken-back")]
[JsonDerivedType(typeof(SecondMomentSet), "second-moment-set")]
[JsonDerivedType(typeof(CardHeld), "card-held")]
[JsonDerivedType(typeof(HeldCardsOpened), "held-cards-opened")]
[JsonDerivedType(typeof(HeldCardsClosed), "held-cards-closed")]
[JsonDerivedType(typeof(HeldCardTaken), "held-card-taken")]
[JsonDerivedType(typeof(PaperSeatsLaid), "paper-seats-laid")]
[JsonDerivedType(typeof(PaperRoundEntered), "paper-round-entered")]
[JsonDerivedType(typeof(PaperNoteWritten), "paper-note-written")]
[JsonDerivedType(typeof(PaperRoundTakenBack), "paper-round-taken-back")]
[JsonDerivedType(typeof(PaperExamplesTaken), "paper-examples-taken")]
public abstract record TableEvent;

public sealed record TableLaid(TableSetting Setting) : TableEvent;

public sealed record TableChanged(int Seats, string Name) : TableEvent;

public sealed record TableTakenAway(DateTimeOffset At) : TableEvent;

public sealed record GameOpened : TableEvent;

public sealed record GameStopped : TableEvent;

/// <param name="EndsAt">When screens stop showing it by themselves; nothing: they do not.</param>
public sealed record MessageShown(string Text, DateTimeOffset? EndsAt = null) : TableEvent;

/// <param name="EndsAt">Nothing: the room counts down no more.</param>
public sealed record CountdownShown(DateTimeOffset? EndsAt) : TableEvent;

public sealed record SeatTaken(SeatNumber Seat, int Pawn, DeviceId Device, string Name, string CodeProof, string Department) : TableEvent;

public sealed record SeatRenamed(SeatNumber Seat, string Name) : TableEvent;

public sealed record PawnChanged(SeatNumber Seat, int Pawn) : TableEvent;

public sealed record SeatLeft(SeatNumber Seat) : TableEvent;

public sealed record SeatResumed(SeatNumber Seat) : TableEvent;

/// <param name="At">Nothing in journals from before this was kept.</param>
public sealed record SeatClaimed(SeatNumber Seat, DeviceId Device, DateTimeOffset? At = null) : TableEvent;

public sealed record ClaimDenied(SeatNumber Seat, DeviceId Device) : TableEvent;

public sealed record SeatHandedOver(SeatNumber Seat, DeviceId Device) : TableEvent;

/// <summary>A hand-over was undone: the seat is played again on the device that it came from.</summary>
public sealed record SeatGivenBack(SeatNumber Seat, DeviceId Device) : TableEvent;

public sealed record HostChosen(SeatNumber? Host) : TableEvent;

public sealed record HelpAsked(DateTimeOffset At) : TableEvent;

public sealed record HelpEnded : TableEvent;

public sealed record CardStarred(SeatNumber Seat, CardId Card) : TableEvent;

public sealed record CardUnstarred(SeatNumber Seat, CardId Card) : TableEvent;

public sealed record CardChosen(int Round, CardId Card, RoundKind Kind, ChosenBy By, SeatNumber? Reader, DateTimeOffset At) : TableEvent
{
    /// <summary>The squares count the other way round (G17).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReversed { get; init; }
}

public sealed record CaseBrought(int Round, CardId Card, Case Case, DateTimeOffset At) : TableEvent;

public sealed record CardSkipped(CardId Card) : TableEvent;

public sealed record PracticeSkipped : TableEvent;

public sealed record PawnPlaced(SeatNumber Seat, Place Place) : TableEvent;

public sealed record PawnsRevealed : TableEvent;

public sealed record TurnFinished(SeatNumber Seat, Story Story) : TableEvent;

public sealed record SecondPlacementOpened : TableEvent;

public sealed record PawnPlacedAgain(SeatNumber Seat, Place Place) : TableEvent;

public sealed record SecondPawnsRevealed : TableEvent;

public sealed record SecondPlacementSkipped : TableEvent;

/// <summary>Who brought the case takes this along (G11).</summary>
public sealed record ExampleTaken(NoteId Note) : TableEvent;

public sealed record ExampleLeft(NoteId Note) : TableEvent;

public sealed record CardLaid(Pile? Pile, Pile? Proposed) : TableEvent;

public sealed record ClockSet(DateTimeOffset EndsAt, TimeSpan Length) : TableEvent;

public sealed record ClockRang : TableEvent;

public sealed record ClockExtended(DateTimeOffset EndsAt, TimeSpan Length) : TableEvent;

public sealed record ClockPutAway : TableEvent;

public sealed record NoteWritten(NoteId Note, NoteKind Kind, string Text, string Proof, string SignedBy) : TableEvent;

public sealed record NoteChanged(NoteId Note, string Text) : TableEvent;

public sealed record NoteWithdrawn(NoteId Note) : TableEvent;

public sealed record NoteRestored(NoteId Note) : TableEvent;

/// <summary>What a note is was said anew: a question is a need after all, or what is there already is an activity (G6).</summary>
public sealed record NoteCalled(NoteId Note, NoteKind Kind) : TableEvent;

/// <summary>It stays at the table (T8).</summary>
public sealed record NoteKept(NoteId Note) : TableEvent;

public sealed record NoteLetGo(NoteId Note) : TableEvent;

/// <summary>A card that was played stays at the table, with all that was written on it (T8).</summary>
public sealed record RoundKept(int Round) : TableEvent;

public sealed record RoundLetGo(int Round) : TableEvent;

/// <summary>The table has read its harvest back: "dit geven wij mee" (T8).</summary>
public sealed record HarvestGiven(DateTimeOffset At) : TableEvent;

public sealed record SteppedBack(Phase? To) : TableEvent;

public sealed record CardTakenBack(int Round) : TableEvent;

public sealed record SecondMomentSet(SecondMoment Moment) : TableEvent;

public sealed record CardHeld : TableEvent;

public sealed record HeldCardsOpened : TableEvent;

public sealed record HeldCardsClosed : TableEvent;

public sealed record HeldCardTaken(int Round, DateTimeOffset At) : TableEvent;

public sealed record PaperSeatsLaid(int People) : TableEvent;

/// <param name="Round">The number of an earlier round on paper where this corrects it.</param>
/// <param name="Pile">Nothing for a case whose approach was judged.</param>
public sealed record PaperRoundEntered(
    int Round, CardId Card, Case? Case, IReadOnlyList<Placement> First, IReadOnlyList<Placement> Second, IReadOnlyList<Turn> Turns, Pile? Pile, Pile? Proposed, DateTimeOffset At) : TableEvent
{
    /// <summary>The squares count the other way round (G17).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReversed { get; init; }
}

public sealed record PaperNoteWritten(NoteId Note, int Round, NoteKind Kind, string Text) : TableEvent;

public sealed record PaperRoundTakenBack(int Round) : TableEvent;

/// <summary>Who brought this case takes these along, and no others any more.</summary>
public sealed record PaperExamplesTaken(int Round, IReadOnlyList<NoteId> Notes) : TableEvent;

/// <summary>How a table came to a card: somebody picked it, it was drawn, or it had the most stars.</summary>
public enum ChosenBy { Picked, Drawn, Stars }
