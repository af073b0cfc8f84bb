using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as a Word document, with real headings, lists and table headers, so that a screen reader and a table of contents find them.</summary>
public sealed class ReportDocument(IStringLocalizer<Phrases> say, ReportOutline outline, DocumentDrawings drawings)
{
    private const int PageWidth = 11906, PageHeight = 16838, Margin = 1134;

    public void Write(WorkshopReport report, Stream into)
    {
        using var file = WordprocessingDocument.Create(into, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? "nl-NL" : "en-GB";
        Styles.Add(main, language);
        var footer = Footer(main, report);

        var body = new Body(Styled(report.Title, Styles.Title), Styled(outline.DateOf(report), Styles.Subtitle));
        if (outline.MadeOf(report) is { Length: > 0 } made) body.Append(Styled(made, Styles.Quiet));
        var drawn = 0u;
        foreach (var block in outline.Of(report))
        {
            if (block is BarsBlock or MovesBlock) Keep(body.LastChild as Paragraph);
            body.Append(Of(block, ref drawn));
        }

        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 600, Footer = 600 }));
        main.Document = new(body);
        DocumentDrawing.Prepare(main.Document);
        Properties(file, report, language);
    }

    // What introduces a drawing stands on the same page.
    private static void Keep(Paragraph? paragraph) => paragraph?.ParagraphProperties?.InsertAfter(new KeepNext(), paragraph.ParagraphProperties.ParagraphStyleId);

    private static void Properties(WordprocessingDocument file, WorkshopReport report, string language)
    {
        file.PackageProperties.Title = Plain(report.Title);
        file.PackageProperties.Language = language;
        file.PackageProperties.Creator = "Leerklimaat";
        file.PackageProperties.Created = report.HeldAt?.UtcDateTime;
    }

    private string Footer(MainDocumentPart main, WorkshopReport report)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = Styles.Quiet }),
            Words($"{report.Title} · {outline.DateOf(report)} · {say["Report.Page"]} "),
            new SimpleField(Words("1")) { Instruction = " PAGE " },
            Words($" {say["Report.PageOf"]} "),
            new SimpleField(Words("1")) { Instruction = " NUMPAGES " }));
        return main.GetIdOfPart(part);
    }

    private IEnumerable<OpenXmlElement> Of(Block block, ref uint drawn) => block switch
    {
        HeadingBlock heading => [Heading(heading)],
        LineBlock line => [Styled(line.Text, line.IsQuiet ? Styles.Quiet : Styles.Normal)],
        ListBlock list => list.Lines.Select(Bullet),
        ContentsBlock contents => [Styled(contents.Title, Styles.Heading(2)), .. Contents(contents)],
        GridBlock grid => [Styled(grid.Caption, Styles.Caption), TableOf(grid), Styled("", Styles.Normal)],
        BarsBlock bars => Of(drawings.Of(bars), ref drawn),
        MovesBlock moves => Of(drawings.Of(moves), ref drawn),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static List<OpenXmlElement> Of(IEnumerable<(DocumentDrawing Drawing, string Told)> all, ref uint drawn)
    {
        var paragraphs = new List<OpenXmlElement>();
        foreach (var (drawing, told) in all) paragraphs.Add(drawing.ToParagraph(++drawn, told));
        return paragraphs;
    }

    private static Paragraph Heading(HeadingBlock heading)
    {
        var paragraph = Styled(heading.Text, Styles.Heading(heading.Level));
        if (heading.BeginsPage) paragraph.ParagraphProperties!.InsertAfter(new PageBreakBefore(), paragraph.ParagraphProperties.ParagraphStyleId);
        if (heading.Anchor.Length == 0) return paragraph;

        var id = heading.Anchor.Split('_')[^1];
        paragraph.InsertAfter(new BookmarkStart { Id = id, Name = heading.Anchor }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    // A field that Word brings up to date, filled with what it would show. Without numbers of pages (\n): those only a program that lays out pages knows.
    private static IEnumerable<Paragraph> Contents(ContentsBlock contents)
    {
        foreach (var (chapter, number) in contents.Chapters.Select((chapter, number) => (chapter, number)))
        {
            var line = Styled("", Styles.Contents);
            if (number == 0) line.Append(Field(FieldCharValues.Begin), new Run(new FieldCode(" TOC \\o \"1-1\" \\h \\n ") { Space = SpaceProcessingModeValues.Preserve }), Field(FieldCharValues.Separate));
            line.Append(new Hyperlink(Words(chapter.Text)) { Anchor = chapter.Anchor, History = true });
            if (number == contents.Chapters.Count - 1) line.Append(Field(FieldCharValues.End));
            yield return line;
        }
    }

    private static Run Field(FieldCharValues part) => new(new FieldChar { FieldCharType = part });

    // What somebody wrote decides on which side its line begins.
    private static Paragraph Bullet(ListLine line)
    {
        var bullet = Directed(Styled("", Styles.Bullet), line.Text);
        if (line.Kind.Length > 0) bullet.Append(Words($"{line.Kind}: ", isBold: true));
        bullet.Append(Words(line.Text));
        if (line.Origin.Length > 0) bullet.Append(Words($" ({line.Origin})"));
        return bullet;
    }

    private static Table TableOf(GridBlock grid)
    {
        var widths = WidthsOf(grid);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = Styles.Grid },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = Plain(grid.Caption) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        table.Append(Row(grid, grid.Headers, widths, isHeader: true));
        foreach (var row in grid.Rows) table.Append(Row(grid, row, widths, isHeader: false));
        return table;
    }

    // Each column is at least as wide as its longest word; what is left goes to where most is said.
    private static int[] WidthsOf(GridBlock grid)
    {
        const int letter = 118, padding = 140;
        var cells = grid.Headers.Select((header, column) => grid.Rows.Select(row => row[column]).Append(header).ToList()).ToList();
        int[] least = [.. cells.Select(column => padding + letter * column.SelectMany(cell => cell.Split(' ')).Max(word => Math.Min(word.Length, 24)))];
        int[] said = [.. cells.Select(column => column.Max(cell => Math.Min(cell.Length, 80)))];
        var left = Math.Max(0, PageWidth - 2 * Margin - least.Sum());
        return [.. least.Select((width, column) => width + left * said[column] / Math.Max(1, said.Sum()))];
    }

    private static TableRow Row(GridBlock grid, IReadOnlyList<string> cells, int[] widths, bool isHeader)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader) properties.Append(new TableHeader());
        return new([properties, .. cells.Select((cell, column) => Cell(cell, widths[column], isRight: column > 0 && grid.IsNumeric(column)))]);
    }

    private static TableCell Cell(string text, int width, bool isRight)
    {
        var paragraph = Styled(text, Styles.Cell);
        if (isRight) paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        return new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);
    }

    private static Paragraph Styled(string text, string style)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) paragraph.Append(Words(text));
        return Directed(paragraph, text);
    }

    private static Paragraph Directed(Paragraph paragraph, string text)
    {
        if (ReadingOrder.IsRightToLeft(text)) paragraph.ParagraphProperties!.Append(new BiDi());
        return paragraph;
    }

    private static Run Words(string text, bool isBold = false)
    {
        var look = new RunProperties();
        if (isBold) look.Append(new Bold());
        if (ReadingOrder.IsRightToLeft(text)) look.Append(new RightToLeftText());
        var run = look.HasChildren ? new Run(look) : new Run();
        foreach (var (line, number) in Plain(text).Split('\n').Select((line, number) => (line, number)))
        {
            if (number > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Without what XML cannot hold: half an emoji, for instance.</summary>
    internal static string Plain(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\n' or '\t' or >= 0x20 and not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));

    private static class Styles
    {
        public const string Title = "Title", Subtitle = "Subtitle", Normal = "Normal", Quiet = "Quiet", Caption = "Caption", Bullet = "ListBullet", Grid = "ReportGrid", Cell = "Cell", Contents = "TOC1";

        public static string Heading(int level) => $"Heading{level}";

        public static void Add(MainDocumentPart main, string language) => ReportStyles.Add(main, language);
    }
}
