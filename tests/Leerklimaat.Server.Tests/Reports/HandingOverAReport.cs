using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Server.Reading;
using DrawingWords = DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>The files of a report, opened again and read.</summary>
[Rule("R2")]
public class HandingOverAReport
{
    [Theory, InlineData("nl", "Kaart voor kaart", "Eerst", "nl-NL"), InlineData("en", "Card by card", "At first", "en-GB")]
    public void The_Word_document_has_real_headings_table_headers_language_and_title(string language, string chapter, string before, string code)
    {
        using var formats = new AllFormats(language);
        using var file = WordprocessingDocument.Open(new MemoryStream(formats.File(Sample().Make(), "report.docx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Contains(body.Elements<Paragraph>(), paragraph => paragraph.InnerText == chapter && paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1");
        Assert.Contains(body.Elements<Paragraph>(), paragraph => paragraph.InnerText == "Fouten melden we." && paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading3");
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Contains(body.Elements<Table>(), table => table.InnerText.Contains($"{before}1221", StringComparison.Ordinal));
        Assert.Equal(code, file.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val);
        Assert.Equal("Samen leren", file.PackageProperties.Title);
    }

    [Fact]
    public void The_workbook_has_a_tab_for_each_table_with_numbers_as_numbers()
    {
        using var formats = new AllFormats();
        using var file = SpreadsheetDocument.Open(new MemoryStream(formats.File(Sample().Make(), "report.xlsx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var book = file.WorkbookPart!;
        Assert.Equal(["Doel", "Kaarten", "Tafels", "Factoren", "Briefjes", "Casussen", "Lijsten", "Afspraken", "Antwoorden", "Vragen", "Wachten", "Overgeslagen"], book.Workbook!.Sheets!.Elements<S.Sheet>().Select(sheet => sheet.Name!.Value!));
        var cards = ((WorksheetPart)book.GetPartById(book.Workbook.Sheets.Elements<S.Sheet>().First(sheet => sheet.Name == "Kaarten").Id!)).Worksheet!;
        var rows = cards.Descendants<S.Row>().Select(row => row.Elements<S.Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal("Kaart", rows[0][2]);
        Assert.Equal(["Fouten melden we.", "wie twee keer legde", "Eerst", "6", "1", "2", "2", "1", "0", "2.5", "", "", "", "verschillend"], rows[1].Skip(2));
        Assert.Equal(["3", "0", "3"], rows[2].Skip(rows[0].IndexOf("Omhoog")).Take(3));
        Assert.DoesNotContain(cards.Descendants<S.CellFormula>(), _ => true);
    }

    [Fact]
    public void A_note_that_a_spreadsheet_would_calculate_stays_words()
    {
        using var formats = new AllFormats();
        foreach (var danger in new[] { "=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1" })
        {
            var report = Sample().Writes(1, danger).Make();
            using var file = SpreadsheetDocument.Open(new MemoryStream(formats.File(report, "report.xlsx")), isEditable: false);
            var cell = file.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<S.Cell>()).First(cell => cell.InnerText == danger);
            Assert.Equal(S.CellValues.InlineString, cell.DataType!.Value);
            Assert.Contains($"\"'{danger}\"", Encoding.UTF8.GetString(formats.File(report, "notes.csv")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_looks_like_a_code_of_the_workbook_stays_as_it_was_typed()
    {
        using var formats = new AllFormats();
        using var file = SpreadsheetDocument.Open(new MemoryStream(formats.File(Sample().Writes(1, "zet _x0041_ neer").Make(), "report.xlsx")), isEditable: false);
        Assert.Contains(file.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<S.Cell>()), cell => cell.InnerText == "zet _x005F_x0041_ neer");
    }

    [Fact]
    public void A_day_is_a_day_that_a_workbook_can_count_with()
    {
        var workshop = Sample();
        var about = EntryId.OfBundle(Guid.Empty);
        workshop.Writes(1, "meer tijd", NoteKind.Need).Agrees(
            new EntriesBundled(about, "Tijd", PlenaryList.ToDevelop, [EntryId.OfNote(workshop.State(1).Notes[^1].Id)]),
            new ActionPlanned(new(Guid.NewGuid(), about, "een uur per week", "Joost", new(2026, 2, 1), "")));
        using var formats = new AllFormats();
        using var file = SpreadsheetDocument.Open(new MemoryStream(formats.File(workshop.Make(), "report.xlsx")), isEditable: false);
        // Days since the 30th of December 1899.
        var day = file.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<S.Cell>()).Single(cell => cell.InnerText == "46054");
        var format = file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<S.CellFormat>().ElementAt((int)day.StyleIndex!.Value);
        Assert.Equal(14u, format.NumberFormatId!.Value);
        Assert.Contains("\"2026-02-01\"", Encoding.UTF8.GetString(formats.File(workshop.Make(), "actions.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_file_opens_in_a_Dutch_spreadsheet()
    {
        using var formats = new AllFormats();
        var lines = Encoding.UTF8.GetString(formats.File(Sample().Make(), "cards.csv")).Split("\r\n");

        Assert.StartsWith("\uFEFF\"Factorcode\";\"Kaartcode\";\"Kaart\";\"Wie\";\"Wanneer\";\"Mensen\";\"niet aanwezig\"", lines[0], StringComparison.Ordinal);
        Assert.Equal("\"" + "veiligheid;veiligheid-1;Fouten melden we.;wie twee keer legde;Eerst;6;1;2;2;1;0;2,5;;;;verschillend".Replace(";", "\";\"", StringComparison.Ordinal) + "\"", lines[1]);
    }

    [Fact]
    public void The_json_says_it_in_stable_words_whatever_the_language()
    {
        using var formats = new AllFormats("en");
        using var json = System.Text.Json.JsonDocument.Parse(formats.File(Sample().Make(), "report.json"));
        var card = json.RootElement.GetProperty("cards")[0];

        Assert.Equal("veiligheid-1", card.GetProperty("id").GetString());
        Assert.Equal([1, 2, 2, 1], card.GetProperty("twice").GetProperty("before").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
        Assert.Equal("redToImprove", card.GetProperty("tables")[0].GetProperty("pile").GetString());
        Assert.Equal("green", card.GetProperty("tables")[0].GetProperty("proposal").GetString());
    }

    [Fact]
    public void The_transcript_says_everything_in_plain_lines()
    {
        using var formats = new AllFormats();
        var text = Encoding.UTF8.GetString(formats.File(Sample().Make(), "report.txt"));

        Assert.Contains("\nKaart voor kaart\n================\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("- Eerst: niet aanwezig 1; een beetje 2; grotendeels 2; volop aanwezig 1; weet ik niet 0; Midden 2,5", text, StringComparison.Ordinal);
        Assert.Contains("- tafel 1: Stapel rode stapel: nog verbetering nodig; Voorstel van de pionnen groene stapel; Punten 18 (van 6 tot 24)", text, StringComparison.Ordinal);
        Assert.Contains("- is er al: samen lunchen (Anna · tafel 1 · Fouten melden we.)", text, StringComparison.Ordinal);
        Assert.Contains("- feedback geven (2 keer)", text, StringComparison.Ordinal);
        Assert.Contains("- Beantwoord: Aantal 3", text, StringComparison.Ordinal);
    }

    [Fact, Rule("G7")]
    public void Each_form_names_the_cards_that_wait_for_their_second_placement_and_the_tables()
    {
        using var formats = new AllFormats();
        var waiting = formats.Of(Sample().Holds(2, "tijd-1", [1, 2, 2, 3]).Holds(1, "tijd-1", [1, 2, 2, 3, 3, 4]).Writes(1, "bijna").Make());
        var none = formats.Of(Sample().Make());

        foreach (var format in new[] { "page", "report.docx", "report.xlsx", "waiting.csv", "report.txt" })
        {
            Assert.Contains("1, 2", waiting[format], StringComparison.Ordinal);
            Assert.DoesNotContain("1, 2", none[format], StringComparison.Ordinal);
        }

        using var json = System.Text.Json.JsonDocument.Parse(waiting["report.json"]);
        Assert.Equal([1, 2], json.RootElement.GetProperty("waiting")[0].GetProperty("tables").EnumerateArray().Select(table => table.GetInt32()));
        Assert.Contains("- Er is tijd om te leren.: Tafels 1, 2", waiting["report.txt"], StringComparison.Ordinal);
        Assert.Contains("Nog niet opnieuw gelegd aan tafels 1, 2.", waiting["page"], StringComparison.Ordinal);
        Assert.Contains("Nog niet opnieuw gelegd aan tafels 1, 2.", waiting["report.docx"], StringComparison.Ordinal);
        Assert.DoesNotContain("Deze kaart is niet gespeeld", waiting["page"], StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet opnieuw gelegd", none["page"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_drawing_on_the_page_is_followed_by_a_table_with_its_numbers()
    {
        using var formats = new AllFormats();
        var page = new HtmlParser().ParseDocument(formats.Page(Sample().Make()));

        var drawings = page.QuerySelectorAll("figure.chart");
        Assert.Equal(3, drawings.Length);
        Assert.All(drawings, drawing => Assert.NotNull(drawing.NextElementSibling!.QuerySelector("table caption")));
        Assert.All(drawings, drawing => Assert.NotEmpty(drawing.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")!));
        Assert.Equal(4, page.QuerySelector("figure.chart .chart-key")!.QuerySelectorAll("rect").Select(rect => rect.GetAttribute("fill")).Distinct().Count());
        Assert.All(page.QuerySelectorAll("rect.part").Select(rect => rect.GetAttribute("fill")!), fill => Assert.NotNull(page.GetElementById(fill[5..^1])));
        Assert.Equal(["H1", "H2", "H3", "H3", "H3", "H3", "H3", "H3", "H2"], page.QuerySelectorAll("h1,h2,h3,h4").Take(9).Select(heading => heading.TagName));
    }

    [Fact]
    public void Each_drawing_in_the_Word_document_is_told_in_words_and_followed_by_a_table_with_its_numbers()
    {
        using var formats = new AllFormats();
        using var file = WordprocessingDocument.Open(new MemoryStream(formats.File(Sample().Make(), "report.docx")), isEditable: false);

        var body = file.MainDocumentPart!.Document!.Body!;
        var drawings = body.Descendants<Drawing>().ToList();
        Assert.Equal(3, drawings.Count);
        foreach (var drawing in drawings)
        {
            var told = drawing.Descendants<DrawingWords>().Single();
            Assert.Matches("^Tekening: .+ Dezelfde cijfers staan in de tabel hieronder.$", told.Description!.Value!);
            var table = drawing.Ancestors<Paragraph>().First().ElementsAfter().OfType<Table>().First();
            Assert.All(drawing.Descendants<Text>().Where(text => int.TryParse(text.Text, out _)), count => Assert.Contains(count.Text, table.Descendants<Text>().Select(cell => cell.Text)));
        }

        var counts = drawings[2].Ancestors<Paragraph>().First().ElementsAfter().OfType<Table>().First().Elements<TableRow>().Skip(1).SelectMany(row => row.Elements<TableCell>().Skip(1).Take(4)).Select(cell => cell.InnerText);
        Assert.Equal(counts.Where(count => count != "0"), drawings[2].Descendants<Text>().Select(text => text.Text).Where(text => int.TryParse(text, out _)));
        Assert.Equal(drawings.Count, drawings.Select(drawing => drawing.Descendants<DrawingWords>().Single().Id!.Value).Distinct().Count());
        Assert.Equal(["FooterPart", "NumberingDefinitionsPart", "StyleDefinitionsPart"], file.MainDocumentPart.Parts.Select(part => part.OpenXmlPart.GetType().Name).Order());
    }

    [Fact]
    public void A_drawing_in_the_Word_document_is_cut_where_a_page_would_be()
    {
        using var formats = new AllFormats();
        using var file = WordprocessingDocument.Open(new MemoryStream(formats.File(SeededWorkshop.Report("nl"), "report.docx")), isEditable: false);

        var drawings = file.MainDocumentPart!.Document!.Body!.Descendants<Drawing>().ToList();
        Assert.All(drawings, drawing => Assert.InRange(drawing.Inline!.Extent!.Cy!.Value, 1, 400 * 12_700));
        var cards = drawings.SelectMany(drawing => drawing.Descendants<Text>()).Count(text => text.Text.StartsWith("omhoog:", StringComparison.Ordinal));
        Assert.Equal(12, cards);
        Assert.Equal(3, drawings.Count(drawing => drawing.InnerText.Contains("omhoog:", StringComparison.Ordinal)));
    }

    [Fact, Rule("R4")]
    public void No_form_of_it_has_a_total_or_a_ranking_or_calls_agreement_good()
    {
        using var formats = new AllFormats();
        foreach (var (format, text) in formats.Of(Sample().Make()))
            foreach (var word in new[] { "totaal", "eindscore", "ranglijst", "beste", "slechtste", "consensus", "significant", "p-waarde" })
                Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{format} says {word}");
    }

    [Fact, Rule("R1")]
    public void Every_form_is_the_same_each_time()
    {
        using var formats = new AllFormats();
        Assert.Equal(formats.Of(Sample().Make()), formats.Of(Sample().Make()));
    }

    [Theory, InlineData("Hoe creëer ik een goed leerklimaat?", "verslag-hoe-creeer-ik-een-goed-leerklimaat-2026-01-05.docx"), InlineData("../../etc/passwd\r\nX: y", "verslag-etc-passwd-x-y-2026-01-05.docx"), InlineData("🌱", "verslag-2026-01-05.docx")]
    public void A_file_is_called_what_it_is_of_what_and_of_when(string title, string name)
    {
        using var formats = new AllFormats();
        Assert.Equal(name, formats.Files.SavedAs(Sample().Make() with { Title = title }, "report.docx"));
        Assert.EndsWith("-zonder-citaten.docx", formats.Files.SavedAs(Sample().Make().WithoutQuotes() with { Title = title }, "report.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_characters_break_no_form()
    {
        using var formats = new AllFormats();
        var report = Sample().Writes(1, "half \uD83C emoji, <script>alert(1)</script> & \u0001 ]]> \uFFFF שלום").Make();

        foreach (var name in ReportFiles.Names) Assert.NotEmpty(formats.File(report, name));
        using var word = WordprocessingDocument.Open(new MemoryStream(formats.File(report, "report.docx")), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word));
        Assert.DoesNotContain("<script>alert", formats.Page(report), StringComparison.Ordinal);
    }

    internal static AReport Sample() => new AReport(6, 4) { Questions = [new("Wat wil je leren vandaag?", 7, [new("feedback geven", 2), new("vragen stellen", 1)], new(new(3, 2, 1), null, 6))] }
        .Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4], [2, 3, 3, 3, 3, 4], Pile.RedToImprove)
        .Plays(2, "openheid-1", [1, 2, 2, 3], [2, 3, 3, 3])
        .Writes(2, "meer tijd", NoteKind.Need).Writes(2, "wie helpt ons?", NoteKind.Question)
        .Writes(1, "samen lunchen", signedBy: "Anna").Happens(2, new CardSkipped(new("tijd-1")));
}
