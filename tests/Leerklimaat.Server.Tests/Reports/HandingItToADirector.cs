using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Reading;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>Somebody who was not there reads the first pages, and finds the rest.</summary>
[Rule("R1"), Rule("R2")]
public class HandingItToADirector
{
    private const Story Already = Story.HappensAlready, NotYet = Story.NotYet;

    [Fact]
    public void The_first_pages_say_what_for_who_came_what_is_there_what_is_asked_what_was_agreed_and_what_is_not_known()
    {
        using var formats = new AllFormats();
        var front = FrontOf(formats, Full());
        foreach (var said in new[]
        {
            "Aanleiding: druk", "Ons doel: samen leren", "Doel gehaald?",
            "Er waren 8 mensen van de 20 die waren uitgenodigd, aan 2 tafels.", "Gespeelde kaarten: 2, uit de kaartset Een goed leerklimaat.",
            "Bij de verhalen: 3 keer “gebeurt al”, 3 keer “nog niet” (6 mensen vertelden).", "Een tafel koos 1 van de 2 keer een andere stapel dan de pionnen voorstelden.",
            "Wat er al is", "We zeggen wat we denken.", "Wat er gevraagd wordt", "Tijd (1 kaart of briefje)",
            "een uur per week: Waarover Tijd; Wie Joost; Wanneer klaar 1 februari 2026",
            "Vragen die overbleven: 1. Daarvan beantwoord: 1.", "Niet besproken: Tijd.", "“Weet ik niet” kozen mensen bij: Veiligheid (1 van 6 keer).",
        }) Assert.Contains(said, front, StringComparison.Ordinal);
    }

