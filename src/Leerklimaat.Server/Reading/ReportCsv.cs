using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as CSV files, one for each table of data. No field breaks its row, and none is calculated by the spreadsheet that opens it.</summary>
public sealed partial class ReportCsv(ReportSheets sheets)
{
    /// <summary>Semicolons and the decimal sign of the reader's language, as spreadsheets there expect; a byte order mark, so that they read UTF-8.</summary>
    /// <returns>False when there is no such table.</returns>
    public bool Write(WorkshopReport report, string id, Stream into)
    {
        if (sheets.Of(report).FirstOrDefault(sheet => sheet.Id == id) is not { } sheet) return false;

        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? CultureInfo.GetCultureInfo("nl-NL") : CultureInfo.GetCultureInfo("en-GB");
        // Every field in quotes: what decides whether a field needs them need not know every line end that there is.
        var rules = new CsvConfiguration(culture) { Delimiter = culture.Name == "nl-NL" ? ";" : ",", InjectionOptions = InjectionOptions.None, ShouldQuote = _ => true, NewLine = "\r\n" };
        using var text = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, rules);
        Row(sheet.Headers);
        foreach (var row in sheet.Rows) Row(row);
        return true;

        void Row(IEnumerable<object?> cells)
        {
            foreach (var cell in cells) csv.WriteField(FieldOf(cell));
            csv.NextRecord();
        }
    }

    private static object? FieldOf(object? cell) => cell switch
    {
        double number => Math.Round(number, 4),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int or null => cell,
        _ => Harmless(cell.ToString()!),
    };

    /// <summary>An apostrophe before each line that a spreadsheet would calculate; also before the second, which some programs take for a row of its own.</summary>
    private static string Harmless(string text) => Danger().Replace(text, "'$0");

    // At the start of the text or of any line of it: what nobody sees, then a sign that begins a formula, in its narrow or its wide form. A tab or a
    // carriage return at the very start is one too.
    [GeneratedRegex(@"(?<=^|[\n\r\v\f\u0085\u2028\u2029])[\p{Cf}\p{Zs}\p{Mn}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0-[\n\r\v\f\u0085]]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]", RegexOptions.CultureInvariant)]
    private static partial Regex Danger();
}
