using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using CsvHelper.Configuration;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Reports;

/// <summary>The report for other programs: one CSV file for each table of data, and all of it as JSON.</summary>
public sealed class ReportData(ReportSheets sheets)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Semicolons and the decimal sign of the reader's language, as spreadsheets there expect; a byte order mark, so that they read UTF-8.</summary>
    /// <returns>False when there is no such table.</returns>
    public bool WriteCsv(WorkshopReport report, string id, Stream into)
    {
        if (sheets.Of(report).FirstOrDefault(sheet => sheet.Id == id) is not { } sheet) return false;

        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? CultureInfo.GetCultureInfo("nl-NL") : CultureInfo.GetCultureInfo("en-GB");
        var rules = new CsvConfiguration(culture) { Delimiter = culture.Name == "nl-NL" ? ";" : ",", InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };
        using var text = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, rules);
        Row(sheet.Headers);
        foreach (var row in sheet.Rows) Row(row);
        return true;

        void Row(IEnumerable<object?> cells)
        {
            foreach (var cell in cells) csv.WriteField(cell is double number ? Math.Round(number, 4) : cell);
            csv.NextRecord();
        }
    }

    public static void WriteJson(WorkshopReport report, Stream into) => JsonSerializer.Serialize(
        into,
        new
        {
            report.Title,
            report.StartedAt,
            report.Tables,
            report.People,
            Squares = report.Board.Squares.Select(square => new { square.Words, square.Points }),
            report.Minimum,
            report.HasQuotes,
            report.Purpose,
            Cards = report.Cards.Select(Of),
            Factors = report.Factors.Select(factor => new { factor.Id, factor.Name, Pawns = Of(factor.Profile?.Distribution), factor.Shown, factor.Withheld }),
            Lists = new { Present = report.Lists.Present.Select(Of), ToDevelop = report.Lists.ToDevelop.Select(Of), Questions = report.Lists.Questions.Select(Of) },
            report.Questions,
            Waiting = report.Held.Select(card => new { Card = card.Id.Value, card.IsCase, card.Text, card.Tables }),
            Skipped = report.Skipped.Select(card => new { Card = card.Id.Value, card.Text, card.Tables }),
        },
        Options);

    private static object Of(CardReport card) => new
    {
        Id = card.Id.Value,
        card.IsCase,
        card.Factor,
        card.Text,
        card.HappensNow,
        Twice = Of(card.Twice),
        Once = Of(card.Once),
        Tables = card.Tables.Select(table => new { table.Table, table.Pile, table.Proposal, Pawns = Of(table.Counted) }),
        card.NoteCounts,
        card.Notes,
    };

    private static object? Of(Counted? counted) => counted is null ? null : new
    {
        counted.People,
        Before = Of(counted.Before),
        After = Of(counted.After),
        Movement = counted.Shift is { } shift ? new { shift.Up, shift.Down, shift.Same, shift.Pairs, shift.Net, shift.Gross } : null,
        Points = new { counted.Tally.Sum, counted.Tally.Lowest, counted.Tally.Highest, counted.Tally.Counting },
        counted.IsEarlier,
    };

    private static object? Of(Distribution? pawns) => pawns is null ? null : new { pawns.Counts, pawns.DontKnow, pawns.Counting, pawns.Median, Closeness = Agreement.Word(pawns) };

    private static object Of(ReportedLine line) => new
    {
        line.Name,
        Entries = line.Entries.Select(entry => new { Card = entry.Card.Value, entry.CardText, entry.Kind, entry.Text, entry.Tables }),
        line.Dots,
        Actions = line.Actions.Select(action => new { action.Text, action.Owner, action.By, action.Noticing }),
        LeftOver = line.LeftOver is { } question ? new { question.Owner, question.Answer } : null,
    };
}
