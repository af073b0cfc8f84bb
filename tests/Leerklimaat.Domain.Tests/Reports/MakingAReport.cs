using System.Text.Json;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

public class MakingAReport
{
    [Fact, Rule("R1")]
    public void A_card_has_its_distribution_before_and_after_its_movement_and_the_pile_of_each_table()
    {
        var card = Two().Make().Cards.Single(card => card.Id.Value == "veiligheid-1");

        Assert.Equal(new Distribution([3, 4, 3, 2]), card.Twice!.Before.Counts);
        Assert.Equal(new Distribution([1, 3, 4, 4]), card.Twice.After!.Counts);
        Assert.Equal(new(new(7), new(0), new(5), 12, 0, 7 / 12.0), card.Twice.Movement!.Moved);
        Assert.Equal([(1, Pile.Green, 15), (2, Pile.RedToImprove, 20)], card.Tables.Select(table => (table.Table, table.Pile!.Value, table.Counted!.Tally!.Sum)));
        Assert.Equal([Pile.Green, Pile.Green], card.Tables.Select(table => table.Proposal!.Value));
        Assert.Equal("Fouten melden we.", card.Text);
    }

    [Fact, Rule("R1")]
    public void A_factor_has_its_median_its_number_its_distribution_and_one_word()
    {
        var report = Two().Plays(1, "veiligheid-2", [4, 4, 4, 3, 3]).Plays(2, "openheid-1", [4, 4, 3, 4, 3, 4, 4]).Make();

        var safety = report.Factors[0];
        Assert.Equal(("veiligheid", 2, 17), (safety.Id, safety.Shown, safety.Profile!.Counting));
        Assert.Equal(new Distribution([1, 3, 6, 7]), safety.Profile.Distribution);
        Assert.Equal(3.25, safety.Profile.Median!.Value, 6);
        Assert.Equal(Closeness.Varied, safety.Profile.Closeness);
        Assert.Equal(Closeness.CloseTogether, report.Factors[1].Profile!.Closeness);
        Assert.Equal(2, report.Factors.Length);
    }

    [Fact, Rule("R1"), Rule("G12")]
    public void A_practice_card_and_what_was_written_about_it_are_not_in_it()
    {
        var report = new AReport(5).Plays(1, "oefenkaart", [1, 1, 1, 1, 1], kind: RoundKind.Practice).Writes(1, "lekkere koffie").Make();

        Assert.Empty(report.Cards);
        Assert.Empty(report.Lists.Present);
        Assert.Empty(report.Factors);
    }

    [Fact, Rule("R1"), Rule("G3")]
    public void A_round_that_is_not_on_a_pile_yet_shows_no_pawn()
    {
        var running = new AReport(6).Happens(1, new CardChosen(1, new("veiligheid-1"), RoundKind.Statement, ChosenBy.Picked, null, AReport.Monday));
        for (var seat = 1; seat <= 6; seat++) running.Happens(1, new PawnPlaced(new(seat), new(2)));

        Assert.Empty(running.Make().Cards);
        Assert.Empty(running.Publications.Shown);
        Assert.Null(running.Happens(1, new PawnsRevealed()).Writes(1, "al geschreven").Make().Cards.Single().Twice);
    }

    [Fact, Rule("R1"), Rule("P1")]
    public void The_three_lists_are_filled_from_all_tables_and_tell_card_and_table()
    {
        var lists = Two().Writes(1, "samen lunchen").Writes(2, "meer tijd", NoteKind.Need).Writes(2, "wie helpt?", NoteKind.Question).Make().Lists;

        Assert.Equal([("Fouten melden we.", 1, ""), ("Fouten melden we.", 1, "samen lunchen")], Entries(lists.Present));
        Assert.Equal([("Fouten melden we.", 2, ""), ("Fouten melden we.", 2, "meer tijd")], Entries(lists.ToDevelop));
        Assert.Equal(["wie helpt?"], lists.Questions.Select(line => line.Entries.Single().Text));

        static IEnumerable<(string, int, string)> Entries(IEnumerable<ReportedLine> lines) => lines.SelectMany(line => line.Entries).Select(entry => (entry.CardText, entry.Tables.Single(), entry.Text));
    }

