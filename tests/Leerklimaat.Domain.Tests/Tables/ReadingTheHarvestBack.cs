using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("T8")]
public class ReadingTheHarvestBack : ATable
{
    private static readonly NoteId One = new(new Guid("00000000-0000-0000-0000-000000000001")), Two = new(new Guid("00000000-0000-0000-0000-000000000002"));

    private static Story<Table, TableCommand, TableEvent> Harvested => Placing
        .After(Write(Anna, One, "Koffie op maandag"), Write(Bram, Two, "Wie betaalt dat?", kind: NoteKind.Question))
        .After(Place(Anna, 1), Place(Bram, 3), Place(Chaima, 4), Reveal(Anna), new SkipSecondPlacement(Anna, AnnasPhone, Monday), new LayCard(Anna, AnnasPhone, Pile.Green, Monday));

    [Fact]
    public void A_table_gives_its_harvest_once() => Harvested
        .When(new GiveHarvest(Anna, AnnasPhone, Monday)).Then(new HarvestGiven(Monday))
        .When(new GiveHarvest(Bram, BramsPhone, Monday)).ThenNothing();

    [Fact]
    public void Before_there_is_something_it_gives_nothing() => Placing.When(new GiveHarvest(Anna, AnnasPhone, Monday)).ThenRefused(Reason.NothingHarvested);

    [Fact, Rule("G12")]
    public void What_was_practised_is_no_harvest() => Seated
        .After(Choose(Anna, Practice, RoundKind.Practice), Write(Anna, One, "Koffie"))
        .When(new GiveHarvest(Anna, AnnasPhone, Monday)).ThenRefused(Reason.NothingHarvested);

    [Fact, Rule("T5")]
    public void Where_the_table_chose_a_host_the_host_gives_it() => Harvested.After(new ChooseHost(Anna, AnnasPhone, Bram, Monday))
        .When(new GiveHarvest(Anna, AnnasPhone, Monday)).ThenRefused(Reason.OnlyTheHost);

    [Fact]
    public void What_comes_after_it_the_table_has_not_read_yet() => Harvested.After(new GiveHarvest(Anna, AnnasPhone, Monday))
        .When(new ChangeNote(Anna, AnnasPhone, One, "Thee op maandag", "proof", Monday)).And(table => Assert.Null(table.HarvestGivenAt))
        .When(new GiveHarvest(Anna, AnnasPhone, Monday)).Then(new HarvestGiven(Monday));

    [Fact]
    public void What_it_then_corrects_itself_it_has() => Harvested.After(new GiveHarvest(Anna, AnnasPhone, Monday))
        .When(new KeepNote(Chaima, ChaimasPhone, One, true, Monday)).And(table => Assert.NotNull(table.HarvestGivenAt));

    [Fact]
    public void A_note_is_kept_and_let_go() => Harvested
        .When(new KeepNote(Chaima, ChaimasPhone, One, true, Monday)).Then(new NoteKept(One))
        .When(new KeepNote(Chaima, ChaimasPhone, One, true, Monday)).ThenNothing()
        .When(new KeepNote(Anna, AnnasPhone, One, false, Monday)).Then(new NoteLetGo(One));

    [Fact]
    public void A_card_is_kept_and_let_go() => Harvested
        .When(new KeepRound(Chaima, ChaimasPhone, 1, true, Monday)).Then(new RoundKept(1))
        .When(new KeepRound(Chaima, ChaimasPhone, 1, true, Monday)).ThenNothing()
        .When(new KeepRound(Anna, AnnasPhone, 1, false, Monday)).Then(new RoundLetGo(1))
        .When(new KeepRound(Anna, AnnasPhone, 7, true, Monday)).ThenRefused(Reason.CardUnknown);

    [Fact]
    public void Of_a_kept_note_others_get_nothing() => Harvested.After(new KeepNote(Anna, AnnasPhone, One, true, Monday))
        .And(table => Assert.Equal([Two], table.AsGiven().Notes.Select(note => note.Id)))
        .And(table => Assert.DoesNotContain(EntriesOf(table), entry => entry.Text.Contains("Koffie", StringComparison.Ordinal)));

    [Fact]
    public void Of_a_kept_card_others_get_neither_the_pile_nor_a_note() => Harvested.After(new KeepRound(Anna, AnnasPhone, 1, true, Monday))
        .And(table => Assert.Empty(EntriesOf(table)))
        .And(table => Assert.Equal((0, 0), (table.AsGiven().Played.Length, table.AsGiven().Notes.Length)))
        .And(table => Assert.Single(table.Played));

