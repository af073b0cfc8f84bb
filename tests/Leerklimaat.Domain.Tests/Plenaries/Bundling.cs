using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("P2")]
public class Bundling : APlenary
{
    [Fact]
    public void Selected_entries_become_one_bundle_with_a_name() =>
        Fresh.When(Bundle(ATime, AMoreTime)).Then(new EntriesBundled(TimeTogether, "Tijd", PlenaryList.ToDevelop, [ATime, AMoreTime]));

    [Fact]
    public void A_bundle_is_one_line_and_keeps_its_sources()
    {
        var listed = Assert.Single(ListsOf(Bundled.State).ToDevelop);
        Assert.Equal("Tijd", listed.Name);
        Assert.Equal([Table1, Table2], listed.Sources.Select(source => source.Table));
    }

    [Fact]
    public void A_bundle_needs_a_name_and_something_in_it()
    {
        Fresh.When(new BundleEntries(TimeTogether, "", PlenaryList.Present, [ATime], Monday)).ThenRefused(Reason.BundleWithoutName);
        Fresh.When(Bundle()).ThenRefused(Reason.NothingSelected);
        Fresh.When(new BundleEntries(TimeTogether, new string('x', 81), PlenaryList.Present, [ATime], Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 80));
    }

    [Fact, Rule("L2")]
    public void The_same_bundle_twice_is_one() => Bundled.When(Bundle(ATime, AMoreTime)).ThenNothing();

    [Fact]
    public void Bundling_bundles_puts_all_that_is_in_them_together() =>
        Bundled.When(new BundleEntries(Other, "Leren", PlenaryList.ToDevelop, [TimeTogether, AWhoPays], Monday))
            .Then(new EntriesBundled(Other, "Leren", PlenaryList.ToDevelop, [ATime, AMoreTime, AWhoPays]))
            .And(plenary => Assert.Equal(Other, Assert.Single(plenary.Arrangement.Bundles).Id));

    [Fact]
    public void An_entry_is_added_and_taken_out_again()
    {
        Bundled.After(new AddToBundle(TimeTogether, [AWhoPays], Monday)).And(plenary => Assert.Empty(ListsOf(plenary).Questions))
            .When(new TakeFromBundle([AWhoPays], Monday)).Then(new TakenFromBundle([AWhoPays]));
        Bundled.When(new AddToBundle(TimeTogether, [ATime], Monday)).ThenNothing();
        Bundled.When(new AddToBundle(Other, [AWhoPays], Monday)).ThenRefused(Reason.EntryUnknown);
    }

    [Fact]
    public void What_is_taken_out_stays_on_the_list_of_the_bundle() =>
        Bundled.After(new AddToBundle(TimeTogether, [AWhoPays], Monday), new TakeFromBundle([AWhoPays], Monday))
            .And(plenary => Assert.Contains(ListsOf(plenary).ToDevelop, listed => listed.Id == AWhoPays));

    [Fact]
    public void A_bundle_without_entries_is_no_more() =>
        Bundled.After(new TakeFromBundle([ATime, AMoreTime], Monday)).And(plenary => Assert.Empty(plenary.Arrangement.Bundles));

    [Fact]
    public void A_bundle_is_renamed_and_dissolved()
    {
        Bundled.When(new RenameBundle(TimeTogether, "Leertijd", Monday)).Then(new BundleRenamed(TimeTogether, "Leertijd"));
        Bundled.When(new DissolveBundle(TimeTogether, Monday)).Then(new BundleDissolved(TimeTogether)).And(plenary => Assert.Equal(2, ListsOf(plenary).ToDevelop.Length));
        Fresh.When(new RenameBundle(TimeTogether, "Leertijd", Monday)).ThenRefused(Reason.EntryUnknown);
    }

    [Fact]
    public void Entries_and_bundles_move_to_another_list() => Bundled
        .After(new MoveEntries(PlenaryList.Present, [TimeTogether, AWhoPays], Monday))
        .And(plenary => Assert.Equal([TimeTogether, AWhoPays], ListsOf(plenary).Present.Select(listed => listed.Id).Where(id => id.IsBundle || id == AWhoPays)))
        .When(new MoveEntries(PlenaryList.Present, [TimeTogether, AWhoPays], Monday)).ThenNothing();

    [Fact]
    public void Moving_an_entry_takes_it_out_of_its_bundle() =>
        Bundled.After(new MoveEntries(PlenaryList.Questions, [ATime], Monday)).And(plenary => Assert.Equal([AMoreTime], plenary.Arrangement.Bundles[0].Entries));

    [Fact]
    public void A_hidden_entry_is_on_no_list_and_in_no_bundle_and_comes_back() => Bundled
        .After(new HideEntries([ATime, AWhoPays], Monday))
        .And(plenary =>
        {
            Assert.Equal([ATime, AWhoPays], ListsOf(plenary).Hidden.Select(listed => listed.Id));
            Assert.DoesNotContain(ListsOf(plenary).All.SelectMany(listed => listed.Entries), entry => entry.Id == ATime || entry.Id == AWhoPays);
        })
        .After(new ShowEntries([ATime], Monday)).And(plenary => Assert.Equal(2, ListsOf(plenary).ToDevelop[0].Entries.Length));

    [Fact]
    public void A_bundle_outlives_a_card_that_is_back_on_its_table()
    {
        var card = EntryId.OfCard(EntryKind.GreenCard, Safety);
        var plenary = Fresh.After(Bundle(card, ATime)).State;
        Assert.Equal([ATime], PlenaryLists.Of(plenary, Entries.Where(entry => entry.Id != card)).Find(TimeTogether)!.Entries.Select(entry => entry.Id));
        Assert.Equal(2, ListsOf(plenary).Find(TimeTogether)!.Entries.Length);
    }

    [Fact]
    public void An_unwanted_suggestion_is_remembered() => Fresh.When(new DismissSuggestion([ATime, AMoreTime], Monday)).Then(new SuggestionDismissed([ATime, AMoreTime]));

    [Fact, Rule("W10")]
    public void Every_step_can_be_undone()
    {
        Bundled.After(new HideEntries([AWhoPays], Monday)).When(new UndoStep(Monday)).Then(new StepUndone())
            .And(plenary => Assert.Empty(plenary.Arrangement.Hidden))
            .After(new UndoStep(Monday)).And(plenary => Assert.Empty(plenary.Arrangement.Bundles))
            .When(new UndoStep(Monday)).ThenRefused(Reason.NothingToUndo);
    }
}
