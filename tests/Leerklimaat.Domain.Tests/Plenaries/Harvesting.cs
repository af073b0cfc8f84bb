using System.Text.Json;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("P1")]
public class Harvesting : APlenary
{
    [Fact]
    public void The_green_pile_and_green_notes_are_what_is_there_already() =>
        Assert.Equal([EntryKind.GreenCard, EntryKind.GreenNote], ListsOf(Plenary.Empty).Present.Select(listed => listed.Entries[0].Kind));

    [Fact]
    public void Pink_needs_are_to_be_developed_and_pink_questions_are_left_over()
    {
        var lists = ListsOf(Plenary.Empty);
        Assert.Equal([ATime, AMoreTime], lists.ToDevelop.Select(listed => listed.Id));
        Assert.Equal([AWhoPays], lists.Questions.Select(listed => listed.Id));
    }

    [Theory, InlineData(Pile.RedToImprove, EntryKind.CardToImprove), InlineData(Pile.RedNotPresent, EntryKind.CardNotPresent)]
    public void The_red_pile_is_to_be_developed_and_keeps_its_two_kinds_apart(Pile pile, EntryKind kind)
    {
        var red = AddingUp.After(new LayCard(Anna, AnnasPhone, pile, Monday)).State;
        var entry = Assert.Single(Harvest.Of(Tables((Table1, red))));
        Assert.Equal((kind, PlenaryList.ToDevelop), (entry.Kind, entry.List));
    }

    [Fact]
    public void A_card_from_several_tables_is_one_entry_with_all_its_tables() =>
        Assert.Equal([(Table1, 1), (Table2, 2)], Entries[0].Sources.Select(source => (source.Table, source.Number)));

    [Fact]
    public void A_card_that_the_tables_judged_differently_stands_on_both_lists()
    {
        var red = AddingUp.After(new LayCard(Anna, AnnasPhone, Pile.RedToImprove, Monday)).State;
        Assert.Equal(2, Harvest.Of(Tables((Table1, Played1), (Table2, red))).Count(entry => entry.Card == Safety && !entry.IsNote));
    }

    [Theory, Rule("D2"), InlineData(Pile.Green, EntryKind.GreenCard), InlineData(Pile.RedToImprove, EntryKind.CardToImprove), InlineData(Pile.RedNotPresent, EntryKind.CardNotPresent)]
    public void What_was_arranged_about_a_pile_that_is_not_told_any_more_is_about_the_discussed_card(Pile pile, EntryKind kind)
    {
        var small = TwoSit.After(Choose(Anna, Safety), Place(Anna, 1), Place(Bram, 3), Reveal(Anna), new SkipSecondPlacement(Anna, AnnasPhone, Monday), new LayCard(Anna, AnnasPhone, pile, Monday)).State;
        var before = EntryId.OfCard(kind, Safety);
        var planned = Fresh.Given(new ActionPlanned(new(Guid.Empty, before, "een uur per week", "Joost", null, "")));

        var alone = PlenaryLists.Of(planned.State, Harvest.Of(Tables((Table1, small))));
        Assert.Equal("een uur per week", alone.All.Single().Actions.Single().Text);
        var together = PlenaryLists.Of(planned.Given(new EntriesBundled(TimeTogether, "Tijd", PlenaryList.ToDevelop, [before])).State, Harvest.Of(Tables((Table1, small))));
        Assert.Equal(EntryKind.DiscussedCard, together.Find(TimeTogether)!.Entries.Single().Kind);
    }

    [Fact]
    public void Every_entry_can_be_traced_to_its_card_and_table() =>
        Assert.All(Entries, entry => Assert.True(entry.Card == Safety && !entry.Sources.IsEmpty));

    [Fact]
    public void No_entry_leads_to_a_person()
    {
        var all = JsonSerializer.Serialize(Entries);
        Assert.Contains("Tijd om te leren", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Bram", all, StringComparison.Ordinal);
        Assert.DoesNotContain("proof", all, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(Entry).GetProperties().Concat(typeof(Source).GetProperties()), property => property.PropertyType == typeof(SeatNumber) || property.PropertyType == typeof(DeviceId));
    }

    [Fact]
    public void A_withdrawn_note_is_out_and_back_when_it_is_restored()
    {
        var hidden = Table.Evolve(Played1, new NoteWithdrawn(Time));
        Assert.DoesNotContain(Harvest.Of(Tables((Table1, hidden))), entry => entry.Id == ATime);
        Assert.Contains(Harvest.Of(Tables((Table1, Table.Evolve(hidden, new NoteRestored(Time))))), entry => entry.Id == ATime);
    }

    [Fact]
    public void A_note_flows_in_while_its_round_goes_on() =>
        Assert.Single(Harvest.Of(Tables((Table1, Placing.After(Write(Anna, Intervision, "Koffie")).State))));

    [Fact, Rule("G12")]
    public void Practice_leaves_nothing_behind()
    {
        var practising = Seated.After(Choose(Anna, Practice, RoundKind.Practice), Write(Anna, Intervision, "Oefenen"));
        Assert.Empty(Harvest.Of(Tables((Table1, practising.State))));
        foreach (TableCommand away in new TableCommand[] { new StepBack(Monday), new SkipCard(Anna, AnnasPhone, Practice, Monday) })
        {
            var put = Seated.After(Choose(Anna, Practice, RoundKind.Practice), Write(Anna, Intervision, "Oefenen"), away, Choose(Anna, Safety)).State;
            Assert.Single(put.Notes);
            Assert.False(put.HasHarvest);
            Assert.Empty(Harvest.Of(Tables((Table1, put))));
        }
    }

    [Fact]
    public void A_case_comes_with_its_own_words()
    {
        var told = Seated.After(new BringCase(Bram, BramsPhone, CardId.OfCase(Guid.Empty), "Een boze inwoner", "We bellen terug", Monday), Place(Anna, 3), Place(Chaima, 3), Reveal(Anna),
            Tell(Bram), Tell(Anna), Tell(Chaima), new SkipSecondPlacement(Anna, AnnasPhone, Monday), new LayCard(Anna, AnnasPhone, Pile.Green, Monday)).State;
        Assert.Equal("Een boze inwoner", Assert.Single(Harvest.Of(Tables((Table1, told)))).Text);
    }

    [Fact]
    public void A_table_that_is_not_laid_gives_nothing() => Assert.Empty(Harvest.Of(Tables((Table1, Table.Empty))));
}
