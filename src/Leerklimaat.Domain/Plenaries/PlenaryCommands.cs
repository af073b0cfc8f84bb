using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>Something that is asked of a plenary: by who leads it, and of the dots by everybody.</summary>
[JsonDerivedType(typeof(BundleEntries), "bundle-entries")]
[JsonDerivedType(typeof(AddToBundle), "add-to-bundle")]
[JsonDerivedType(typeof(TakeFromBundle), "take-from-bundle")]
[JsonDerivedType(typeof(RenameBundle), "rename-bundle")]
[JsonDerivedType(typeof(DissolveBundle), "dissolve-bundle")]
[JsonDerivedType(typeof(MoveEntries), "move-entries")]
[JsonDerivedType(typeof(HideEntries), "hide-entries")]
[JsonDerivedType(typeof(ShowEntries), "show-entries")]
[JsonDerivedType(typeof(DismissSuggestion), "dismiss-suggestion")]
[JsonDerivedType(typeof(PlanAction), "plan-action")]
[JsonDerivedType(typeof(DropAction), "drop-action")]
[JsonDerivedType(typeof(AssignQuestion), "assign-question")]
[JsonDerivedType(typeof(AnswerQuestion), "answer-question")]
[JsonDerivedType(typeof(DraftWording), "draft-wording")]
[JsonDerivedType(typeof(ApproveWording), "approve-wording")]
[JsonDerivedType(typeof(UndoStep), "undo-step")]
[JsonDerivedType(typeof(OpenDots), "open-dots")]
[JsonDerivedType(typeof(SetDot), "set-dot")]
[JsonDerivedType(typeof(TakeDot), "take-dot")]
[JsonDerivedType(typeof(CloseDots), "close-dots")]
[JsonDerivedType(typeof(ReopenDots), "reopen-dots")]
[JsonDerivedType(typeof(ShowCard), "show-card")]
[JsonDerivedType(typeof(ShowLists), "show-lists")]
[JsonDerivedType(typeof(ChooseMinimum), "choose-minimum")]
[JsonDerivedType(typeof(ClearRehearsal), "clear-rehearsal")]
public abstract record PlenaryCommand(DateTimeOffset At);

/// <summary>A step in arranging the lists. While people set dots the lists stand still.</summary>
public abstract record ArrangeCommand(DateTimeOffset At) : PlenaryCommand(At);

/// <param name="Bundle">The id of the new bundle, made by who asks.</param>
public sealed record BundleEntries(EntryId Bundle, string Name, PlenaryList List, ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record AddToBundle(EntryId Bundle, ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record TakeFromBundle(ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record RenameBundle(EntryId Bundle, string Name, DateTimeOffset At) : ArrangeCommand(At);

public sealed record DissolveBundle(EntryId Bundle, DateTimeOffset At) : ArrangeCommand(At);

/// <param name="Entries">Entries and bundles; a bundle moves as a whole.</param>
public sealed record MoveEntries(PlenaryList To, ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record HideEntries(ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record ShowEntries(ImmutableArray<EntryId> Entries, DateTimeOffset At) : ArrangeCommand(At);

public sealed record DismissSuggestion(ImmutableArray<EntryId> Entries, DateTimeOffset At) : PlenaryCommand(At);

/// <summary>Agrees an action, or changes the one with this id.</summary>
public sealed record PlanAction(ActionPoint Action, DateTimeOffset At) : PlenaryCommand(At);

public sealed record DropAction(Guid Action, DateTimeOffset At) : PlenaryCommand(At);

public sealed record AssignQuestion(EntryId Question, string Owner, DateTimeOffset At) : PlenaryCommand(At);

public sealed record AnswerQuestion(EntryId Question, string Answer, DateTimeOffset At) : PlenaryCommand(At);

/// <summary>Other words for a question are written, and not yet given.</summary>
public sealed record DraftWording(EntryId Question, string Words, DateTimeOffset At) : PlenaryCommand(At);

/// <param name="Words">Empty: others read again what the room wrote.</param>
public sealed record ApproveWording(EntryId Question, string Words, DateTimeOffset At) : PlenaryCommand(At);

public sealed record UndoStep(DateTimeOffset At) : ArrangeCommand(At);

/// <param name="Round">One more than the rounds that there were: asking twice opens one round.</param>
/// <param name="Entries">How many lines stand on the lists, a bundle counted as one.</param>
public sealed record OpenDots(int Round, int Entries, DateTimeOffset At) : PlenaryCommand(At);

/// <param name="Dot">How many dots this owner then has there: asking twice sets one dot.</param>
/// <param name="Seats">How many people set dots with this device: a tablet that goes round has more than one seat.</param>
/// <param name="Voices">How many of them have a voice of their own (D9): none of who follows, one of seats that share a device, all of a table that plays on one. Nothing for one.</param>
public sealed record SetDot(int Round, string Owner, EntryId Entry, int Dot, int Seats, DateTimeOffset At, int? Voices = null) : PlenaryCommand(At);

/// <param name="Dot">How many dots this owner then has there.</param>
public sealed record TakeDot(int Round, string Owner, EntryId Entry, int Dot, DateTimeOffset At) : PlenaryCommand(At);

public sealed record CloseDots(int Round, DateTimeOffset At) : PlenaryCommand(At);

public sealed record ReopenDots(int Round, DateTimeOffset At) : PlenaryCommand(At);

/// <param name="Picture">As it may be shown; nothing where too few people placed.</param>
public sealed record ShowCard(CardId Card, CardPicture? Picture, DateTimeOffset At) : PlenaryCommand(At);

public sealed record ShowLists(DateTimeOffset At) : PlenaryCommand(At);

/// <param name="People">How many people must have placed before a card is drawn; five or more.</param>
public sealed record ChooseMinimum(int People, DateTimeOffset At) : PlenaryCommand(At);

/// <summary>A rehearsal is over (W11).</summary>
/// <param name="IsAnew">Nobody but stand-ins took part.</param>
public sealed record ClearRehearsal(bool IsAnew, DateTimeOffset At) : PlenaryCommand(At);
