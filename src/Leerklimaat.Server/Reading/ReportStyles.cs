using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Leerklimaat.Server.Reading;

/// <summary>How the Word document looks: the styles that everybody knows by name, so that an organisation can lay its own template over them.</summary>
public static class ReportStyles
{
    private const string Ink = "2C2517", Accent = "154329", Rule = "877350";

    public static void Add(MainDocumentPart main, string language)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new Color { Val = Ink }, new FontSize { Val = "21" }, new Languages { Val = language })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", null, "21", isDefault: true),
            Paragraph("Title", "Title", null, "52", isBold: true, color: Accent),
            Paragraph("Subtitle", "Subtitle", null, "26"),
            Paragraph("Heading1", "heading 1", 0, "34", isBold: true, color: Accent, before: "480"),
            Paragraph("Heading2", "heading 2", 1, "28", isBold: true, color: Accent, before: "320"),
            Paragraph("Heading3", "heading 3", 2, "23", isBold: true, before: "280"),
            Paragraph("Caption", "caption", null, "19", isKept: true, before: "160"),
            Paragraph("TOC1", "toc 1", null, "21", after: "40"),
            Paragraph("Quiet", "Quiet", null, "19"),
            Paragraph("Cell", "Cell", null, "19", after: "40"),
            Bullets(),
            Grid());
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new(
            new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "260" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
    }

    private static Style Paragraph(
        string id, string name, int? level, string size, bool isBold = false, string? color = null, bool isDefault = false, bool isKept = false, string before = "0", string after = "120")
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null || isKept) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });

        var run = new StyleRunProperties();
        if (isBold) run.Append(new Bold());
        if (color is not null) run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = size });

        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, StyleName = new() { Val = name } };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static Style Bullets() => new(
        new StyleName { Val = "List Bullet" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
        new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }), new SpacingBetweenLines { After = "60" }))
    { Type = StyleValues.Paragraph, StyleId = "ListBullet" };

    private static Style Grid() => new(
        new StyleName { Val = "Report Grid" },
        new StyleTableProperties(
            new TableBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Rule }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2, Color = Rule }),
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Rule })))
        { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = "ReportGrid" };
}