    [Fact]
    public void They_end_with_what_follows_and_the_detail_begins_a_page()
    {
        using var formats = new AllFormats();
        using var file = WordprocessingDocument.Open(new MemoryStream(formats.File(Full(), "report.docx")), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        var chapters = body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "Heading1").ToList();
        var links = body.Descendants<Hyperlink>().ToList();

        Assert.Contains(body.Descendants<FieldCode>(), code => code.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.Equal(chapters.Skip(1).Select(chapter => chapter.InnerText), links.Select(link => link.InnerText));
        Assert.Equal(links.Select(link => link.Anchor!.Value), body.Descendants<BookmarkStart>().Select(bookmark => bookmark.Name!.Value));
        Assert.Equal([false, true], chapters.Take(2).Select(chapter => chapter.ParagraphProperties!.PageBreakBefore is not null));

        var page = Parsed(formats.Page(Full()));
        Assert.Equal(page.QuerySelectorAll("h2.chapter[id]").Select(chapter => $"#{chapter.Id} {chapter.TextContent}"), page.QuerySelectorAll(".report-contents a").Select(link => $"{link.GetAttribute("href")} {link.TextContent}"));
        Assert.Equal("De factoren", page.QuerySelector(".begins-page")!.TextContent);
    }

    [Fact]
    public void Nobody_is_told_how_many_were_invited_when_nobody_said()
    {
        using var formats = new AllFormats();
        Assert.Contains("Er waren 6 mensen, aan 1 tafel.", FrontOf(formats, new AReport(6).Make()), StringComparison.Ordinal);
    }

    [Theory, InlineData(0, "Er was niemand."), InlineData(1, "Er was 1 persoon, aan 1 tafel.")]
    public void Of_nobody_and_of_one_it_is_said_in_words_that_fit(int people, string said)
    {
        using var formats = new AllFormats();
        Assert.Contains(said, FrontOf(formats, new AReport(people).Make()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_of_which_a_card_waits_was_discussed() => Assert.Equal(["Openheid", "Tijd"], new AReport(6).Holds(1, "veiligheid-1", [1, 2, 3, 4, 1, 2]).Make().NotDiscussed.Select(factor => factor.Name));

    [Fact]
    public void A_factor_is_called_by_its_name_also_where_only_notes_were_written_and_was_discussed_then()
    {
        using var formats = new AllFormats();
        var report = new AReport(6).Happens(1, new CardChosen(1, new("openheid-1"), RoundKind.Statement, ChosenBy.Picked, null, AReport.Monday)).Writes(1, "samen eten").Make();
        Assert.Equal(["Veiligheid", "Tijd"], report.NotDiscussed.Select(factor => factor.Name));
        Assert.Contains("Openheid", Parsed(formats.Page(report)).QuerySelectorAll("h3").Select(heading => heading.TextContent));
    }

    [Fact, Rule("P4")]
    public void With_the_agreements_alone_nobody_reads_who_signed_a_question()
    {
        using var formats = new AllFormats();
        var workshop = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 3, 4, 1, 2]).Writes(1, "wie betaalt dat?", NoteKind.Question, signedBy: "Anna");
        var report = workshop.Agrees(new QuestionAnswered(EntryId.OfNote(workshop.State(1).Notes[0].Id), "Het opleidingsbudget.")).Make();
        Assert.Contains("Anna", formats.Of(report)["page"], StringComparison.Ordinal);
        Assert.All(formats.Of(report.At(ReadLevel.Agreements)), form => Assert.DoesNotContain("Anna", form.Value, StringComparison.Ordinal));
        Assert.Contains("wie betaalt dat?", formats.Of(report.At(ReadLevel.Agreements))["page"], StringComparison.Ordinal);
    }

    [Fact, Rule("D6")]
    public void No_table_has_a_column_in_which_nothing_is_told()
    {
        using var formats = new AllFormats();
        var silent = new List<string>();
        foreach (var report in Reports())
        {
            foreach (var table in Parsed(formats.Page(report)).QuerySelectorAll(".grid table").Cast<IHtmlTableElement>())
            {
                var rows = table.Bodies[0].Rows.ToList();
                for (var column = 1; column < table.Head!.Rows[0].Cells.Length; column++)
                    if (rows.All(row => row.Cells[column].TextContent.Trim() is "" or "–" or "te weinig mensen")) silent.Add($"{report.Level} {table.Caption!.TextContent}: {table.Head.Rows[0].Cells[column].TextContent}");
            }
        }

        Assert.Empty(silent);
    }

    [Fact, Rule("D6")]
    public void What_is_left_out_because_people_are_too_few_is_said()
    {
        using var formats = new AllFormats();
        var text = Encoding.UTF8.GetString(formats.File(new AReport(4).Plays(1, "veiligheid-1", [1, 2, 3, 4]).Make(), "report.txt"));
        Assert.Contains("Hier niet te zien, omdat het te weinig mensen zijn: Voorstel van de pionnen, Punten, Pionnen die tellen.", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("report.docx"), InlineData("report.txt"), InlineData("page")]
    public void No_note_stands_in_it_twice(string format)
    {
        using var formats = new AllFormats();
        var said = format switch
        {
            "page" => Parsed(formats.Page(Full())).QuerySelector(".report-paper")!.TextContent,
            "report.txt" => Encoding.UTF8.GetString(formats.File(Full(), format)),
            _ => WordsOf(formats.File(Full(), format)),
        };
        foreach (var note in new[] { "samen lunchen", "meer rust in de agenda", "wie betaalt dat?" })
            Assert.Equal($"1 × {note}", $"{said.Split(note).Length - 1} × {note}");
    }

    [Fact, Rule("P2")]
    public void What_the_room_took_off_its_lists_is_in_no_form()
    {
        using var formats = new AllFormats();
        var workshop = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 3, 4, 1, 2]).Writes(1, "dat van Piet");
        Assert.Contains("dat van Piet", formats.Of(workshop.Make())["notes.csv"], StringComparison.Ordinal);
        var hidden = formats.Of(workshop.Agrees(new EntriesHidden([EntryId.OfNote(workshop.State(1).Notes[0].Id)])).Make());
        Assert.All(hidden, form => Assert.DoesNotContain("dat van Piet", form.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_from_right_to_left_is_marked_so()
    {
        using var formats = new AllFormats();
        using var file = WordprocessingDocument.Open(new MemoryStream(formats.File(new AReport(6).Plays(1, "veiligheid-1", [1, 2, 3, 4, 1, 2]).Writes(1, "نتعلم معا").Writes(1, "samen eten").Make(), "report.docx")), isEditable: false);
        var notes = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(paragraph => paragraph.InnerText.Contains("is er al: ", StringComparison.Ordinal)).ToDictionary(paragraph => paragraph.InnerText.Contains("samen", StringComparison.Ordinal));
        Assert.Equal((true, false), (notes[false].ParagraphProperties!.BiDi is not null, notes[true].ParagraphProperties!.BiDi is not null));
        Assert.Contains(notes[false].Elements<Run>(), run => run.InnerText == "نتعلم معا" && run.RunProperties!.RightToLeftText is not null);
        Assert.DoesNotContain(notes[true].Descendants<RightToLeftText>(), _ => true);
    }

    [Theory, Rule("D10"), InlineData(0, false), InlineData(2, true), InlineData(5, false)]
    public void Dots_are_of_too_few_people_only_where_some_were_set(int people, bool isWithheld)
    {
        using var formats = new AllFormats();
        var workshop = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 3, 4, 1, 2]).Writes(1, "samen eten").Writes(1, "samen lopen").Agrees(new DotsOpened(1, 1));
        foreach (var person in Enumerable.Range(1, people)) workshop.Agrees(new DotSet(1, $"{person}", EntryId.OfNote(workshop.State(1).Notes[person % 2].Id)));
        var text = Encoding.UTF8.GetString(formats.File(workshop.Agrees(new DotsClosed(1)).Make(), "report.txt"));
        Assert.Equal((isWithheld, people == 5), (text.Contains("door te weinig mensen om ze te laten zien", StringComparison.Ordinal), text.Contains("De stippen zijn van 5 mensen.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_tables_go_together_in_one_file()
    {
        using var formats = new AllFormats();
        using var archive = new ZipArchive(new MemoryStream(formats.File(Full(), "tables.zip")));
        Assert.Equal(ReportFiles.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)), archive.Entries.Select(entry => entry.FullName));
        foreach (var entry in archive.Entries)
        {
            using var written = new MemoryStream();
            using (var opened = entry.Open()) opened.CopyTo(written);
            Assert.Equal(formats.File(Full(), entry.FullName), written.ToArray());
        }
    }

    [Fact]
    public void It_says_with_which_deck_people_played_and_when_it_was_made()
    {
        using var formats = new AllFormats();
        var text = Encoding.UTF8.GetString(formats.File(Full(), "report.txt"));
        Assert.Contains("Gespeeld is met de kaartset Een goed leerklimaat, uitgave 1.", text, StringComparison.Ordinal);
        Assert.Contains("Gemaakt op 6 januari 2026 14:05.", text, StringComparison.Ordinal);
    }

    /// <summary>With something of everything that the first pages tell.</summary>
    internal static WorkshopReport Full()
    {
        var time = EntryId.OfBundle(Guid.Empty);
        var workshop = new AReport(6, 2) { Purpose = new("druk", "samen leren", 1) { Invited = 20 } }
            .Plays(1, "veiligheid-1", [0, 2, 2, 3, 3, 4], stories: [Already, Already, Already, NotYet, NotYet, NotYet]).Plays(1, "openheid-1", [3, 3, 4, 4, 3, 4], [4, 3, 4, 3, 3, 4], Pile.RedToImprove).Plays(2, "openheid-1", [4, 4], [4, 4])
            .Writes(1, "samen lunchen", signedBy: "Anna").Writes(1, "meer rust in de agenda", NoteKind.Need).Writes(2, "wie betaalt dat?", NoteKind.Question).Writes(2, "te weinig uren", NoteKind.Need);
        var (question, rest) = (EntryId.OfNote(workshop.State(2).Notes[0].Id), EntryId.OfNote(workshop.State(1).Notes[1].Id));
        workshop.Agrees(
            new EntriesBundled(time, "Tijd", PlenaryList.ToDevelop, [rest]), new ActionPlanned(new(Guid.NewGuid(), time, "een uur per week", "Joost", new(2026, 2, 1), "")),
            new QuestionAssigned(question, "Mira"), new QuestionAnswered(question, "Het opleidingsbudget."), new EntriesMoved(PlenaryList.Present, [EntryId.OfCard(EntryKind.CardToImprove, new("openheid-1"))]));
        var report = workshop.Make();
        return report with
        {
            Purpose = new("druk", "samen leren", new(new(3, 2, 1), null, 6), null, [], WasAsked: true),
            Colophon = report.Colophon with { MadeAt = new(2026, 1, 6, 14, 5, 0, TimeSpan.FromHours(1)) },
        };
    }

    private static IEnumerable<WorkshopReport> Reports() => new[] { Full(), HandingOverAReport.Sample().Make(), SeededWorkshop.Report("nl"), new AReport(4, 3).Plays(1, "veiligheid-1", [1, 2, 3, 4]).Plays(2, "veiligheid-1", [1, 2, 3]).Make() }
        .Concat(Enumerable.Range(20_261_128, 40).Select(seed => new RandomWorkshop(seed).Events.Make()))
        .SelectMany(report => Enum.GetValues<ReadLevel>().Select(report.At));

    private static string FrontOf(AllFormats formats, WorkshopReport report) => Encoding.UTF8.GetString(formats.File(report, "report.txt")).Split("\nDe factoren\n")[0];

    private static IHtmlDocument Parsed(string page) => new HtmlParser().ParseDocument(page);

    private static string WordsOf(byte[] document)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
