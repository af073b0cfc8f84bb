using System.Diagnostics;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>How long a report of 60 tables and 3,000 notes takes, and what the players notice of it. Run it by name; it says what it measured and asserts nothing about time.</summary>
public class MeasuringALargeReport
{
    private const int Tables = 60, People = 6, Cards = 4, NotesPerTable = 50;

    private readonly ITestOutputHelper output = TestContext.Current.TestOutputHelper!;

    [Fact(Explicit = true)]
    public async Task Sixty_tables_play_on_while_their_report_is_made()
    {
        await using var server = await RunningServer.Start();
        using var chantal = new Person(server, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Zestig tafels"));
        var root = chantal.Path;
        await chantal.Press("#start-game");
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        var workshop = grains.GetGrain<Leerklimaat.Server.Workshops.IWorkshopGrain>(Guid.Parse(root[^36..]));
        for (var table = (await workshop.Look()).State.Tables.Length; table < Tables; table++) await workshop.Ask(new Domain.Workshops.AddTable(new(Guid.NewGuid()), At), Guid.NewGuid(), At);
        var deck = server.Services.GetRequiredService<DeckShelf>().Find("leerklimaat", "nl");
        var tables = (await workshop.Look()).State.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value)).ToList();
        await Task.WhenAll(tables.Select((table, number) => Play(table, number, deck)));

        await Pace(tables, TimeSpan.FromSeconds(2));
        var alone = await Pace(tables, TimeSpan.FromSeconds(8));
        using var enough = new CancellationTokenSource();
        var reports = Report(chantal, root, enough.Token);
        var beside = await Pace(tables, TimeSpan.FromSeconds(8));
        await enough.CancelAsync();

        foreach (var (name, took, size) in await reports) output.WriteLine($"{name}: {took.TotalMilliseconds:0} ms, {size / 1024} kB");
        output.WriteLine($"a placement, without reports: p50 {alone.P50:0.0} ms, p99 {alone.P99:0.0} ms of {alone.Count}");
        output.WriteLine($"a placement, while reports are made one after the other: p50 {beside.P50:0.0} ms, p99 {beside.P99:0.0} ms of {beside.Count}");
    }

    private static DateTimeOffset At => DateTimeOffset.UtcNow;

    private static async Task Play(ITableGrain table, int number, Deck deck)
    {
        var cards = deck.Statements.ToList();
        var devices = Enumerable.Range(0, People).Select(_ => new DeviceId(Guid.NewGuid())).ToList();
        foreach (var device in devices) await Ask(new TakeSeat(device, "", $"{device}", "", At));
        var host = new SeatNumber(1);
        await Ask(new SkipPractice(host, devices[0], At));
        for (var round = 1; round <= Cards; round++)
        {
            await Ask(new ChooseCard(host, devices[0], new(cards[(number + round * 7) % cards.Count].Id), RoundKind.Statement, ChosenBy.Picked, At));
            await PlaceAll(round);
            await Ask(new RevealPawns(host, devices[0], true, At));
            await Ask(new OpenSecondPlacement(host, devices[0], true, At));
            await PlaceAll(round + 1);
            await Ask(new RevealPawns(host, devices[0], true, At));
            await Ask(new LayCard(host, devices[0], round % 2 == 0 ? Pile.Green : Pile.RedToImprove, At));
            for (var note = 0; note < NotesPerTable / Cards + 1; note++) await Ask(new WriteNote(host, devices[0], new(Guid.NewGuid()), (NoteKind)(note % 3), $"Briefje {note} van tafel {number}: wat we elke week al samen doen en wat nog beter kan.", "proof", false, At));
        }

        await Ask(new ChooseCard(host, devices[0], new(cards[number % cards.Count].Id), RoundKind.Statement, ChosenBy.Picked, At));

        async Task PlaceAll(int seed)
        {
            for (var seat = 0; seat < People; seat++) await Ask(new PlacePawn(new(seat + 1), devices[seat], (await table.Look()).State.Round!.Number, new((seat + seed + number) % 4 + 1), At));
        }

        async Task Ask(TableCommand command) => Assert.Null((await table.Ask(command, Guid.NewGuid(), At)).Refusal);
    }

    // At each table somebody moves a pawn five times a second.
    private static async Task<(double P50, double P99, int Count)> Pace(List<ITableGrain> tables, TimeSpan length)
    {
        var until = Stopwatch.StartNew();
        var all = await Task.WhenAll(tables.Select(async (table, number) =>
        {
            var took = new List<double>();
            var state = (await table.Look()).State;
            await Task.Delay(number * 3);
            for (var move = 0; until.Elapsed < length; move++)
            {
                var started = Stopwatch.GetTimestamp();
                await table.Ask(new PlacePawn(new(1), state.Seats[0].Device, state.Round!.Number, new(move % 4 + 1), At), Guid.NewGuid(), At);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await Task.Delay(200);
            }

            return took;
        }));
        double[] sorted = [.. all.SelectMany(took => took).Order()];
        return (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * .99)], sorted.Length);
    }

    private static async Task<List<(string Name, TimeSpan Took, long Size)>> Report(Person person, string root, CancellationToken enough)
    {
        var took = new List<(string, TimeSpan, long)>();
        while (!enough.IsCancellationRequested)
            foreach (var name in new[] { "", "/report.docx", "/report.xlsx", "/report.json", "/notes.csv" })
            {
                var started = Stopwatch.GetTimestamp();
                var bytes = await person.Http.GetByteArrayAsync($"{root}/report{name}", CancellationToken.None);
                took.Add((name.Length == 0 ? "the page" : name[1..], Stopwatch.GetElapsedTime(started), bytes.Length));
            }

        return [.. took.GroupBy(one => one.Item1).Select(same => (same.Key, same.Select(one => one.Item2).Order().ElementAt(same.Count() / 2), same.Last().Item3))];
    }
}
