using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// Every number of a report beside what a bystander noted, counted anew with nothing of <c>Reports/</c>. What a report withholds it may withhold; what it says must be so.
/// </summary>
public partial class RecomputingReports
{
    private const int FirstSeed = 20_261_128, Workshops = 150;

    [Fact, Rule("R1")]
    public void No_number_of_a_report_differs_from_what_was_placed()
    {
        using var formats = new AllFormats();
        var wrong = Enumerable.Range(FirstSeed, Workshops).SelectMany(seed => Wrong(formats, new(seed)).Select(what => $"{seed}: {what}")).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} times wrong in {Workshops} workshops:\n{string.Join('\n', wrong.Take(25))}");
    }

    private static List<string> Wrong(AllFormats formats, RandomWorkshop workshop)
    {
        var wrong = new List<string>();
        var report = workshop.Events.Make();
        using var json = JsonDocument.Parse(formats.File(report, "report.json"));
        var text = System.Text.Encoding.UTF8.GetString(formats.File(report, "report.txt"));
        Same(workshop.People, json.RootElement.GetProperty("people").GetInt32(), "people");
        Same(workshop.Tables, json.RootElement.GetProperty("tables").GetInt32(), "tables");
        Stories(json.RootElement.GetProperty("stories"));
        foreach (var card in json.RootElement.GetProperty("cards").EnumerateArray())
        {
            var id = card.GetProperty("id").GetString()!;
            var played = workshop.Seen.Where(one => one.Key.Card == id && one.Value.Pile is not null).ToDictionary(one => one.Key.Table, one => one.Value);
            Same(string.Join(',', played.Keys.Order()), string.Join(',', card.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("table").GetInt32())), $"{id} its tables");
            foreach (var table in card.GetProperty("tables").EnumerateArray()) OfATable(id, table, played[table.GetProperty("table").GetInt32()]);
            PointsInWords(id, SectionOf(text, card), [.. card.GetProperty("tables").EnumerateArray().Where(table => Part(table, "points") is not null).Select(table => played[table.GetProperty("table").GetInt32()])]);
            OfWhoPlacedTwice(id, card, [.. played.Values.Where(noted => noted.Pairs.Count > 0)]);
            OfWhoPlacedOnce(id, card, SectionOf(text, card), [.. played.Values]);
        }

        return wrong;

        // Of some of the tables, at one of the publications.
        void Stories(JsonElement told)
        {
            if (told.ValueKind != JsonValueKind.Object || !told.TryGetProperty("people", out var people)) return;

            var isSo = workshop.ToldAtPublications.SelectMany(tables => Subsets([.. tables]).Select(some => some.SelectMany(table => table.Select(one => (table.Key, one.Seat, one.Story))).ToList()))
                .Any(some => some.Select(one => (one.Key, one.Seat)).Distinct().Count() == people.GetInt32() && (told.TryGetProperty("nearlyAll", out var nearly)
                    ? some.Where(one => one.Story != (nearly.GetString() == "notYet" ? Story.NotYet : Story.HappensAlready)).Select(one => (one.Key, one.Seat)).Distinct().Count() <= 1
                    : some.Count(one => one.Story == Story.HappensAlready) == told.GetProperty("already").GetInt32() && some.Count(one => one.Story == Story.NotYet) == told.GetProperty("notYet").GetInt32()));
            if (!isSo) wrong.Add($"stories: {told} is true of no tables at any publication");
        }

        void OfATable(string id, JsonElement table, Noted noted)
        {
            var where = $"{id} table {table.GetProperty("table")}";
            if (Part(table, "pile") is { ValueKind: JsonValueKind.String } pile) Same(noted.Pile.ToString(), pile.GetString(), $"{where} pile");
            if (Part(table, "proposal") is { } proposal) Same($"{noted.Proposal}", proposal.GetString(), $"{where} proposal");
            if (Part(table, "points") is not { } points) return;

            Same($"{noted.Sum} of {noted.Last.Count}–{4 * noted.Last.Count}", $"{points.GetProperty("sum")} of {points.GetProperty("lowest")}–{points.GetProperty("highest")}", $"{where} points");
            Same(noted.Proposal is null, Part(table, "proposal") is null, $"{where} a tie");
        }

        void PointsInWords(string id, string section, List<Noted> told) =>
            Same(string.Join(" · ", told.Select(noted => $"{noted.Sum} (van {noted.Last.Count} tot {4 * noted.Last.Count})")), string.Join(" · ", Points().Matches(section).Select(match => match.Value)), $"{id} points in words");

        // A first placement is the end only of tables that did not place again.
        void OfWhoPlacedOnce(string id, JsonElement card, string section, List<Noted> tables)
        {
            if (Part(card, "once") is not { } once || once.GetProperty("isEarlier").GetBoolean()) return;

            var said = Said(once)[..6];
            var isTheEnd = Part(card, "twice") is null && section.Contains("Aan het eind", StringComparison.Ordinal);
            var possible = Subsets(isTheEnd ? [.. tables.Where(noted => noted.Second.Count == 0)] : tables).Select(some => some.SelectMany(noted => noted.Stayed).ToList());
            if (!possible.Any(first => IsSo(said, [first.Count, .. new[] { 1, 2, 3, 4, 0 }.Select(square => first.Count(one => one == square))]))) wrong.Add($"{id}: {string.Join(' ', said)} of the first placement is true of no tables{(isTheEnd ? " whose end it is" : "")}");
        }

        // Not of which tables: some may be left out. There must be tables of whom it is true.
        void OfWhoPlacedTwice(string id, JsonElement card, List<Noted> tables)
        {
            if (Part(card, "twice") is not { } twice || twice.GetProperty("isEarlier").GetBoolean()) return;

            var said = Said(twice);
            if (!Subsets(tables).Any(some => IsSo(said, Counted([.. some.SelectMany(noted => noted.Pairs)])))) wrong.Add($"{id}: {string.Join(' ', said)} is true of no tables");
        }

        void Same<T>(T noted, T said, string what)
        {
            if (!string.Equals($"{noted}", $"{said}", StringComparison.OrdinalIgnoreCase)) wrong.Add($"{what}: noted {noted}, the report says {said}");
        }
    }

    private static IEnumerable<List<T>> Subsets<T>(List<T> tables) =>
        Enumerable.Range(1, (1 << tables.Count) - 1).Select(some => tables.Where((_, index) => (some >> index & 1) == 1).ToList());

    private static bool IsSo(List<int?> said, List<int> noted) => noted.Select((number, index) => said[index] is null || said[index] == number).All(isSo => isSo);

    // How many people, then the squares and "weet ik niet" before and after, then up, down and the same. What is withheld is nothing.
    private static List<int?> Said(JsonElement twice) =>
    [
        Number(twice.GetProperty("people")),
        .. new[] { "before", "after" }.SelectMany(when => Part(twice, when) is { } spread && Part(spread, "counts") is { ValueKind: JsonValueKind.Array } counts
            ? counts.EnumerateArray().Select(Number).Append(Number(spread.GetProperty("dontKnow")))
            : Enumerable.Repeat<int?>(null, 5)),
        .. new[] { "up", "down", "same" }.Select(way => Part(twice, "movement") is { } movement && Part(movement, "moved") is { } moved && Part(moved, way) is { } number ? Number(number) : null),
    ];

    private static List<int> Counted(List<(int First, int Second)> pairs)
    {
        var moved = pairs.Where(pair => pair is { First: > 0, Second: > 0 }).ToList();
        return
        [
            pairs.Count,
            .. new[] { 1, 2, 3, 4, 0 }.Select(square => pairs.Count(pair => pair.First == square)), .. new[] { 1, 2, 3, 4, 0 }.Select(square => pairs.Count(pair => pair.Second == square)),
            moved.Count(pair => pair.Second > pair.First), moved.Count(pair => pair.Second < pair.First), moved.Count(pair => pair.Second == pair.First),
        ];
    }

    private static int? Number(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetInt32() : null;

    // What is withheld is nothing.
    private static JsonElement? Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null
        && !(part.ValueKind == JsonValueKind.Object && part.TryGetProperty("withheld", out _) && !part.TryGetProperty("people", out _)) ? part : null;

    [GeneratedRegex(@"\d+ \(van \d+ tot \d+\)")]
    private static partial Regex Points();

    // From the card's heading, which is underlined, to the next.
    private static string SectionOf(string text, JsonElement card)
    {
        var title = card.GetProperty("text").GetString()!;
        var start = text.IndexOf($"\n{title}{Environment.NewLine}---", StringComparison.Ordinal);
        if (start < 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No section of {title}."));

        var end = text.IndexOf($"{Environment.NewLine}---", start + title.Length + 8, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }
}
