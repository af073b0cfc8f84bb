using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

/// <summary>Something that the facilitator asks of a workshop.</summary>
[JsonDerivedType(typeof(StartWorkshop), "start-workshop")]
[JsonDerivedType(typeof(RenameWorkshop), "rename-workshop")]
[JsonDerivedType(typeof(AddTable), "add-table")]
[JsonDerivedType(typeof(NameTable), "name-table")]
[JsonDerivedType(typeof(ChangeTables), "change-tables")]
[JsonDerivedType(typeof(RemoveTable), "remove-table")]
[JsonDerivedType(typeof(ChooseSeating), "choose-seating")]
[JsonDerivedType(typeof(StartGame), "start-game")]
[JsonDerivedType(typeof(HaltGame), "halt-game")]
[JsonDerivedType(typeof(SendMessage), "send-message")]
[JsonDerivedType(typeof(StartCountdown), "start-countdown")]
[JsonDerivedType(typeof(ExtendCountdown), "extend-countdown")]
[JsonDerivedType(typeof(StopCountdown), "stop-countdown")]
[JsonDerivedType(typeof(ShowJoining), "show-joining")]
[JsonDerivedType(typeof(RenewFacilitatorLink), "renew-facilitator-link")]
[JsonDerivedType(typeof(RenewScreens), "renew-screens")]
[JsonDerivedType(typeof(CloseWorkshop), "close-workshop")]
[JsonDerivedType(typeof(ReopenWorkshop), "reopen-workshop")]
[JsonDerivedType(typeof(BeginProgramme), "begin-programme")]
[JsonDerivedType(typeof(TakeBackBeginning), "take-back-beginning")]
[JsonDerivedType(typeof(GoToPart), "go-to-part")]
[JsonDerivedType(typeof(ChooseSecondMoment), "choose-second-moment")]
[JsonDerivedType(typeof(OpenSecondPlacements), "open-second-placements")]
[JsonDerivedType(typeof(CloseSecondPlacements), "close-second-placements")]
[JsonDerivedType(typeof(AddParts), "add-parts")]
[JsonDerivedType(typeof(ChangePart), "change-part")]
[JsonDerivedType(typeof(MovePart), "move-part")]
[JsonDerivedType(typeof(RemovePart), "remove-part")]
[JsonDerivedType(typeof(UndoProgramme), "undo-programme")]
[JsonDerivedType(typeof(RetimeRest), "retime-rest")]
[JsonDerivedType(typeof(StatePurpose), "state-purpose")]
[JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(WaitForASeat), "wait-for-a-seat")]
[JsonDerivedType(typeof(KnockAtTheDoor), "knock-at-the-door")]
[JsonDerivedType(typeof(LeaveTheLine), "leave-the-line")]
[JsonDerivedType(typeof(RevokeCode), "revoke-code")]
[JsonDerivedType(typeof(RenewCode), "renew-code")]
[JsonDerivedType(typeof(GiveReadLink), "give-read-link")]
[JsonDerivedType(typeof(WithdrawReadLink), "withdraw-read-link")]
[JsonDerivedType(typeof(GiveActionLink), "give-action-link")]
[JsonDerivedType(typeof(WithdrawActionLink), "withdraw-action-link")]
[JsonDerivedType(typeof(OfferRole), "offer-role")]
[JsonDerivedType(typeof(WithdrawOffer), "withdraw-offer")]
[JsonDerivedType(typeof(AcceptRole), "accept-role")]
[JsonDerivedType(typeof(DismissSeconds), "dismiss-seconds")]
[JsonDerivedType(typeof(TakeSecondsBack), "take-seconds-back")]
[JsonDerivedType(typeof(BinWorkshop), "bin-workshop")]
[JsonDerivedType(typeof(RestoreWorkshop), "restore-workshop")]
[JsonDerivedType(typeof(BeginRehearsal), "begin-rehearsal")]
[JsonDerivedType(typeof(EndRehearsal), "end-rehearsal")]
[JsonDerivedType(typeof(EraseRehearsal), "erase-rehearsal")]
public abstract record WorkshopCommand(DateTimeOffset At);

