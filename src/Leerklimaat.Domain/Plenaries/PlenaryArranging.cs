using System.Collections.Immutable;

namespace Leerklimaat.Domain.Plenaries;

// Bundling, moving and hiding, and what is agreed: rules P2 and P4.
public sealed partial record Plenary
{
    private Decision<PlenaryEvent>? AboutArranging(PlenaryCommand command) => command switch
    {
        BundleEntries { Name.Length: > Bundle.LongestName } or RenameBundle { Name.Length: > Bundle.LongestName } => new Refusal(Reason.NameTooLong, Bundle.LongestName),
        BundleEntries { Name.Length: 0 } or RenameBundle { Name.Length: 0 } => Reason.BundleWithoutName,
        BundleEntries bundle when Arrangement.Find(bundle.Bundle) is not null => Decision<PlenaryEvent>.Nothing,
        BundleEntries bundle => Single(bundle.Entries) is { IsEmpty: false } entries ? new EntriesBundled(bundle.Bundle, bundle.Name, bundle.List, entries) : Reason.NothingSelected,

        AddToBundle add when Arrangement.Find(add.Bundle) is null => Reason.EntryUnknown,
        AddToBundle add when Single(add.Entries).IsEmpty => Reason.NothingSelected,
        AddToBundle add => Single(add.Entries).RemoveRange(Arrangement.Find(add.Bundle)!.Entries) is { IsEmpty: false } added ? new AddedToBundle(add.Bundle, added) : Decision<PlenaryEvent>.Nothing,
        TakeFromBundle take => Of(take.Entries, entry => Arrangement.BundleOf(entry) is not null, entries => new TakenFromBundle(entries)),

        RenameBundle or DissolveBundle when Arrangement.Find(Named(command)) is null => command is DissolveBundle ? Decision<PlenaryEvent>.Nothing : Reason.EntryUnknown,
        RenameBundle rename => Arrangement.Find(rename.Bundle)!.Name == rename.Name ? Decision<PlenaryEvent>.Nothing : new BundleRenamed(rename.Bundle, rename.Name),
        DissolveBundle dissolve => new BundleDissolved(dissolve.Bundle),

        MoveEntries move => Of(move.Entries, entry => Moves(entry, move.To), entries => new EntriesMoved(move.To, entries)),
        HideEntries hide => Of(hide.Entries, entry => !Arrangement.Hidden.Contains(entry), entries => new EntriesHidden(entries)),
        ShowEntries show => Of(show.Entries, Arrangement.Hidden.Contains, entries => new EntriesShown(entries)),

        DismissSuggestion { Entries.Length: < 2 } => Reason.NothingSelected,
        DismissSuggestion dismiss => Arrangement.Dismissed.Any(one => one.Entries.SequenceEqual(dismiss.Entries)) ? Decision<PlenaryEvent>.Nothing : new SuggestionDismissed(dismiss.Entries),
        UndoStep => Before.IsEmpty ? Reason.NothingToUndo : new StepUndone(),
        _ => null,
    };

    private Decision<PlenaryEvent>? AboutAgreeing(PlenaryCommand command) => command switch
    {
        PlanAction { Action.Text.Length: 0 } => Reason.ActionEmpty,
        PlanAction { Action: { Text.Length: > ActionPoint.LongestText } or { Noticing.Length: > ActionPoint.LongestText } } => Reason.ActionTooLong,
        PlanAction { Action.Owner.Length: > ActionPoint.LongestOwner } or AssignQuestion { Owner.Length: > ActionPoint.LongestOwner } => new Refusal(Reason.NameTooLong, ActionPoint.LongestOwner),
        PlanAction plan => Arrangement.Actions.Contains(plan.Action) ? Decision<PlenaryEvent>.Nothing : new ActionPlanned(plan.Action),
        DropAction drop => Arrangement.Actions.Any(action => action.Id == drop.Action) ? new ActionDropped(drop.Action) : Decision<PlenaryEvent>.Nothing,

        AssignQuestion assign => LeftOverOf(assign.Question).Owner == assign.Owner ? Decision<PlenaryEvent>.Nothing : new QuestionAssigned(assign.Question, assign.Owner),
        AnswerQuestion { Answer.Length: > LeftOver.LongestAnswer } => Reason.AnswerTooLong,
        AnswerQuestion answer => LeftOverOf(answer.Question).Answer == answer.Answer ? Decision<PlenaryEvent>.Nothing : new QuestionAnswered(answer.Question, answer.Answer),

        DraftWording { Words.Length: > Wording.LongestWords } or ApproveWording { Words.Length: > Wording.LongestWords } => new Refusal(Reason.WordingTooLong, 0, Wording.LongestWords),
        DraftWording draft => Arrangement.WordingOf(draft.Question).Draft == draft.Words ? Decision<PlenaryEvent>.Nothing : new WordingDrafted(draft.Question, draft.Words),
        ApproveWording approve => Arrangement.WordingOf(approve.Question) == new Wording(approve.Question, approve.Words, approve.Words) ? Decision<PlenaryEvent>.Nothing : new WordingApproved(approve.Question, approve.Words),
        _ => null,
    };

