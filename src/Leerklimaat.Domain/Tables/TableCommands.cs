using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Tables;

/// <summary>Something that is asked of a table. The time is the server's, never a phone's.</summary>
[JsonDerivedType(typeof(LayTable), "lay-table")]
[JsonDerivedType(typeof(TakeTableAway), "take-table-away")]
[JsonDerivedType(typeof(OpenGame), "open-game")]
[JsonDerivedType(typeof(StopGame), "stop-game")]
[JsonDerivedType(typeof(ShowMessage), "show-message")]
[JsonDerivedType(typeof(ShowCountdown), "show-countdown")]
[JsonDerivedType(typeof(TakeSeat), "take-seat")]
[JsonDerivedType(typeof(ReturnToSeat), "return-to-seat")]
[JsonDerivedType(typeof(ClaimSeat), "claim-seat")]
[JsonDerivedType(typeof(GiveSeatBack), "give-seat-back")]
[JsonDerivedType(typeof(RingClock), "ring-clock")]
[JsonDerivedType(typeof(EndHelp), "end-help")]
[JsonDerivedType(typeof(StepBack), "step-back")]
[JsonDerivedType(typeof(TakeCardBack), "take-card-back")]
[JsonDerivedType(typeof(HideNote), "hide-note")]
[JsonDerivedType(typeof(ShowNote), "show-note")]
[JsonDerivedType(typeof(RenameSeat), "rename-seat")]
[JsonDerivedType(typeof(ChangePawn), "change-pawn")]
[JsonDerivedType(typeof(LeaveTable), "leave-table")]
[JsonDerivedType(typeof(ComeBack), "come-back")]
[JsonDerivedType(typeof(SetAside), "set-aside")]
[JsonDerivedType(typeof(AnswerClaim), "answer-claim")]
[JsonDerivedType(typeof(ChooseHost), "choose-host")]
[JsonDerivedType(typeof(AskForHelp), "ask-for-help")]
[JsonDerivedType(typeof(WithdrawHelp), "withdraw-help")]
[JsonDerivedType(typeof(StarCard), "star-card")]
[JsonDerivedType(typeof(UnstarCard), "unstar-card")]
[JsonDerivedType(typeof(PlacePawn), "place-pawn")]
[JsonDerivedType(typeof(WriteNote), "write-note")]
[JsonDerivedType(typeof(ChangeNote), "change-note")]
[JsonDerivedType(typeof(WithdrawNote), "withdraw-note")]
[JsonDerivedType(typeof(RestoreNote), "restore-note")]
[JsonDerivedType(typeof(CallNote), "call-note")]
[JsonDerivedType(typeof(KeepNote), "keep-note")]
[JsonDerivedType(typeof(KeepRound), "keep-round")]
[JsonDerivedType(typeof(GiveHarvest), "give-harvest")]
[JsonDerivedType(typeof(ChooseCard), "choose-card")]
[JsonDerivedType(typeof(BringCase), "bring-case")]
[JsonDerivedType(typeof(TakeAlong), "take-along")]
[JsonDerivedType(typeof(SkipCard), "skip-card")]
[JsonDerivedType(typeof(SkipPractice), "skip-practice")]
[JsonDerivedType(typeof(RevealPawns), "reveal-pawns")]
[JsonDerivedType(typeof(FinishTurn), "finish-turn")]
[JsonDerivedType(typeof(OpenSecondPlacement), "open-second-placement")]
[JsonDerivedType(typeof(SkipSecondPlacement), "skip-second-placement")]
[JsonDerivedType(typeof(LayCard), "lay-card")]
[JsonDerivedType(typeof(SetClock), "set-clock")]
[JsonDerivedType(typeof(ExtendClock), "extend-clock")]
[JsonDerivedType(typeof(PutClockAway), "put-clock-away")]
[JsonDerivedType(typeof(SetSecondMoment), "set-second-moment")]
[JsonDerivedType(typeof(OpenHeldCards), "open-held-cards")]
[JsonDerivedType(typeof(CloseHeldCards), "close-held-cards")]
[JsonDerivedType(typeof(TakeHeldCard), "take-held-card")]
[JsonDerivedType(typeof(SeatOnPaper), "seat-on-paper")]
[JsonDerivedType(typeof(EnterPaperRound), "enter-paper-round")]
public abstract record TableCommand(DateTimeOffset At);

