using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>
/// What was played with an earlier version is the same in every later one. Each journal was written by the version that it is named after, while workshops were
/// played against it, and the states beside it were made of it by that same version: see <c>recorded/README.md</c>.
/// </summary>
[Rule("L1"), Rule("R1")]
public sealed class ReplayingAnEarlierJournal : IAsyncDisposable
{
    private static readonly DeckShelf Decks = new(Path.Combine(Repository.Root, "decks"));

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-replay-").FullName;
    private SqliteEventStore? store;

    private static string Recorded => Path.Combine(Repository.Root, "tests", "Leerklimaat.Server.Tests", "Events", "recorded");

    private string Journal => Path.Combine(folder, "journal.db");

    [Theory, InlineData("0.1", 246), InlineData("0.1-boards", 101)]
    public async Task Every_stream_leads_to_the_state_that_it_led_to_then(string version, int streams)
    {
        Open(version);
        var then = (JsonObject)JsonNode.Parse(Read($"states-{version}.json.gz"))!;
        var now = await States();
        Assert.Equal(streams, then.Count);
        Assert.Equal(then.Select(stream => stream.Key).Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));
        var different = then.SelectMany(stream => Canonical.Differences(stream.Value, AsThen(now[stream.Key])).Take(3).Select(difference => $"{stream.Key}{difference}")).ToList();
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    [Theory, InlineData("0.1", 31, 200), InlineData("0.1-boards", 14, 60)]
    public async Task Every_report_is_about_the_same_cards_piles_notes_and_placements_as_then(string version, int workshops, int fewest)
    {
        Open(version);
        var then = (JsonObject)JsonNode.Parse(Read($"reports-{version}.json.gz"))!;
        var now = Reports(await States());
        Assert.Equal(workshops, then.Count);
        Assert.True(then.Sum(workshop => workshop.Value!["piles"]!.AsArray().Count) > fewest);
        var different = then.SelectMany(workshop => Canonical.Differences(workshop.Value, now[workshop.Key]).Take(3).Select(difference => $"{workshop.Key}{difference}")).ToList();
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    /// <summary>Only for the version that wrote a journal: it says what later versions are held to. Writes into the folder <c>RECORD</c>.</summary>
    [Theory(Explicit = true), InlineData("0.1"), InlineData("0.1-boards")]
    public async Task Write_down_what_this_version_makes_of_it(string version)
    {
        Open(version);
        var into = Environment.GetEnvironmentVariable("RECORD") ?? throw new InvalidOperationException("Set RECORD to a folder.");
        var states = await States();
        Write(Path.Combine(into, $"states-{version}.json.gz"), new([.. states.OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(stream => KeyValuePair.Create(stream.Key, Canonical.Of(stream.Value)))]));
        Write(Path.Combine(into, $"reports-{version}.json.gz"), Reports(states));
    }

    /// <summary>Since then a read link has levels (W7); the one with everything is the one that had quotes.</summary>
    private static JsonNode? AsThen(object state)
    {
        var now = Canonical.Of(state);
        if (state is Workshop { ReadLink: { } link }) now!["ReadLink"]!["HasQuotes"] = link.HasQuotes;
        return now;
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Open(string version)
    {
        Unpack($"journal-{version}.db.gz", Journal);
        store = new(Journal, NullLogger<SqliteEventStore>.Instance);
    }

    private async Task<Dictionary<string, object>> States()
    {
        var states = new Dictionary<string, object>();
        foreach (var stream in Streams()) states[stream] = await Replay(stream);
        return states;
    }

    private Task<object> Replay(string stream) => stream.Split('/')[0] switch
    {
        "table" => Fold<Table, TableEvent>(stream, Table.Empty, Table.Evolve),
        "workshop" => Fold<Workshop, WorkshopEvent>(stream, Workshop.Empty, Workshop.Evolve),
        "question" => Fold<Question, QuestionEvent>(stream, Question.Empty, Question.Evolve),
        "plenary" => Fold<Plenary, PlenaryEvent>(stream, Plenary.Empty, Plenary.Evolve),
        "publications" => Fold<Publications, PublicationEvent>(stream, Publications.Empty, Publications.Evolve),
        "code" => Fold<CodeOwner, CodeEvent>(stream, CodeOwner.Empty, CodeOwner.Evolve),
        "bin" => Fold<Bin, BinEvent>(stream, Bin.Empty, Bin.Evolve),
        _ => throw new NotSupportedException($"Nothing reads {stream}."),
    };

    private async Task<object> Fold<TState, TEvent>(string stream, TState empty, Func<TState, TEvent, TState> evolve) where TState : class =>
        (await store!.Read(stream)).Select(stored => JsonSerializer.Deserialize<TEvent>(stored.Body.Span, StoredJson.Options)!).Aggregate(empty, evolve);

    /// <summary>Of each workshop what no wording and no protection of small groups changes.</summary>
    private static JsonObject Reports(Dictionary<string, object> states) =>
        new([.. states.Where(stream => stream.Value is Workshop).OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(stream => KeyValuePair.Create<string, JsonNode?>(stream.Key, ReportOf(stream.Key, (Workshop)stream.Value, states)))]);

    private static JsonObject ReportOf(string stream, Workshop workshop, Dictionary<string, object> states)
    {
        var tables = workshop.Tables.Where(table => states.ContainsKey($"table/{table.Id.Value:N}")).ToDictionary(table => table.Id, table => (Table)states[$"table/{table.Id.Value:N}"]);
        var plenary = (Plenary)states.GetValueOrDefault(stream.Replace("workshop/", "plenary/", StringComparison.Ordinal), Plenary.Empty);
        var played = new ReportMaking(workshop, tables, plenary, Decks.Find(workshop.Deck, "nl")).Played;
        var lists = PlenaryLists.Of(plenary.WithoutRehearsal(), Harvest.Of(workshop.WithoutRehearsal(tables).Select(table => KeyValuePair.Create(table.Key, WithEveryPileTold(table.Value)))));
        return new()
        {
            ["cards"] = new JsonArray([.. played.OrderBy(card => card.Card.Value, StringComparer.Ordinal).Select(card => $"{card.Card.Value}: {card.Pawns.Length}")]),
            ["piles"] = new JsonArray([.. workshop.Tables.SelectMany(table => (tables.GetValueOrDefault(table.Id) ?? Table.Empty).Played.Select(round => $"{table.Number}: {round.Card.Value} {round.Pile}"))]),
            ["notes"] = tables.Values.Sum(table => table.Notes.Count(note => !note.IsWithdrawn)),
            ["lists"] = new JsonArray([.. new[] { lists.Present, lists.ToDevelop, lists.Questions }.Select(list => list.Length)]),
        };
    }

    // Then the pile of a table of one or two was on the lists, too; now its card stands there as discussed (D2).
    private static Table WithEveryPileTold(Table table) => table with { Played = [.. table.Played.Select(round => round with { First = WithThree(round.First), Second = round.Second.IsEmpty ? [] : WithThree(round.Second) })] };

    private static ImmutableArray<Placement> WithThree(ImmutableArray<Placement> placements) => [.. placements, .. Enumerable.Range(1, Disclosure.FewestForAPile).Select(more => new Placement(new(1000 + more), new(1)))];

    private List<string> Streams()
    {
        using var connection = new SqliteConnection($"Data Source={Journal}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT stream FROM events";
        using var reader = command.ExecuteReader();
        var streams = new List<string>();
        while (reader.Read()) streams.Add(reader.GetString(0));
        return streams;
    }

    private static void Unpack(string recorded, string into)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Recorded, recorded)), CompressionMode.Decompress);
        using var file = File.Create(into);
        packed.CopyTo(file);
    }

    private static string Read(string recorded)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Recorded, recorded)), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static void Write(string path, JsonObject all)
    {
        using var text = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize));
        text.Write(all.ToJsonString());
    }
}
