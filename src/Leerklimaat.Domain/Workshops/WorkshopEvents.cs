using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that happened in a workshop as a whole.</summary>
[JsonDerivedType(typeof(WorkshopStarted), "workshop-started")]
[JsonDerivedType(typeof(WorkshopRenamed), "workshop-renamed")]
[JsonDerivedType(typeof(TableAdded), "table-added")]
[JsonDerivedType(typeof(TableNamed), "table-named")]
[JsonDerivedType(typeof(TableSeatsChanged), "table-seats-changed")]
[JsonDerivedType(typeof(TableRemoved), "table-removed")]
[JsonDerivedType(typeof(SeatingChosen), "seating-chosen")]
[JsonDerivedType(typeof(GameStarted), "game-started")]
[JsonDerivedType(typeof(GameHalted), "game-halted")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(CountdownSet), "countdown-set")]
[JsonDerivedType(typeof(JoiningShown), "joining-shown")]
[JsonDerivedType(typeof(FacilitatorLinkRenewed), "facilitator-link-renewed")]
[JsonDerivedType(typeof(ScreensRenewed), "screens-renewed")]
[JsonDerivedType(typeof(WorkshopClosed), "workshop-closed")]
[JsonDerivedType(typeof(WorkshopReopened), "workshop-reopened")]
[JsonDerivedType(typeof(ProgrammeLaid), "programme-laid")]
[JsonDerivedType(typeof(PartReached), "part-reached")]
[JsonDerivedType(typeof(BeginningTakenBack), "beginning-taken-back")]
[JsonDerivedType(typeof(SecondMomentChosen), "second-moment-chosen")]
[JsonDerivedType(typeof(SecondPlacementsOpened), "second-placements-opened")]
[JsonDerivedType(typeof(SecondPlacementsClosed), "second-placements-closed")]
[JsonDerivedType(typeof(PartsAdded), "parts-added")]
[JsonDerivedType(typeof(PartChanged), "part-changed")]
[JsonDerivedType(typeof(PartMoved), "part-moved")]
[JsonDerivedType(typeof(PartRemoved), "part-removed")]
[JsonDerivedType(typeof(ProgrammeRestored), "programme-restored")]
[JsonDerivedType(typeof(PartsRetimed), "parts-retimed")]
[JsonDerivedType(typeof(PurposeStated), "purpose-stated")]
[JsonDerivedType(typeof(FollowerCame), "follower-came")]
[JsonDerivedType(typeof(WaiterCame), "waiter-came")]
[JsonDerivedType(typeof(WaiterCalled), "waiter-called")]
[JsonDerivedType(typeof(WaiterPassedOver), "waiter-passed-over")]
[JsonDerivedType(typeof(TurnsTakenBack), "turns-taken-back")]
[JsonDerivedType(typeof(WaiterLeft), "waiter-left")]
[JsonDerivedType(typeof(CodeRevoked), "code-revoked")]
[JsonDerivedType(typeof(CodeRenewed), "code-renewed")]
[JsonDerivedType(typeof(ReadLinkGiven), "read-link-given")]
[JsonDerivedType(typeof(ReadLinkWithdrawn), "read-link-withdrawn")]
[JsonDerivedType(typeof(ActionLinkGiven), "action-link-given")]
[JsonDerivedType(typeof(ActionLinkWithdrawn), "action-link-withdrawn")]
[JsonDerivedType(typeof(RoleOffered), "role-offered")]
[JsonDerivedType(typeof(OfferWithdrawn), "offer-withdrawn")]
[JsonDerivedType(typeof(SecondJoined), "second-joined")]
[JsonDerivedType(typeof(RoleHandedOver), "role-handed-over")]
[JsonDerivedType(typeof(SecondsDismissed), "seconds-dismissed")]
[JsonDerivedType(typeof(SecondsTakenBack), "seconds-taken-back")]
[JsonDerivedType(typeof(WorkshopBinned), "workshop-binned")]
[JsonDerivedType(typeof(WorkshopRestored), "workshop-restored")]
[JsonDerivedType(typeof(RehearsalBegun), "rehearsal-begun")]
[JsonDerivedType(typeof(RehearsalEnded), "rehearsal-ended")]
[JsonDerivedType(typeof(RehearsalErased), "rehearsal-erased")]
public abstract record WorkshopEvent;