/// <summary>Once for what it plays with; again where its name or its seats have changed.</summary>
public sealed record LayTable(TableSetting Setting, DateTimeOffset At) : TableCommand(At);

/// <summary>It stands in the workshop no more; only where nobody ever sat.</summary>
public sealed record TakeTableAway(DateTimeOffset At) : TableCommand(At);

public sealed record OpenGame(DateTimeOffset At) : TableCommand(At);

public sealed record StopGame(DateTimeOffset At) : TableCommand(At);

public sealed record ShowMessage(string Text, DateTimeOffset At, DateTimeOffset? EndsAt = null) : TableCommand(At);

public sealed record ShowCountdown(DateTimeOffset? EndsAt, DateTimeOffset At) : TableCommand(At);

public sealed record SetSecondMoment(SecondMoment Moment, DateTimeOffset At) : TableCommand(At);

/// <summary>After the plenary the tables may place again.</summary>
public sealed record OpenHeldCards(DateTimeOffset At) : TableCommand(At);

/// <summary>The cards wait again. What a table has begun it finishes.</summary>
public sealed record CloseHeldCards(DateTimeOffset At) : TableCommand(At);

public sealed record TakeSeat(DeviceId Device, string Name, string CodeProof, string Department, DateTimeOffset At) : TableCommand(At);

public sealed record ReturnToSeat(DeviceId Device, string CodeProof, DateTimeOffset At) : TableCommand(At);

public sealed record ClaimSeat(DeviceId Device, SeatNumber Seat, DateTimeOffset At) : TableCommand(At);

/// <summary>Undoes that a seat went to another device, by who played it before or by who sat there already (T2).</summary>
public sealed record GiveSeatBack(DeviceId Device, SeatNumber Moved, DateTimeOffset At) : TableCommand(At);

/// <summary>Sent by the server's timer. It carries the end it was meant for, so that a late one is ignored.</summary>
public sealed record RingClock(int Round, DateTimeOffset EndsAt, DateTimeOffset At) : TableCommand(At);

public sealed record EndHelp(DateTimeOffset At) : TableCommand(At);

public sealed record StepBack(DateTimeOffset At) : TableCommand(At);

public sealed record TakeCardBack(int Round, DateTimeOffset At) : TableCommand(At);

/// <summary>How many people sat at a table that played on paper (T7).</summary>
public sealed record SeatOnPaper(int People, DateTimeOffset At) : TableCommand(At);

/// <summary>One card that was played on paper, or a correction of one that was entered before (T7).</summary>
public sealed record EnterPaperRound(PaperRound Paper, DateTimeOffset At) : TableCommand(At);

public sealed record HideNote(NoteId Note, DateTimeOffset At) : TableCommand(At);

public sealed record ShowNote(NoteId Note, DateTimeOffset At) : TableCommand(At);

