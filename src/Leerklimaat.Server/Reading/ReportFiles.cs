using System.Globalization;
using System.IO.Compression;
using System.Text;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as files: which there are, what they are called, and how each is written.</summary>
public sealed class ReportFiles(ReportDocument document, ReportWorkbook workbook, ReportCsv csv, ReportTranscript transcript, IStringLocalizer<Phrases> say)
{
    private const string Csv = ".csv", Tables = "tables.zip";

    private static readonly string[] CsvTables = ["purpose", "cards", "tables", "factors", "notes", "cases", "lists", "actions", "answers", "questions", "waiting", "skipped"];

    private static readonly string[] Offered = ["report.docx", "report.xlsx", "report.txt", Tables, "report.json"];

    /// <summary>What may stand behind <c>/report/</c>: what is offered, and each table by itself.</summary>
    public static IEnumerable<string> Names => [.. Offered, .. CsvTables.Select(table => table + Csv)];

    /// <param name="root">The address of the page; the files stand below it.</param>
    public IReadOnlyList<FileLink> Of(string root, bool hasQuotes) =>
    [
        .. Offered.Select(name => new FileLink(say[$"Report.Format{Path.GetExtension(name)}"], say[$"Report.Format{Path.GetExtension(name)}.What"], $"{root}/{name}{(hasQuotes ? "" : "?quotes=no")}")),
    ];

    /// <returns>False when there is no such file.</returns>
    public bool Write(WorkshopReport report, string name, Stream into)
    {
        switch (name)
        {
            case "report.docx": document.Write(report, into); return true;
            case "report.xlsx": workbook.Write(report, into); return true;
            case "report.json": ReportData.WriteJson(report, into); return true;
            case "report.txt": transcript.Write(report, into); return true;
            case Tables: WriteTables(report, into); return true;
            default: return name.EndsWith(Csv, StringComparison.Ordinal) && csv.Write(report, name[..^Csv.Length], into);
        }
    }

    public static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".zip" => "application/zip",
        ".json" => "application/json; charset=utf-8",
        Csv => "text/csv; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>Such as <c>verslag-samen-leren-2026-01-05.docx</c>: what it is, of what, of when.</summary>
    public string SavedAs(WorkshopReport report, string name)
    {
        var what = name.EndsWith(Csv, StringComparison.Ordinal) ? $"{say["Report.File"]}-{Path.GetFileNameWithoutExtension(name)}" : say["Report.File"].Value;
        var date = report.HeldAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? say["Report.File.NotHeld"].Value;
        string?[] parts = [what, Plain(report.Title), date, report.Level == ReadLevel.All ? null : say[$"Report.File.{report.Level}"].Value];
        return string.Join('-', parts.Where(part => !string.IsNullOrEmpty(part))) + Path.GetExtension(name);
    }

    private void WriteTables(WorkshopReport report, Stream into)
    {
        using var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var table in CsvTables)
        {
            var entry = archive.CreateEntry(table + Csv);
            if (report.Colophon.MadeAt is { } made) entry.LastWriteTime = made;
            using var written = entry.Open();
            csv.Write(report, table, written);
        }
    }

    // Letters and digits that every file system and mail program takes.
    private static string Plain(string title)
    {
        var plain = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character)) plain.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        return plain.ToString()[..Math.Min(plain.Length, 60)].Trim('-');
    }
}