/// <param name="KeyProof">A hash of the key in the private facilitator link; the key itself is not kept.</param>
/// <param name="RecoveryProof">A slow hash of the recovery code; the code itself is not kept.</param>
/// <param name="Cases">The board on which the approach of a case is judged; nothing in journals from before there was one.</param>
/// <param name="Edition">Of the deck. Journals from before there were editions were played with the first.</param>
/// <param name="Taken">The words of the deck themselves, in each language that it has, where they are not ours to keep: they may be gone tomorrow.</param>
public sealed record WorkshopStarted(
    string Title, JoinCode Code, string Deck, string Language, Board Board, int Minutes, int SeatsPerTable,
    string KeyProof, string RecoveryProof, bool IsDemo, DateTimeOffset At, Board? Cases = null, int Edition = 1, IReadOnlyList<Deck>? Taken = null) : WorkshopEvent;

public sealed record WorkshopRenamed(string Title) : WorkshopEvent;

public sealed record TableAdded(TableId Table, int Number) : WorkshopEvent;

public sealed record TableNamed(TableId Table, string Name) : WorkshopEvent;

public sealed record TableSeatsChanged(TableId Table, int Seats) : WorkshopEvent;

/// <param name="Events">How many events the table has had, so that what a page has seen of the workshop does not become less.</param>
public sealed record TableRemoved(TableId Table, long Events, DateTimeOffset At) : WorkshopEvent;

public sealed record SeatingChosen(Seating Seating) : WorkshopEvent;

public sealed record GameStarted(DateTimeOffset At) : WorkshopEvent;

public sealed record GameHalted(DateTimeOffset At) : WorkshopEvent;

/// <param name="Text">Empty where a message was taken away, or ended with its part.</param>
/// <param name="EndsAt">When screens stop showing it by themselves; nothing: they do not.</param>
public sealed record MessageSent(string Text, DateTimeOffset At, DateTimeOffset? EndsAt = null) : WorkshopEvent;

/// <param name="EndsAt">Nothing: the room counts down no more.</param>
public sealed record CountdownSet(DateTimeOffset? EndsAt, DateTimeOffset At) : WorkshopEvent;

/// <summary>The wall shows how to join over what is there, or does so no more. It ends by itself where a part is reached.</summary>
public sealed record JoiningShown(bool IsShown) : WorkshopEvent;

public sealed record FacilitatorLinkRenewed(string KeyProof) : WorkshopEvent;

public sealed record ScreensRenewed(string Secret, DateTimeOffset At) : WorkshopEvent;

public sealed record WorkshopClosed(DateTimeOffset At) : WorkshopEvent;

public sealed record WorkshopReopened(DateTimeOffset At) : WorkshopEvent;

public sealed record SecondMomentChosen(SecondMoment Moment) : WorkshopEvent;

public sealed record SecondPlacementsOpened(DateTimeOffset At) : WorkshopEvent;

public sealed record SecondPlacementsClosed(DateTimeOffset At) : WorkshopEvent;

public sealed record RehearsalBegun(IReadOnlyList<TableId> Tables, int Players, Tempo Tempo, DateTimeOffset At) : WorkshopEvent;

/// <param name="IsAnew">The programme is where it was before the rehearsal.</param>
public sealed record RehearsalEnded(IReadOnlyList<LaidAnew> Tables, bool IsAnew, long Events, DateTimeOffset At) : WorkshopEvent;

public sealed record RehearsalErased : WorkshopEvent;
