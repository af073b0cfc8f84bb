using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Reading;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// The JSON is held against what a bystander noted (<see cref="RecomputingReports"/>); here every other form is held against the JSON: each table of the page,
/// the Word file, the text, the workbook and the CSV files, and each sentence with a number in it.
/// </summary>
[Rule("R1"), Rule("R2")]
public partial class SayingTheSameInEveryForm
{
    private const int FirstSeed = 20_261_128, Workshops = 150;

    private static readonly string[] Squares = ["niet aanwezig", "een beetje", "grotendeels", "volop aanwezig"];

    [Fact]
    public void No_number_of_any_form_differs_from_the_others()
    {
        using var formats = new AllFormats();
        var wrong = Enumerable.Range(FirstSeed, Workshops).SelectMany(seed => Wrong(formats, new RandomWorkshop(seed).Events.Make()).Select(what => $"{seed}: {what}"))
            .Concat(Wrong(formats, SeededWorkshop.Report("nl"))).Concat(Wrong(formats, HandingItToADirector.Full())).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} times different:\n{string.Join('\n', wrong.Take(25))}");
    }

    private static List<string> Wrong(AllFormats formats, WorkshopReport report)
    {
        var wrong = new List<string>();
        using var document = JsonDocument.Parse(formats.File(report, "report.json"));
        var json = document.RootElement;
        var text = Encoding.UTF8.GetString(formats.File(report, "report.txt"));
        var page = new HtmlParser().ParseDocument(formats.Page(report));
        var cards = json.GetProperty("cards").EnumerateArray().ToDictionary(card => card.GetProperty("id").GetString()!);

        Same(page.QuerySelectorAll(".grid table").Cast<IHtmlTableElement>().Select(Cells), TablesOf(formats.File(report, "report.docx")), "the tables of the page and of the Word file");
        Same(page.QuerySelectorAll(".grid table").Cast<IHtmlTableElement>().SelectMany(Lines), text.ReplaceLineEndings("\n").Split('\n').Where(line => GridLine().IsMatch(line)), "the tables of the page and of the text");
        foreach (var (name, rows) in Workbook(formats.File(report, "report.xlsx"))) Same(rows, Csv(formats.File(report, name)), $"the workbook and {name}");
        foreach (var row in Rows(Csv(formats.File(report, "cards.csv")))) Same(Expected(cards[row["Kaartcode"]], row), string.Join(' ', Squares.Append("weet ik niet").Append("Omhoog").Append("Omlaag").Append("Gelijk").Select(column => row[column])), $"cards.csv {row["Kaartcode"]} {row["Wie"]} {row["Wanneer"]}");
        foreach (var row in Rows(Csv(formats.File(report, "tables.csv")))) Same(Points(cards[row["Kaartcode"]], row["Tafel"]), $"{row["Stapel"]}|{row["Voorstel van de pionnen"]}|{row["Punten"]}|{row["Pionnen die tellen"]}", $"tables.csv {row["Kaartcode"]} {row["Tafel"]}");
        foreach (var factor in json.GetProperty("factors").EnumerateArray()) OfAFactor(factor);
        Sentences();
        return wrong;

        // The sum over its cards, counted anew: of each where its pawns stood in the end.
        void OfAFactor(JsonElement factor)
        {
            var name = factor.GetProperty("name").GetString()!;
            var its = cards.Values.Where(card => card.GetProperty("factor").GetString() == factor.GetProperty("id").GetString()).Select(Ends).OfType<List<int>>().ToList();
            var sum = Enumerable.Range(0, 5).Select(index => its.Sum(counts => counts[index])).ToList();
            Same(its.Count, factor.GetProperty("shown").GetInt32(), $"{name} cards");
            if (its.Count > 0) Same(string.Join(' ', sum), string.Join(' ', Counts(factor.GetProperty("pawns"))), $"{name} pawns");
            var row = Rows(Csv(formats.File(report, "factors.csv"))).Single(one => one["Factorcode"] == factor.GetProperty("id").GetString());
            Same(its.Count > 0 ? string.Join(' ', sum) : string.Join(' ', Enumerable.Repeat("te weinig mensen", 5)), string.Join(' ', Squares.Append("weet ik niet").Select(column => row[column])), $"factors.csv {name}");
            if (sum[4] > 0) Contains($"{name} ({sum[4]} van {sum.Sum()} keer)");
        }

        void Sentences()
        {
            Contains(json.GetProperty("invited") is { ValueKind: JsonValueKind.Number } invited
                ? $"Er waren {json.GetProperty("people")} mensen van de {invited} die waren uitgenodigd, {AtTables()}." : $"Er waren {json.GetProperty("people")} mensen, {AtTables()}.");
            Contains($"Gespeelde kaarten: {cards.Values.Count(card => card.GetProperty("tables").GetArrayLength() > 0)},");
            var stories = json.GetProperty("stories");
            if (stories.ValueKind == JsonValueKind.Object && stories.TryGetProperty("already", out var already)) Contains($"{already} keer “gebeurt al”, {stories.GetProperty("notYet")} keer “nog niet” ({stories.GetProperty("people")} mensen vertelden)");
            else Same(stories.ValueKind == JsonValueKind.Object && stories.TryGetProperty("nearlyAll", out _), text.Contains("Bij de verhalen", StringComparison.Ordinal), "stories are told");
            var tables = cards.Values.SelectMany(card => card.GetProperty("tables").EnumerateArray()).Where(table => table.GetProperty("proposal").ValueKind == JsonValueKind.String && table.GetProperty("pile").ValueKind == JsonValueKind.String).ToList();
            var overruled = tables.Count(table => table.GetProperty("proposal").GetString() != table.GetProperty("pile").GetString());
            Same($"{overruled} of {tables.Count}", $"{json.GetProperty("decisions").GetProperty("overruled")} of {json.GetProperty("decisions").GetProperty("proposed")}", "decisions");
            if (tables.Count > 0) Contains($"Een tafel koos {overruled} van de {tables.Count} keer");
            foreach (var missing in json.GetProperty("notDiscussed").EnumerateArray()) Same(false, cards.Values.Any(card => card.GetProperty("factor").GetString() == missing.GetProperty("id").GetString() && card.GetProperty("tables").GetArrayLength() > 0), $"{missing.GetProperty("name")} was not discussed");
            foreach (var card in cards.Values)
            {
                var isShown = new[] { "twice", "once" }.Any(group => card.GetProperty(group) is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty("people", out _));
                if (card.GetProperty("notIn").GetInt32() is > 0 and var later && isShown) Contains($"Later, of aan een kleine tafel: {later}.");
                if (card.GetProperty("twice") is { ValueKind: JsonValueKind.Object } twice && twice.TryGetProperty("movement", out var movement) && movement.GetProperty("moved") is var moved && moved.TryGetProperty("up", out var up))
                    Contains($"Na het gesprek: {Amount(up)} omhoog, {Amount(moved.GetProperty("down"))} omlaag, {Amount(moved.GetProperty("same"))} gelijk.");
            }
        }

        string AtTables() => json.GetProperty("tables").GetInt32() is var tables && tables == 1 ? "aan 1 tafel" : $"aan {tables} tafels";

        void Contains(string sentence)
        {
            if (!text.Contains(sentence, StringComparison.Ordinal)) wrong.Add($"the text does not say: {sentence}");
            if (!page.Body!.TextContent.Contains(sentence, StringComparison.Ordinal)) wrong.Add($"the page does not say: {sentence}");
        }

        void Same<T>(T one, T other, string what)
        {
            if (!string.Equals(Joined(one), Joined(other), StringComparison.Ordinal)) wrong.Add($"{what}:\n{Joined(one)}\n{Joined(other)}");
        }
    }

    private static string Joined<T>(T said) => said is IEnumerable<string> some ? string.Join('\n', some) : said is bool is_ ? $"{is_}" : $"{said}";

    private static string Amount(JsonElement number) => number.ValueKind == JsonValueKind.Number ? $"{number}" : "enkele";

    // The numbers of a row as the JSON has them.
    private static string Expected(JsonElement card, Dictionary<string, string> row)
    {
        var group = card.GetProperty(row["Wie"] == "wie twee keer legde" ? "twice" : "once");
        if (!group.TryGetProperty("before", out _)) return string.Join(' ', Enumerable.Repeat("te weinig mensen", 8));

        var spread = group.GetProperty(row["Wanneer"] == "Eerst" ? "before" : "after");
        var counts = spread.TryGetProperty("nearlyAllOn", out var on)
            ? Enumerable.Range(1, 5).Select(square => square == on.GetInt32() ? "bijna iedereen" : "te weinig mensen") : Counts(spread).Select(count => $"{count}");
        if (row["Wanneer"] == "Eerst") return string.Join(' ', [.. counts, "", "", ""]);

        var movement = group.GetProperty("movement");
        var moved = movement.GetProperty("moved");
        var direction = movement.GetProperty("direction").GetString();
        return string.Join(' ', [.. counts, .. moved.TryGetProperty("up", out var up)
            ? [Amount(up), Amount(moved.GetProperty("down")), Amount(moved.GetProperty("same"))]
            : new[] { "more", "less", "same" }.Select(way => way == direction ? Directions[way] : "te weinig mensen")]);
    }

    private static readonly Dictionary<string, string> Directions = new() { ["more"] = "omhoog", ["less"] = "omlaag", ["same"] = "gelijk gebleven" };

    private static string Points(JsonElement card, string number)
    {
        var table = card.GetProperty("tables").EnumerateArray().Single(one => one.GetProperty("table").ToString() == number);
        var pile = table.GetProperty("pile") is { ValueKind: JsonValueKind.String } laid ? Piles[laid.GetString()!] : "besproken aan een tafel";
        if (!table.GetProperty("points").TryGetProperty("sum", out var sum))
        {
            var why = table.GetProperty("pawns").TryGetProperty("people", out _) && !IsNearly(table.GetProperty("pawns")) ? "niet precies de pionnen die de tafel telde" : "te weinig mensen";
            return $"{pile}|{why}|{why}|{why}";
        }

        return $"{pile}|{(table.GetProperty("proposal") is { ValueKind: JsonValueKind.String } proposal ? Piles[proposal.GetString()!] : "precies de helft: de tafel koos")}|{sum}|{table.GetProperty("points").GetProperty("counting")}";
    }

    private static bool IsNearly(JsonElement pawns) => (pawns.GetProperty("after") is { ValueKind: JsonValueKind.Object } after ? after : pawns.GetProperty("before")).TryGetProperty("nearlyAllOn", out _);

    private static readonly Dictionary<string, string> Piles = new() { ["green"] = "groene stapel", ["redToImprove"] = "rode stapel: nog verbetering nodig", ["redNotPresent"] = "rode stapel: niet aanwezig" };

    // Where its pawns stood in the end, of everybody whose counts are told; nothing where none are.
    private static List<int>? Ends(JsonElement card)
    {
        var ends = new[] { (Group: card.GetProperty("twice"), When: "after"), (Group: card.GetProperty("once"), When: "before") }
            .Where(one => one.Group.ValueKind == JsonValueKind.Object && one.Group.TryGetProperty("isLast", out var isLast) && isLast.GetBoolean() && one.Group.GetProperty(one.When).TryGetProperty("counts", out _))
            .Select(one => Counts(one.Group.GetProperty(one.When))).ToList();
        return ends.Count == 0 ? null : [.. Enumerable.Range(0, 5).Select(index => ends.Sum(counts => counts[index]))];
    }

    private static List<int> Counts(JsonElement distribution) => [.. distribution.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()), distribution.GetProperty("dontKnow").GetInt32()];

    private static string Cells(IHtmlTableElement table) => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.TextContent))));

    // As the text has it: the first cell, then each other with its column before it.
    private static IEnumerable<string> Lines(IHtmlTableElement table)
    {
        var head = table.Head!.Rows[0].Cells.Select(cell => cell.TextContent).ToList();
        return table.Bodies[0].Rows.Select(row => $"- {row.Cells[0].TextContent}: {string.Join("; ", row.Cells.Skip(1).Select((cell, column) => $"{head[column + 1]} {cell.TextContent}"))}").Where(line => GridLine().IsMatch(line));
    }

    private static IEnumerable<string> TablesOf(byte[] word)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        return [.. file.MainDocumentPart!.Document!.Body!.Elements<Table>().Select(table => string.Join('\n', table.Elements<TableRow>().Select(row => string.Join(" | ", row.Elements<TableCell>().Select(cell => cell.InnerText)))))];
    }

    private static IEnumerable<(string Name, IEnumerable<string> Rows)> Workbook(byte[] excel)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(excel), isEditable: false);
        var book = file.WorkbookPart!;
        return [.. book.Workbook!.Sheets!.Elements<S.Sheet>().Zip(ReportFiles.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)), (sheet, name) => (name, (IEnumerable<string>)[.. ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet!.Descendants<S.Row>().Select(row => string.Join(" | ", row.Elements<S.Cell>().Select(Said)))]))];
    }

    // Days and broken numbers stand otherwise in a workbook, and a CSV file guards what would be calculated.
    private static string Said(S.Cell cell) => cell.DataType?.Value == S.CellValues.InlineString ? cell.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal) : cell.StyleIndex?.Value == 4
        ? DateTime.FromOADate(double.Parse(cell.InnerText, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.InnerText.Replace('.', ',');

    private static IEnumerable<string> Csv(byte[] csv)
    {
        using var reader = new CsvHelper.CsvParser(new StreamReader(new MemoryStream(csv)), new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join(" | ", reader.Record!.Select(field => field.StartsWith("'=", StringComparison.Ordinal) ? field[1..] : field)));
        return rows;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(IEnumerable<string> csv)
    {
        var all = csv.Select(row => row.Split(" | ")).ToList();
        return all.Skip(1).Select(row => all[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    [GeneratedRegex(@"^- .+: .+; .+")]
    private static partial Regex GridLine();
}
