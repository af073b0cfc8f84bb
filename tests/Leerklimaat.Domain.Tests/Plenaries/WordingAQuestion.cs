using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("O4")]
public class WordingAQuestion
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntryId WhoPays = EntryId.OfNote(new(new Guid(1, 0, 0, new byte[8])));

    private static Story<Plenary, PlenaryCommand, PlenaryEvent> Fresh => new(Plenary.Empty, Plenary.Decide, Plenary.Evolve);

    [Fact]
    public void Other_words_are_written_and_then_approved_each_once() => Fresh
        .When(new DraftWording(WhoPays, "Wie draagt de kosten?", Monday)).Then(new WordingDrafted(WhoPays, "Wie draagt de kosten?"))
        .When(new DraftWording(WhoPays, "Wie draagt de kosten?", Monday)).ThenNothing()
        .And(plenary => Assert.Equal(new Wording(WhoPays, "", "Wie draagt de kosten?"), plenary.Arrangement.WordingOf(WhoPays)))
        .When(new ApproveWording(WhoPays, "Wie draagt de kosten?", Monday)).Then(new WordingApproved(WhoPays, "Wie draagt de kosten?"))
        .When(new ApproveWording(WhoPays, "Wie draagt de kosten?", Monday)).ThenNothing();

    [Fact]
    public void What_was_approved_stands_while_the_next_words_are_written() => Fresh
        .After(new ApproveWording(WhoPays, "Wie draagt de kosten?", Monday)).After(new DraftWording(WhoPays, "Wie betaalt de scholing?", Monday))
        .And(plenary => Assert.Equal(new Wording(WhoPays, "Wie draagt de kosten?", "Wie betaalt de scholing?"), plenary.Arrangement.WordingOf(WhoPays)));

    [Fact, Rule("W10")]
    public void A_step_back_takes_an_approval_back() => Fresh
        .After(new DraftWording(WhoPays, "Wie draagt de kosten?", Monday)).After(new ApproveWording(WhoPays, "Wie draagt de kosten?", Monday)).After(new UndoStep(Monday))
        .And(plenary => Assert.Equal("", plenary.Arrangement.WordingOf(WhoPays).Words));

    [Fact]
    public void Words_of_a_page_are_refused()
    {
        var page = new string('x', Wording.LongestWords + 1);
        foreach (var command in new PlenaryCommand[] { new DraftWording(WhoPays, page, Monday), new ApproveWording(WhoPays, page, Monday) }) Fresh.When(command).ThenRefused(new Refusal(Reason.WordingTooLong, 0, Wording.LongestWords));
    }

    [Theory, InlineData(ReadLevel.All), InlineData(ReadLevel.Agreements), InlineData(ReadLevel.WithoutQuotes)]
    public void A_draft_changes_nothing_of_what_others_read(ReadLevel level)
    {
        var (before, question) = Asked();
        var (after, _) = Asked();
        Assert.Equal(Lines(before.Make().At(level)), Lines(after.Agrees(new WordingDrafted(question, "Wie draagt de kosten?")).Make().At(level)));
    }

    [Theory, InlineData(ReadLevel.All), InlineData(ReadLevel.Agreements), InlineData(ReadLevel.WithoutQuotes)]
    public void What_was_approved_stands_in_place_of_the_words_of_the_room_and_of_who_signed_them(ReadLevel level)
    {
        var (workshop, question) = Asked();
        var line = Assert.Single(workshop.Agrees(new WordingApproved(question, "Wie draagt de kosten?")).Make().At(level).Lists.Questions, one => one.Wording.Length > 0);
        Assert.Equal("Wie draagt de kosten?", line.Wording);
        Assert.DoesNotContain(line.Entries, entry => entry.Text.Contains("betaalt", StringComparison.Ordinal) || entry.SignedBy.Length > 0);

        Assert.DoesNotContain(workshop.Agrees(new WordingApproved(question, "")).Make().At(level).Lists.Questions, one => one.Wording.Length > 0);
    }

    [Fact]
    public void A_bundle_of_questions_gets_other_words_for_its_name()
    {
        var (workshop, question) = Asked();
        var bundle = EntryId.OfBundle(Guid.Empty);
        var line = Assert.Single(workshop.Agrees(new EntriesBundled(bundle, "Geld", PlenaryList.Questions, [question]), new WordingApproved(bundle, "Waar komt het geld vandaan?")).Make().Lists.Questions, one => one.IsBundle);
        Assert.Equal(("Waar komt het geld vandaan?", "wie betaalt dat, Ben?"), (line.Name, line.Entries.Single().Text));
    }

    [Fact]
    public void What_is_no_question_any_more_is_read_as_the_room_wrote_it()
    {
        var (workshop, question) = Asked();
        Assert.DoesNotContain(workshop.Agrees(new WordingApproved(question, "Wie draagt de kosten?"), new EntriesMoved(PlenaryList.ToDevelop, [question])).Make().Lists.All, one => one.Wording.Length > 0);
    }

    private static (AReport Workshop, EntryId Question) Asked()
    {
        var workshop = new AReport(5, 5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4], [2, 3, 3, 3, 4]).Plays(2, "veiligheid-1", [1, 1, 2, 2, 3], [1, 2, 2, 3, 4]).Writes(2, "wie betaalt dat, Ben?", NoteKind.Question, signedBy: "Anna");
        return (workshop, EntryId.OfNote(workshop.State(2).Notes[0].Id));
    }

    private static string Lines(WorkshopReport report) => System.Text.Json.JsonSerializer.Serialize(report.Lists);
}
