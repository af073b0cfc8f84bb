using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as an Excel workbook: one tab for each table of data, numbers as numbers, words as words that are never calculated.</summary>
public sealed partial class ReportWorkbook(ReportSheets sheets)
{
    private const uint Normal = 0, Header = 1, Text = 2, Decimals = 3, Day = 4;

    public void Write(WorkshopReport report, Stream into)
    {
        using var file = SpreadsheetDocument.Create(into, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();

        var tabs = new Sheets();
        uint number = 1;
        foreach (var sheet in sheets.Of(report))
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = Of(sheet);
            tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = number++, Id = book.GetIdOfPart(part) });
        }

        book.Workbook = new(tabs);
        file.PackageProperties.Title = ReportDocument.Plain(report.Title);
        file.PackageProperties.Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        file.PackageProperties.Creator = "Leerklimaat";
        file.PackageProperties.Created = report.HeldAt?.UtcDateTime;
    }

    private static Worksheet Of(Sheet sheet)
    {
        var data = new SheetData(new Row([.. sheet.Headers.Select(header => Words(header, Header))]));
        foreach (var row in sheet.Rows) data.Append(new Row([.. row.Select(CellOf)]));

        // The header stays in sight while one scrolls, and can be filtered on.
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new Columns(sheet.Headers.Select((header, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOf(sheet, header, index), CustomWidth = true })),
            data,
            new AutoFilter { Reference = $"A1:{Letter(sheet.Headers.Count)}{sheet.Rows.Count + 1}" },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    private static Cell CellOf(object? value) => value switch
    {
        int number => new() { DataType = CellValues.Number, CellValue = new(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = Normal },
        double number => new() { DataType = CellValues.Number, CellValue = new(Math.Round(number, 4).ToString(CultureInfo.InvariantCulture)), StyleIndex = Decimals },
        DateOnly day => new() { DataType = CellValues.Number, CellValue = new(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = Day },
        null => new(),
        _ => Words(value.ToString()!, Text),
    };

    // The style says "this is text" to Excel, also after somebody edits the cell; the type says it to everybody.
    private static Cell Words(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new(new DocumentFormat.OpenXml.Spreadsheet.Text(ALookalike().Replace(ReportDocument.Plain(text), "_x005F_")) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // A spreadsheet reads _x0041_ as the letter A: the underscore itself is written so, where somebody typed just that.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex ALookalike();

    private static double WidthOf(Sheet sheet, string header, int column) =>
        Math.Clamp(sheet.Rows.Select(row => row[column]?.ToString()?.Length ?? 0).Append(header.Length).Max() + 3, 8, 60);

    private static string Letter(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : $"{(char)('A' + (column - 1) / 26 - 1)}{(char)('A' + (column - 1) % 26)}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, BorderId = 1, ApplyBorder = true, NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true, ApplyAlignment = true },
            new CellFormat { NumberFormatId = 2, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
}