    [Fact, Rule("R1"), Rule("P4")]
    public void What_the_room_bundled_agreed_and_answered_is_in_it_and_without_quotes_only_what_was_agreed()
    {
        var workshop = Two().Writes(1, "meer tijd", NoteKind.Need).Writes(2, "rust in het rooster", NoteKind.Need).Writes(2, "wie helpt?", NoteKind.Question);
        EntryId[] needs = [.. Enumerable.Range(1, 2).Select(table => EntryId.OfNote(workshop.State(table).Notes[0].Id))];
        var (bundle, question) = (EntryId.OfBundle(Guid.Empty), EntryId.OfNote(workshop.State(2).Notes[1].Id));
        workshop.Agrees(
            new EntriesBundled(bundle, "Tijd", PlenaryList.ToDevelop, [.. needs]),
            new ActionPlanned(new(Guid.Empty, bundle, "een uur per week", "Joost", new(2026, 2, 1), "het staat in het rooster")),
            new QuestionAssigned(question, "Mei"), new QuestionAnswered(question, "De academie helpt."));
        var lists = workshop.Make().Lists;

        var line = lists.ToDevelop.Single(one => one.IsBundle);
        Assert.Equal(("Tijd", "een uur per week", "Joost"), (line.Name, line.Actions.Single().Text, line.Actions.Single().Owner));
        Assert.Equal(["meer tijd", "rust in het rooster"], line.Entries.Select(entry => entry.Text));
        Assert.Equal("De academie helpt.", lists.LeftOver.Single().LeftOver!.Answer);

        var plain = Text(workshop.Make().WithoutQuotes());
        Assert.Contains("een uur per week", plain, StringComparison.Ordinal);
        Assert.Contains("De academie helpt.", plain, StringComparison.Ordinal);
        Assert.All(new[] { "Joost", "Mei", "meer tijd", "wie helpt?" }, word => Assert.DoesNotContain(word, plain, StringComparison.Ordinal));
    }

    public static TheoryData<NoteKind> EveryKindOfNote => [.. Enum.GetValues<NoteKind>()];

    [Theory, Rule("R1"), Rule("G6"), MemberData(nameof(EveryKindOfNote))]
    public void What_somebody_wrote_is_on_a_list_in_their_words_and_without_quotes_is_no_line_of_it(NoteKind kind)
    {
        var lists = Two().Writes(1, "elke dinsdag samen eten", kind).Make().Lists;
        Assert.Equal("elke dinsdag samen eten", Assert.Single(Entries(lists), entry => entry.IsNote).Text);
        Assert.DoesNotContain(Entries(Two().Writes(1, "elke dinsdag samen eten", kind).Make().WithoutQuotes().Lists), entry => entry.Kind.Pile() is null);

        static IEnumerable<ReportedEntry> Entries(ThreeLists lists) => lists.Present.Concat(lists.ToDevelop).Concat(lists.Questions).SelectMany(line => line.Entries);
    }

    [Fact, Rule("R2"), Rule("W7")]
    public void With_the_agreements_come_who_does_them_and_the_question_beside_its_answer_and_no_other_note()
    {
        var workshop = Two().Writes(1, "meer tijd", NoteKind.Need).Writes(2, "wie helpt?", NoteKind.Question).Writes(2, "wie betaalt?", NoteKind.Question).Writes(1, "samen lunchen", signedBy: "Anna");
        var (need, question) = (EntryId.OfNote(workshop.State(1).Notes[0].Id), EntryId.OfNote(workshop.State(2).Notes[0].Id));
        workshop.Agrees(new ActionPlanned(new(Guid.Empty, need, "een uur per week", "Joost", new(2026, 2, 1), "")), new QuestionAssigned(question, "Mei"), new QuestionAnswered(question, "De academie helpt."));

        var agreed = Text(workshop.Make().At(ReadLevel.Agreements));
        Assert.All(new[] { "een uur per week", "Joost", "Mei", "wie helpt?", "De academie helpt." }, word => Assert.Contains(word, agreed, StringComparison.Ordinal));
        Assert.All(new[] { "meer tijd", "wie betaalt?", "samen lunchen", "Anna" }, word => Assert.DoesNotContain(word, agreed, StringComparison.Ordinal));

        var bundle = EntryId.OfBundle(Guid.Empty);
        workshop.Agrees(new EntriesBundled(bundle, "Geld", PlenaryList.Questions, [.. workshop.State(2).Notes.Select(note => EntryId.OfNote(note.Id))]), new QuestionAnswered(bundle, "Uit het budget."));
        var bundled = Text(workshop.Make().At(ReadLevel.Agreements));
        Assert.All(new[] { "Geld", "Uit het budget." }, word => Assert.Contains(word, bundled, StringComparison.Ordinal));
        Assert.All(new[] { "wie helpt?", "wie betaalt?" }, word => Assert.DoesNotContain(word, bundled, StringComparison.Ordinal));
    }

    [Fact, Rule("R1"), Rule("G1")]
    public void A_skipped_card_is_in_it_with_the_tables_that_skipped_it()
    {
        var report = new AReport(5, 5, 5).Happens(3, new CardSkipped(new("tijd-1"))).Happens(1, new CardSkipped(new("tijd-1"))).Make();

        Assert.Equal([1, 3], report.Skipped.Single().Tables);
        Assert.Equal("Er is tijd om te leren.", report.Skipped.Single().Text);
    }

