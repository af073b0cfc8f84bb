using System.Globalization;

namespace Leerklimaat.Browser.Tests;

/// <summary>
/// What an update costs a phone that is four times slower than this machine: four times the CPU time of its page's thread, from the script to the paint, in the second
/// in which the update comes. The clock on the wall would also count what the other pages and the server do meanwhile, on two cores. Asking is work of that same thread,
/// so what a second costs in which nothing happens is measured first, and taken off.
/// Run it by name; it says what it measured and asserts nothing about time.
/// </summary>
public class MeasuringAPhone
{
    private const int Slower = 4;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly string[] Cards = ["veiligheid-1", "openheid-1", "fouten-1", "tijd-1"];

    private readonly Dictionary<string, List<double>> costs = [];
    private readonly List<double> atRest = [];
    private ICDPSession session = null!;

    [Fact(Explicit = true)]
    public async Task A_slow_phone_while_the_others_of_its_table_play()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram", "Carla", "Dirk", "Els", "Fred", "Gea", "Henk");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        var slow = table[^1];
        await slow.Page.Locator("#draw").WaitForAsync();
        await chantal.Page.CloseAsync();
        session = await slow.Page.Context.NewCDPSessionAsync(slow.Page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        for (var second = 0; second < 21; second++) atRest.Add(await Worked(() => Task.CompletedTask));

        foreach (var card in Cards) await Play(table, card);

        Say($"a second in which nothing happens: {Spread(atRest)}; taken off below");
        Say($"ten such seconds, asked once: {await Worked(() => Task.Delay(9 * Second)):F1} ms");
        foreach (var (what, times) in costs) Say($"{what}: {Spread([.. times.Select(time => time - Median(atRest))])}");
        Assert.Empty(room.Troubles);
    }

    private async Task Play(Person[] table, string card)
    {
        var others = table[..^1];
        await table[0].LookAt(card);
        await Measure("a card is chosen", () => table[0].Press($"#play-{card}"));
        await Place("another places", others);
        for (var time = 0; time < 7; time++) await Measure("a word that the page changes itself, for comparison", () => table[^1].Page.EvaluateAsync("time => setTimeout(() => document.querySelector('#laid strong').firstChild.data += time)", time));
        await table[^1].Place(2);
        await Measure("the pawns are turned over", () => table[0].Press("#reveal"));
        for (var turn = 0; turn < table.Length; turn++)
        {
            var teller = await table[0].Page.Locator("#turn h2").TextContentAsync();
            await Measure("somebody has told", async () =>
            {
                await table[0].Page.Locator("button.tell").First.ClickAsync();
                await Assertions.Expect(table[0].Page.Locator("#turn h2").Filter(new() { HasText = teller })).ToHaveCountAsync(0);
            });
        }

        await Measure("they place again", () => table[0].Press("#again"));
        await Place("another places again", others);
        await table[^1].Place(3);
        await Measure("the pawns are turned over again", () => table[0].Press("#reveal"));
        await table[0].Page.Locator("#proposal").WaitForAsync();
        var lay = table[0].Page.Locator("#lay");
        var pile = await lay.CountAsync() > 0 ? lay : table[0].Page.Locator("button.pile").First;
        await Measure("the card lies on its pile", () => pile.ClickAsync());
        await table[0].Page.Locator("#draw").WaitForAsync();
    }

    private async Task Place(string what, Person[] others)
    {
        foreach (var (person, number) in others.Select((person, number) => (person, number))) await Measure(what, () => person.Place(number % 4 + 1));
    }

    private async Task Measure(string what, Func<Task> happens)
    {
        if (!costs.TryGetValue(what, out var known)) costs[what] = known = [];
        known.Add(await Worked(happens));
    }

    /// <summary>Milliseconds that the thread of such a phone's page works while something happened and in the second after it.</summary>
    private async Task<double> Worked(Func<Task> happens)
    {
        var before = await WorkedSoFar();
        await happens();
        await Task.Delay(Second);
        return await WorkedSoFar() - before;
    }

    private async Task<double> WorkedSoFar()
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        return Slower * 1_000 * metrics.Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static double Median(IReadOnlyCollection<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Spread(IReadOnlyCollection<double> times) => string.Create(CultureInfo.InvariantCulture, $"median {Median(times):F1} ms, {times.Min():F1} to {times.Max():F1}, {times.Count} times");

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