/// <param name="Tables">The ids of the tables that stand ready from the start.</param>
/// <param name="Parts">The programme of the template.</param>
/// <param name="Taken">The words of the deck, where they are not ours to keep.</param>
public sealed record StartWorkshop(
    string Title, JoinCode Code, string Deck, string Language, Board Board, Template Template, IReadOnlyList<TableId> Tables,
    string KeyProof, string RecoveryProof, bool IsDemo, DateTimeOffset At, IReadOnlyList<Part>? Parts = null, Board? Cases = null, int Edition = 1, IReadOnlyList<Deck>? Taken = null) : WorkshopCommand(At);

/// <param name="Title">1 to <see cref="Workshop.LongestTitle"/> characters.</param>
public sealed record RenameWorkshop(string Title, DateTimeOffset At) : WorkshopCommand(At);

public sealed record AddTable(TableId Table, DateTimeOffset At) : WorkshopCommand(At);

public sealed record NameTable(TableId Table, string Name, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>All of them or, where one cannot be, none.</summary>
public sealed record ChangeTables(IReadOnlyList<ChangedTable> Tables, DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Name">At most <see cref="Workshop.LongestTableName"/> characters; empty: it has a number only.</param>
/// <param name="Seats">For how many people: <see cref="Workshop.FewestSeats"/> to <see cref="Workshop.MostSeats"/>.</param>
public sealed record ChangedTable(TableId Table, string Name, int Seats);

/// <summary>Takes away a table of which is known that nobody ever sat there.</summary>
/// <param name="Events">How many events it has had.</param>
public sealed record RemoveTable(TableId Table, long Events, DateTimeOffset At) : WorkshopCommand(At);

public sealed record ChooseSeating(Seating Seating, DateTimeOffset At) : WorkshopCommand(At);

public sealed record StartGame(DateTimeOffset At) : WorkshopCommand(At);

public sealed record HaltGame(DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Text">Empty takes away what stands there.</param>
/// <param name="Minutes">For how long it stands there; 0: until the next part, as every message.</param>
public sealed record SendMessage(string Text, DateTimeOffset At, int Minutes = 0) : WorkshopCommand(At);

/// <summary>The whole room sees how much time is left. Begun again it counts from the beginning.</summary>
public sealed record StartCountdown(int Minutes, DateTimeOffset At) : WorkshopCommand(At);

public sealed record ExtendCountdown(int Minutes, DateTimeOffset At) : WorkshopCommand(At);

public sealed record StopCountdown(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>For who comes late: the wall shows how to join over what is there, until the next part or until it is taken away.</summary>
public sealed record ShowJoining(bool IsShown, DateTimeOffset At) : WorkshopCommand(At);

public sealed record RenewFacilitatorLink(string KeyProof, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>New keys for the wall and the table screens; those that are open with the old ones end.</summary>
public sealed record RenewScreens(string Secret, DateTimeOffset At) : WorkshopCommand(At);

public sealed record CloseWorkshop(DateTimeOffset At) : WorkshopCommand(At);

public sealed record ReopenWorkshop(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>When the tables place again; to be chosen before the game starts.</summary>
/// <param name="Again">The part in which the tables place again, for a programme that has none; it is laid where that is to be after the plenary.</param>
public sealed record ChooseSecondMoment(SecondMoment Moment, DateTimeOffset At, Part? Again = null) : WorkshopCommand(At);

/// <summary>The plenary is over: the tables place their cards again, where that moment was chosen.</summary>
public sealed record OpenSecondPlacements(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Not yet: the cards wait again. At placing again itself it leads one part back.</summary>
public sealed record CloseSecondPlacements(DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Tables">Tables where nobody sits.</param>
/// <param name="Players">How many stand-ins sit down at each.</param>
public sealed record BeginRehearsal(IReadOnlyList<TableId> Tables, int Players, Tempo Tempo, DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Fresh">An id for each table that may have to be laid anew.</param>
/// <param name="HasPeople">Whether somebody sits at a table that is not rehearsed.</param>
/// <param name="Events">At least as many as the tables that go have had.</param>
public sealed record EndRehearsal(IReadOnlyList<TableId> Fresh, bool HasPeople, long Events, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>What was practised has been removed from the journal.</summary>
public sealed record EraseRehearsal(DateTimeOffset At) : WorkshopCommand(At);