    [Fact, Rule("R1"), Rule("G7")]
    public void A_card_that_waits_for_its_second_placement_is_listed_with_its_tables_and_its_pawns_are_nowhere()
    {
        var workshop = new AReport(6, 6, 6).Holds(3, "tijd-1", [1, 1, 1, 1, 1, 1]).Holds(1, "tijd-1", [4, 4, 4, 4, 4, 4]).Holds(1, "veiligheid-1", [4, 4, 4, 4, 4, 4]);
        var report = workshop.Make();

        Assert.Equal(["veiligheid-1: 1", "tijd-1: 1, 3"], report.Held.Select(card => $"{card.Id.Value}: {string.Join(", ", card.Tables)}"));
        Assert.Equal("Fouten melden we.", report.Held[0].Text);
        Assert.Empty(report.Cards);
        Assert.Empty(report.Factors);
        Assert.Empty(workshop.Publications.Shown);
    }

    [Fact, Rule("R1"), Rule("G7")]
    public void It_waits_no_longer_and_counts_once_a_table_placed_again()
    {
        var report = new AReport(6, 6).Holds(1, "tijd-1", [1, 1, 2, 2, 2, 2]).Holds(2, "tijd-1", [1, 1, 1, 1, 1, 1]).PlacesAgain(1, [2, 2, 3, 3, 3, 3]).Make();

        Assert.Equal([2], report.Held.Single().Tables);
        Assert.Equal((6, 0, 0), (report.Cards.Single().Twice!.Movement!.Moved!.Up.Exactly, report.Cards.Single().Twice!.Movement!.Moved!.Down.Exactly, report.Cards.Single().Twice!.Movement!.Moved!.Same.Exactly));
        Assert.Equal(1, report.Cards.Single().Tables.Single().Table);
    }

    [Fact, Rule("R1")]
    public void A_withdrawn_note_is_not_in_it()
    {
        var workshop = new AReport(5).Plays(1, "veiligheid-1", [1, 2, 3, 4, 4]).Writes(1, "per ongeluk");
        var note = workshop.State(1).Notes.Single().Id;

        Assert.Single(workshop.Make().Cards.Single().Notes);
        Assert.Empty(workshop.Happens(1, new NoteWithdrawn(note)).Make().Cards.Single().Notes);
    }

    [Fact, Rule("R1")]
    public void It_is_the_same_each_time_also_when_everything_is_read_again()
    {
        var workshop = Two().Writes(1, "samen lunchen");
        var first = Text(workshop.Make());

        Assert.Equal(first, Text(workshop.Make()));
        Assert.Equal(first, Text(Two().Writes(1, "samen lunchen").Make()));
        Assert.NotEqual(first, Text(Two().Make()));
    }

    [Fact, Rule("R2")]
    public void Without_quotes_there_is_no_note_no_case_and_no_name_but_how_many_notes_there_are()
    {
        var workshop = Two().Writes(1, "samen lunchen", signedBy: "Anna");
        workshop.Happens(1, new CaseBrought(2, new("case-1"), new(new(1), "de klant belt", "niemand neemt op"), AReport.Monday), new PawnPlaced(new(2), new(1)), new PawnsRevealed(), new SecondPlacementSkipped(), new CardLaid(Pile.RedNotPresent, null));
        workshop.Happens(1, new CaseBrought(3, new("case-2"), new(new(1), "de printer staakt", ""), AReport.Monday), new PawnPlaced(new(2), new(1)), new PawnsRevealed(), new CardHeld());
        var report = workshop.Make();

        foreach (var secret in new[] { "samen lunchen", "Anna", "de klant belt", "niemand neemt op", "de printer staakt" })
        {
            Assert.Contains(secret, Text(report), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Text(report.WithoutQuotes()), StringComparison.Ordinal);
        }

        Assert.Equal(new(1, 0, 0), Assert.Single(report.WithoutQuotes().Cards, card => card.NoteCounts != NoteCounts.None).NoteCounts);
    }

    [Fact, Rule("R4")]
    public void Cards_stand_in_the_order_of_the_deck_and_tables_in_their_own_whatever_was_placed()
    {
        var report = new AReport(5, 5).Plays(2, "tijd-1", [4, 4, 4, 4, 4]).Plays(2, "veiligheid-1", [4, 4, 4, 4, 4]).Plays(1, "veiligheid-1", [1, 1, 1, 1, 1]).Make();

        Assert.Equal(["veiligheid-1", "tijd-1"], report.Cards.Select(card => card.Id.Value));
        Assert.Equal([1, 2], report.Cards[0].Tables.Select(table => table.Table));
        Assert.DoesNotContain(typeof(WorkshopReport).GetProperties(), property => property.Name.Contains("Score", StringComparison.Ordinal) || property.Name.Contains("Rank", StringComparison.Ordinal));
    }

    // Table 1 has five people, table 2 seven; both play one card twice over.
    private static AReport Two() => new AReport(5, 7)
        .Plays(1, "veiligheid-1", [1, 2, 2, 3, 4], [2, 3, 3, 3, 4])
        .Plays(2, "veiligheid-1", [1, 1, 2, 2, 3, 3, 4], [1, 2, 2, 3, 4, 4, 4], Pile.RedToImprove);

    private static string Text(WorkshopReport report) => JsonSerializer.Serialize(report);
}
