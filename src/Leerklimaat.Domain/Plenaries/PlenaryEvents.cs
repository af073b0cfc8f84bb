using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that happened in a plenary.</summary>
[JsonDerivedType(typeof(EntriesBundled), "entries-bundled")]
[JsonDerivedType(typeof(AddedToBundle), "added-to-bundle")]
[JsonDerivedType(typeof(TakenFromBundle), "taken-from-bundle")]
[JsonDerivedType(typeof(BundleRenamed), "bundle-renamed")]
[JsonDerivedType(typeof(BundleDissolved), "bundle-dissolved")]
[JsonDerivedType(typeof(EntriesMoved), "entries-moved")]
[JsonDerivedType(typeof(EntriesHidden), "entries-hidden")]
[JsonDerivedType(typeof(EntriesShown), "entries-shown")]
[JsonDerivedType(typeof(SuggestionDismissed), "suggestion-dismissed")]
[JsonDerivedType(typeof(ActionPlanned), "action-planned")]
[JsonDerivedType(typeof(ActionDropped), "action-dropped")]
[JsonDerivedType(typeof(QuestionAssigned), "question-assigned")]
[JsonDerivedType(typeof(QuestionAnswered), "question-answered")]
[JsonDerivedType(typeof(StepUndone), "step-undone")]
[JsonDerivedType(typeof(DotsOpened), "dots-opened")]
[JsonDerivedType(typeof(DotSet), "dot-set")]
[JsonDerivedType(typeof(DotTaken), "dot-taken")]
[JsonDerivedType(typeof(DotsClosed), "dots-closed")]
[JsonDerivedType(typeof(DotsReopened), "dots-reopened")]
[JsonDerivedType(typeof(CardDrawn), "card-drawn")]
[JsonDerivedType(typeof(CardShown), "card-shown")]
[JsonDerivedType(typeof(ListsShown), "lists-shown")]
[JsonDerivedType(typeof(MinimumChosen), "minimum-chosen")]
[JsonDerivedType(typeof(RehearsalCleared), "rehearsal-cleared")]
[JsonDerivedType(typeof(WordingDrafted), "wording-drafted")]
[JsonDerivedType(typeof(WordingApproved), "wording-approved")]
public abstract record PlenaryEvent;

public sealed record EntriesBundled(EntryId Bundle, string Name, PlenaryList List, ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record AddedToBundle(EntryId Bundle, ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record TakenFromBundle(ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record BundleRenamed(EntryId Bundle, string Name) : PlenaryEvent;

public sealed record BundleDissolved(EntryId Bundle) : PlenaryEvent;

public sealed record EntriesMoved(PlenaryList To, ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record EntriesHidden(ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record EntriesShown(ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record SuggestionDismissed(ImmutableArray<EntryId> Entries) : PlenaryEvent;

public sealed record ActionPlanned(ActionPoint Action) : PlenaryEvent;

public sealed record ActionDropped(Guid Action) : PlenaryEvent;

public sealed record QuestionAssigned(EntryId Question, string Owner) : PlenaryEvent;

public sealed record QuestionAnswered(EntryId Question, string Answer) : PlenaryEvent;

public sealed record StepUndone : PlenaryEvent;

public sealed record DotsOpened(int Round, int Each) : PlenaryEvent;

/// <param name="Owner">A hash of a secret that only the browser has: the journal does not tell whose dot it is.</param>
/// <param name="Voices">How many voices the owner has (D9); nothing for one, and in a journal of before it was kept.</param>
public sealed record DotSet(int Round, string Owner, EntryId Entry, int? Voices = null) : PlenaryEvent;

public sealed record DotTaken(int Round, string Owner, EntryId Entry) : PlenaryEvent;

public sealed record DotsClosed(int Round) : PlenaryEvent;

public sealed record DotsReopened(int Round) : PlenaryEvent;

/// <summary>A picture of a card was made. It holds sums, and who is in them; not who stood where.</summary>
public sealed record CardDrawn(CardPicture Picture) : PlenaryEvent;

public sealed record CardShown(CardId Card) : PlenaryEvent;

public sealed record ListsShown : PlenaryEvent;

public sealed record MinimumChosen(int People) : PlenaryEvent;

public sealed record RehearsalCleared(bool IsAnew) : PlenaryEvent;

public sealed record WordingDrafted(EntryId Question, string Words) : PlenaryEvent;

public sealed record WordingApproved(EntryId Question, string Words) : PlenaryEvent;