    [Fact]
    public void It_stays_kept_while_it_is_played_anew() => Harvested.After(new KeepRound(Anna, AnnasPhone, 1, true, Monday), new TakeCardBack(1, Monday))
        .And(table => Assert.NotNull(table.Round))
        .And(table => Assert.Empty(table.AsGiven().Notes));

    [Fact, Rule("R1")]
    public void No_report_counts_a_kept_card()
    {
        var report = new Reports.AReport(6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4, 4]).Writes(1, "Koffie").Plays(1, "openheid-1", [1, 1, 2, 2, 3, 3]).Happens(1, new RoundKept(1));
        Assert.Equal(["openheid-1"], report.Make().Cards.Select(card => card.Id.Value));
        report.Happens(1, new RoundLetGo(1));
        Assert.Equal(["veiligheid-1", "openheid-1"], report.Make().Cards.Select(card => card.Id.Value));
    }

    [Fact, Rule("D7")]
    public void What_was_published_of_it_with_other_tables_stays_as_it_was_and_of_it_alone_nothing_does()
    {
        var report = new Reports.AReport(6, 6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4, 4]).Plays(2, "veiligheid-1", [1, 1, 2, 3, 3, 4]).Plays(1, "openheid-1", [1, 1, 2, 2, 3, 3]);
        Assert.Equal([12, 6], report.Make().Cards.Select(card => card.Once!.People));
        report.Happens(1, new RoundKept(1), new RoundKept(2));
        var kept = Assert.Single(report.Look().Cards);
        Assert.Equal(("veiligheid-1", 2), (kept.Id.Value, Assert.Single(kept.Tables).Table));
        Assert.Equal((12, true), (kept.Once!.People, kept.Once.IsEarlier));
    }

    [Theory, Rule("G6"), InlineData(NoteKind.Aspect), InlineData(NoteKind.Activity)]
    public void What_is_there_is_an_aspect_or_an_activity(NoteKind kind) => Placing
        .When(Write(Anna, One, "Koffie", kind: kind)).Then(new NoteWritten(One, kind, "Koffie", "proof", ""))
        .And(table => Assert.Equal((kind.ToString(), PlenaryList.Present), (EntriesOf(table).Single().Kind.ToString(), EntriesOf(table).Single().List)))
        .And(table => Assert.Equal(1, NoteCounts.Of(table.Notes).Green));

    [Fact, Rule("G6")]
    public void A_question_can_become_a_need() => Harvested
        .When(new CallNote(Chaima, ChaimasPhone, Two, NoteKind.Need, Monday)).Then(new NoteCalled(Two, NoteKind.Need))
        .And(table => Assert.Equal(PlenaryList.ToDevelop, EntriesOf(table).Single(entry => entry.Id == EntryId.OfNote(Two)).List))
        .When(new CallNote(Chaima, ChaimasPhone, Two, NoteKind.Need, Monday)).ThenNothing();

    [Theory, Rule("G6"), InlineData(1, NoteKind.Need), InlineData(1, NoteKind.Question), InlineData(2, NoteKind.Green), InlineData(2, NoteKind.Activity)]
    public void But_no_note_changes_its_colour(int note, NoteKind kind) => Harvested.When(new CallNote(Chaima, ChaimasPhone, note == 1 ? One : Two, kind, Monday)).ThenRefused(Reason.NoteKeepsItsColour);

    [Fact, Rule("G6")]
    public void The_words_of_a_note_stay_with_its_writer() => Harvested.When(new ChangeNote(Chaima, ChaimasPhone, One, "Anders", "other", Monday)).ThenRefused(Reason.NotYourNote);

    [Fact]
    public void A_note_on_a_card_that_was_put_away_again_is_read_back_too() => Placing.After(Write(Anna, One, "Koffie"), new StepBack(Monday))
        .And(table => Assert.Equal([One], table.LooseNotes.Select(note => note.Id)))
        .When(new KeepNote(Anna, AnnasPhone, One, true, Monday)).And(table => Assert.Empty(EntriesOf(table)))
        .When(new CallNote(Anna, AnnasPhone, One, NoteKind.Activity, Monday)).Then(new NoteCalled(One, NoteKind.Activity))
        .When(new GiveHarvest(Anna, AnnasPhone, Monday)).Then(new HarvestGiven(Monday));

    [Fact]
    public void A_stranger_reads_nothing_back() => Harvested
        .When(new KeepNote(Anna, DennisPhone, One, true, Monday)).ThenRefused(Reason.NotYourSeat);

    private static List<Entry> EntriesOf(Table table) => [.. Domain.Plenaries.Harvest.Of([KeyValuePair.Create(new TableId(Guid.Empty), table)])];
}
