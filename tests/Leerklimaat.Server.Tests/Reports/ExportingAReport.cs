using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Reading;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>Another program reads a report: by the schema, and by what <c>docs/exports.md</c> says of it.</summary>
[Rule("R2")]
public sealed partial class ExportingAReport
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Docs, "report.schema.json")));

    [Fact]
    public void Each_json_keeps_to_the_schema()
    {
        using var formats = new AllFormats();
        foreach (var report in Reports().SelectMany(report => Enum.GetValues<ReadLevel>().Select(report.At))) AssertKeeps(formats.File(report, "report.json"));
    }

    [Fact]
    public void In_it_numbers_occur_that_are_told_and_that_are_withheld()
    {
        using var formats = new AllFormats();
        var said = Reports().SelectMany(report => Places(JsonNode.Parse(formats.File(report, "report.json"))!, "")).ToHashSet();
        // What can stand there and never does is not known to be so.
        foreach (var place in new[]
        {
            "/cards/[]/twice/after/counts", "/cards/[]/twice/after/nearlyAllOn", "/cards/[]/twice/movement/moved/up", "/cards/[]/twice/movement/moved/withheld", "/cards/[]/once/before/counts",
            "/cards/[]/tables/[]/points/sum", "/cards/[]/tables/[]/points/withheld", "/cards/[]/tables/[]/pile/withheld", "/cards/[]/tables/[]/proposal/withheld", "/cards/[]/notes/[]/signedBy",
            "/factors/[]/pawns/counts", "/factors/[]/pawns/withheld", "/lists/toDevelop/[]/actions/[]/by", "/questions/[]/learned/partly", "/questions/[]/learned/withheld", "/questions/[]/result/withheld", "/questions/[]/result/mean", "/questions/[]/result/options/[]/count/withheld", "/questions/[]/result/options/[]/meanPlace", "/questions/[]/result/options/[]/meanPlace/withheld", "/questions/[]/roomQuestions/[]/seconds", "/purpose/reached/yes", "/purpose/reached/nearlyAll", "/purpose/reached/withheld", "/purpose/aims/learnTogether", "/cards/[]/twice/movement/moved/net/withheld", "/waiting/[]/tables", "/skipped/[]/card",
        }) Assert.Contains(place, said);
    }

    [Fact]
    public async Task So_does_the_one_that_a_server_gives()
    {
        await using var workshop = await AWorkshop.Playing();
        var given = await workshop.Chantal.Http.GetByteArrayAsync($"{workshop.Root}/report/report.json");
        AssertKeeps(given);
        using var json = JsonDocument.Parse(given);
        Assert.Equal(workshop.Root.Split('/')[^1], json.RootElement.GetProperty("workshop").GetString());
        Assert.Equal("leerklimaat", json.RootElement.GetProperty("deck").GetProperty("id").GetString());
        Assert.NotEqual(JsonValueKind.Null, json.RootElement.GetProperty("madeAt").ValueKind);
    }

    [Theory, InlineData("nl"), InlineData("en")]
    public void The_columns_of_each_table_are_those_that_are_described(string language)
    {
        using var formats = new AllFormats(language);
        var report = HandingOverAReport.Sample().Make();
        var described = Described().Matches(File.ReadAllText(Path.Combine(Docs, "exports.md"))).ToDictionary(table => table.Groups["file"].Value, table => (IReadOnlyList<string>)Column().Matches(table.Groups["rows"].Value).Select(row => row.Groups[language].Value).ToList());
        var written = ReportFiles.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).ToDictionary(name => name, name => Columns(formats.File(report, name), report, language));

        Assert.Equal(written.Keys.Order(), described.Keys.Order());
        foreach (var (name, columns) in written) Assert.Equal($"{name}: {string.Join(" | ", columns)}", $"{name}: {string.Join(" | ", described[name])}");
    }

    [Fact]
    public void Cards_and_factors_are_joined_by_their_codes()
    {
        using var formats = new AllFormats();
        var report = HandingOverAReport.Sample().Make();
        var (cards, factors, tables) = (Rows(formats.File(report, "cards.csv")), Rows(formats.File(report, "factors.csv")), Rows(formats.File(report, "tables.csv")));
        Assert.Subset(factors.Select(row => row["Factorcode"]).ToHashSet(), cards.Select(row => row["Factorcode"]).ToHashSet());
        Assert.Subset(tables.Select(row => row["Kaartcode"]).ToHashSet(), cards.Select(row => row["Kaartcode"]).ToHashSet());
        Assert.NotEmpty(cards);
    }

    [Fact]
    public void Where_people_moved_stands_once()
    {
        using var formats = new AllFormats();
        var rows = Rows(formats.File(HandingOverAReport.Sample().Make(), "cards.csv")).Where(row => row["Kaartcode"] == "veiligheid-1").ToList();
        Assert.Equal(["Eerst: ", "Daarna: 3"], rows.Select(row => $"{row["Wanneer"]}: {row["Omhoog"]}"));
    }

    private static IEnumerable<WorkshopReport> Reports()
    {
        yield return HandingOverAReport.Sample().Make();
        yield return SeededWorkshop.Report("nl");
        var aims = new ReportedAims(ToldCount.Of(6, 7), ToldCount.Of(3, 7), ToldCount.Of(0, 7), 7);
        yield return HandingOverAReport.Sample().Make() with { Purpose = new("druk", "samen leren", new(new(3, 2, 1), null, 6), aims, ["daarom"], WasAsked: true) };
        yield return HandingOverAReport.Sample().Make() with { Purpose = new("", "samen leren", new(null, GoalReached.Yes, 6), null, [], WasAsked: true), Questions = [new("Wat wil je leren?", 3, [], null) { IsAboutLearning = true }, new("En nu?", 6, [], new(null, Learned.Partly, 6)) { IsAboutLearning = true }] };
        var agreed = EntryId.OfBundle(Guid.Empty);
        var full = new Leerklimaat.Domain.Tests.Reports.AReport(6, 6, 2)
            .Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4], [4, 4, 4, 4, 4, 4]).Plays(2, "veiligheid-2", [1, 2, 2, 3, 3, 4]).Plays(3, "openheid-1", [1, 2])
            .Writes(1, "meer tijd", NoteKind.Need, signedBy: "Anna").Happens(2, new CardSkipped(new("tijd-1"))).Holds(1, "tijd-1", [1, 2, 2, 3, 3, 4]);
        yield return full.Agrees(
            new EntriesBundled(agreed, "Tijd", PlenaryList.ToDevelop, [EntryId.OfNote(full.State(1).Notes[^1].Id)]),
            new ActionPlanned(new(Guid.NewGuid(), agreed, "een uur per week", "Joost", new(2026, 2, 1), "")), new ActionPlanned(new(Guid.NewGuid(), agreed, "samen lunchen", "", null, ""))).Make();
        foreach (var seed in Enumerable.Range(20_261_128, 30)) yield return new RandomWorkshop(seed).Events.Make();
    }

    private static void AssertKeeps(byte[] json)
    {
        var result = Schema.Evaluate(JsonNode.Parse(json), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.True(result.IsValid, string.Join('\n', result.Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}").Take(20)) + Encoding.UTF8.GetString(json)[..200]);
    }

    private static IEnumerable<string> Places(JsonNode? node, string place) => node switch
    {
        JsonObject some => some.SelectMany(one => Places(one.Value, $"{place}/{one.Key}")),
        JsonArray list => list.SelectMany(one => Places(one, $"{place}/[]")).Append(place),
        null => [],
        _ => [place],
    };

    // The columns of the squares are called as the board calls them.
    private static IReadOnlyList<string> Columns(byte[] csv, WorkshopReport report, string language) =>
        [.. Read(csv)[0].Select(column => report.Board.Squares.Any(square => square.Words == column) ? language == "nl" ? "*per vak*" : "*each square*" : column).Distinct()];

    private static List<Dictionary<string, string>> Rows(byte[] csv)
    {
        var all = Read(csv);
        return [.. all.Skip(1).Select(row => all[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static List<string[]> Read(byte[] csv)
    {
        var culture = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? ";" : ",";
        using var reader = new CsvHelper.CsvParser(new StreamReader(new MemoryStream(csv)), new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { Delimiter = culture });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add(reader.Record!);
        return rows;
    }

    [GeneratedRegex(@"^### `(?<file>[a-z]+\.csv)`.*?\n(?<rows>(?:\|[^\n]*\n)+)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Described();

    // The first two rows of a table in Markdown are its head.
    [GeneratedRegex(@"^\| (?!Nederlands|---)(?<nl>[^|]+?) \| (?<en>[^|]+?) \| [^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Column();
}