    private Arrangement? Arranged(PlenaryEvent happened) => happened switch
    {
        EntriesBundled bundled => Bundled(bundled),
        AddedToBundle added => Arrangement.Without(added.Entries.RemoveRange(Arrangement.Find(added.Bundle)!.Entries)).With(added.Bundle, bundle => bundle with { Entries = [.. bundle.Entries, .. added.Entries] }),
        TakenFromBundle taken => Left(taken.Entries),
        BundleRenamed renamed => Arrangement.With(renamed.Bundle, bundle => bundle with { Name = renamed.Name }),
        BundleDissolved dissolved => Left(Arrangement.Find(dissolved.Bundle)!.Entries),
        EntriesMoved moved => Elsewhere(moved),
        EntriesHidden hidden => Arrangement with { Hidden = Arrangement.Hidden.AddRange(hidden.Entries) },
        EntriesShown shown => Arrangement with { Hidden = Arrangement.Hidden.RemoveRange(shown.Entries) },
        SuggestionDismissed dismissed => Arrangement with { Dismissed = Arrangement.Dismissed.Add(new(dismissed.Entries)) },
        ActionPlanned planned => Arrangement with { Actions = Put(planned.Action) },
        ActionDropped dropped => Arrangement with { Actions = Arrangement.Actions.RemoveAll(action => action.Id == dropped.Action) },
        QuestionAssigned assigned => With(LeftOverOf(assigned.Question) with { Owner = assigned.Owner }),
        QuestionAnswered answered => With(LeftOverOf(answered.Question) with { Answer = answered.Answer }),
        WordingDrafted drafted => With(Arrangement.WordingOf(drafted.Question) with { Draft = drafted.Words }),
        WordingApproved approved => With(new Wording(approved.Question, approved.Words, approved.Words)),
        _ => null,
    };

    /// <summary>The entries among them, each once; of a bundle all that is in it, so that selecting bundles puts them together.</summary>
    private ImmutableArray<EntryId> Single(ImmutableArray<EntryId> chosen) =>
        [.. chosen.SelectMany(entry => entry.IsBundle ? Arrangement.Find(entry)?.Entries ?? [] : [entry]).Distinct()];

    private static Decision<PlenaryEvent> Of(ImmutableArray<EntryId> chosen, Func<EntryId, bool> applies, Func<ImmutableArray<EntryId>, PlenaryEvent> then)
    {
        if (chosen.IsEmpty) return Reason.NothingSelected;
        ImmutableArray<EntryId> entries = [.. chosen.Where(applies).Distinct()];
        return entries.IsEmpty ? Decision<PlenaryEvent>.Nothing : then(entries);
    }

    private static EntryId Named(PlenaryCommand command) => command is RenameBundle rename ? rename.Bundle : ((DissolveBundle)command).Bundle;

    private bool Moves(EntryId entry, PlenaryList to) => entry.IsBundle
        ? Arrangement.Find(entry) is { } bundle && bundle.List != to
        : Arrangement.MovedTo(entry) != to || Arrangement.BundleOf(entry) is not null;

    private LeftOver LeftOverOf(EntryId question) => Arrangement.LeftOver.FirstOrDefault(one => one.About == question) ?? new(question, "", "");

    private ImmutableArray<ActionPoint> Put(ActionPoint action) => Arrangement.Actions.FirstOrDefault(one => one.Id == action.Id) is { } known
        ? Arrangement.Actions.Replace(known, action)
        : Arrangement.Actions.Add(action);

    private Arrangement With(LeftOver leftOver) => Arrangement with { LeftOver = [.. Arrangement.LeftOver.Where(one => one.About != leftOver.About), leftOver] };

    private Arrangement With(Wording wording) => Arrangement with { Wordings = [.. Arrangement.Wordings.Where(one => one.About != wording.About), wording] };

    private Arrangement Bundled(EntriesBundled bundled)
    {
        var free = Arrangement.Without(bundled.Entries);
        return free with { Bundles = free.Bundles.Add(new(bundled.Bundle, bundled.Name, bundled.List, bundled.Entries)) };
    }

    /// <summary>What leaves a bundle stays on the list where the bundle stood: that is where people last saw it.</summary>
    private Arrangement Left(ImmutableArray<EntryId> entries) => entries
        .GroupBy(entry => Arrangement.BundleOf(entry)?.List)
        .Where(left => left.Key is not null)
        .Aggregate(Arrangement.Without(entries), (arrangement, left) => arrangement.MovedTo(left.Key!.Value, [.. left]));

    private Arrangement Elsewhere(EntriesMoved moved)
    {
        ImmutableArray<EntryId> entries = [.. moved.Entries.Where(entry => !entry.IsBundle)];
        return moved.Entries.Where(entry => entry.IsBundle)
            .Aggregate(Arrangement.Without(entries).MovedTo(moved.To, entries), (arrangement, bundle) => arrangement.With(bundle, one => one with { List = moved.To }));
    }
}