/// <summary>Something a player asks from a seat; refused unless the device holds that seat.</summary>
public abstract record SeatCommand(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : TableCommand(At);

public sealed record RenameSeat(SeatNumber Seat, DeviceId Device, string Name, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record ChangePawn(SeatNumber Seat, DeviceId Device, int Pawn, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record LeaveTable(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record ComeBack(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record SetAside(SeatNumber Seat, DeviceId Device, SeatNumber Other, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record AnswerClaim(SeatNumber Seat, DeviceId Device, SeatNumber Claimed, bool IsThem, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record ChooseHost(SeatNumber Seat, DeviceId Device, SeatNumber? Host, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record AskForHelp(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record WithdrawHelp(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record StarCard(SeatNumber Seat, DeviceId Device, CardId Card, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record UnstarCard(SeatNumber Seat, DeviceId Device, CardId Card, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <param name="Round">The round that the player saw: a pawn meant for an earlier card does not land on this one.</param>
public sealed record PlacePawn(SeatNumber Seat, DeviceId Device, int Round, Place Place, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <param name="Own">How many notes on this card are of this browser already: only who knows its secret can count them.</param>
public sealed record WriteNote(SeatNumber Seat, DeviceId Device, NoteId Note, NoteKind Kind, string Text, string Proof, bool IsSigned, DateTimeOffset At, int Own = 0) : SeatCommand(Seat, Device, At);

public sealed record ChangeNote(SeatNumber Seat, DeviceId Device, NoteId Note, string Text, string Proof, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record WithdrawNote(SeatNumber Seat, DeviceId Device, NoteId Note, string Proof, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record RestoreNote(SeatNumber Seat, DeviceId Device, NoteId Note, string Proof, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <summary>Says what a note is, in its own colour; its words are its writer's alone (G6).</summary>
public sealed record CallNote(SeatNumber Seat, DeviceId Device, NoteId Note, NoteKind Kind, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <summary>Holds a note back at the table, or lets it go after all (T8).</summary>
public sealed record KeepNote(SeatNumber Seat, DeviceId Device, NoteId Note, bool IsKept, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <summary>The same of a card that was played, with all that was written on it.</summary>
public sealed record KeepRound(SeatNumber Seat, DeviceId Device, int Round, bool IsKept, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <summary>Something that moves the whole table on. Where the table chose a host, only the host may (T5).</summary>
/// <param name="Anyway">The player was asked "3 van 5 hebben gelegd" and goes on.</param>
public abstract record MoveCommand(SeatNumber Seat, DeviceId Device, bool Anyway, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record ChooseCard(SeatNumber Seat, DeviceId Device, CardId Card, RoundKind Kind, ChosenBy By, DateTimeOffset At) : MoveCommand(Seat, Device, true, At)
{
    /// <summary>As the deck says: the squares count the other way round (G17).</summary>
    public bool IsReversed { get; init; }
}

public sealed record SkipCard(SeatNumber Seat, DeviceId Device, CardId Card, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record SkipPractice(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record BringCase(SeatNumber Seat, DeviceId Device, CardId Card, string Text, string HappensNow, DateTimeOffset At, string Asks = "") : MoveCommand(Seat, Device, true, At);

public sealed record RevealPawns(SeatNumber Seat, DeviceId Device, bool Anyway, DateTimeOffset At) : MoveCommand(Seat, Device, Anyway, At);

public sealed record FinishTurn(SeatNumber Seat, DeviceId Device, SeatNumber Teller, Story Story, DateTimeOffset At) : SeatCommand(Seat, Device, At);

public sealed record OpenSecondPlacement(SeatNumber Seat, DeviceId Device, bool Anyway, DateTimeOffset At) : MoveCommand(Seat, Device, Anyway, At);

/// <summary>Places the cards that wait again, the first one now and the others in a row after it.</summary>
public sealed record TakeHeldCard(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record SkipSecondPlacement(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

/// <summary>Who brought a case takes an example or a tip along, or leaves it after all (G11).</summary>
public sealed record TakeAlong(SeatNumber Seat, DeviceId Device, NoteId Note, bool IsTaken, DateTimeOffset At) : SeatCommand(Seat, Device, At);

/// <param name="Pile">Nothing for a practice card and for a case that was judged, which end on no pile.</param>
public sealed record LayCard(SeatNumber Seat, DeviceId Device, Pile? Pile, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

/// <summary>"Dit geven wij mee": the table has read its harvest back (T8).</summary>
public sealed record GiveHarvest(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record SetClock(SeatNumber Seat, DeviceId Device, int Minutes, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record ExtendClock(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);

public sealed record PutClockAway(SeatNumber Seat, DeviceId Device, DateTimeOffset At) : MoveCommand(Seat, Device, true, At);
