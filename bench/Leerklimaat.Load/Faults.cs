using System.Diagnostics;
using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>Several processes of which each is replaced by a new one, and of which one is killed, while all tables play at the pace of people: how long each table was silent.</summary>
public static class Faults
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1), BeforeAskingAgain = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMinutes(2), BetweenProcesses = TimeSpan.FromSeconds(10);

    public static async Task<LoadRun> Run(LoadOptions options)
    {
        using var server = await Processes.Start(options.Server, options.Numbers["processes"], pinned: false);
        using var network = new Network(server.Addresses, options.People, knowsAddresses: false);
        var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true);
        await Playing.Run(tables, options.WarmUp, rate: null);
        var figures = new List<Figure>();
        foreach (var (name, happens) in Steps(server))
        {
            Console.Error.WriteLine(name);
            figures.AddRange(await While(happens, name, tables, options));
        }

        foreach (var table in tables) table.Leave();
        return LoadRun.Of(options, [Note(options)], figures);
    }

    private static IEnumerable<(string Name, Func<Task> Happens)> Steps(Processes server) =>
    [
        ("nothing happens", () => Task.CompletedTask),
        ("each process is replaced, one by one", () => ReplaceAll(server)),
        ("one process is killed", server.All[0].Restart),
    ];

    private static async Task ReplaceAll(Processes server)
    {
        foreach (var process in server.All)
        {
            await process.Replace();
            // As who looks whether the new one is well; by then it has compiled what it does.
            await Task.Delay(BetweenProcesses);
        }
    }

    /// <summary>All tables play while it happens, and then some seconds more.</summary>
    private static async Task<IEnumerable<Figure>> While(Func<Task> happens, string name, IReadOnlyList<LoadedTable> tables, LoadOptions options)
    {
        using var over = new CancellationTokenSource();
        var playing = Task.WhenAll(tables.Select(table => Task.Run(() => Play(table, TimeSpan.FromSeconds(options.Tables / options.Rate), over.Token))));
        await happens();
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        await over.CancelAsync();
        return Figures(name, await playing);
    }

    /// <returns>Of each action, how long it took from the tap until it stood on all screens of the table.</returns>
    private static async Task<IReadOnlyList<TimeSpan>> Play(LoadedTable table, TimeSpan pause, CancellationToken over)
    {
        var taken = new List<TimeSpan>();
        using var patience = new CancellationTokenSource();
        while (!over.IsCancellationRequested)
        {
            patience.CancelAfter(Patience);
            var tapped = Stopwatch.GetTimestamp();
            var version = await Act(table, patience.Token);
            var shown = await Task.WhenAll(table.Phones.Select(phone => Shows(phone, version, patience.Token)));
            taken.Add(Stopwatch.GetElapsedTime(tapped, Math.Max(tapped, shown.Max())));
            // At moments that differ from table to table.
            await Task.Delay(pause * (.5 + Random.Shared.NextDouble()), CancellationToken.None);
        }

        return taken;
    }

    // As the proxy of docs/proxy does: what one process does not answer is asked of the next at once. What is refused a phone asks again.
    private static async Task<long> Act(LoadedTable table, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                return await table.Act();
            }
            catch (HttpRequestException)
            {
                patience.ThrowIfCancellationRequested();
            }
            catch (InvalidOperationException)
            {
                await Task.Delay(BeforeAskingAgain, patience);
            }
        }
    }

    private static async Task<long> Shows(Phone phone, long version, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                return await phone.Stream.Shows(version).WaitAsync(patience);
            }
            catch (IOException)
            {
                await phone.Wake(patience);
            }
        }
    }

    private static IEnumerable<Figure> Figures(string of, IReadOnlyList<TimeSpan>[] tables)
    {
        double[] all = [.. tables.SelectMany(one => one).Select(time => time.TotalMilliseconds).Order()];
        double[] longest = [.. tables.Select(one => one.Max().TotalMilliseconds).Order()];
        return
        [
            new(of, "actions", "", 0, [all.Length]),
            .. Parts(of, "tap → all screens (ms)", all, ("p50", .5), ("p99", .99)),
            .. Parts(of, "longest of a table (ms)", longest, ("p50", .5), ("p95", .95), ("max", 1)),
            new(of, "tables with more than a second", "", 0, [longest.Count(time => time > Silence.TotalMilliseconds)]),
        ];
    }

    private static IEnumerable<Figure> Parts(string of, string what, double[] sorted, params (string Name, double Part)[] parts) =>
        parts.Select(part => new Figure(of, what, part.Name, 0, [Playing.Percentile(sorted, part.Part)]));

    private static string Note(LoadOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"{options.Numbers["processes"]} processes on one PostgreSQL, {options.Tables:N0} tables of {options.Players} that act {options.Rate:F0} times a second together, the processes on both cores, so that one that starts does not take the time of those that play, and {BetweenProcesses.TotalSeconds:F0} s between one that is replaced and the next; each step lasts {options.Seconds} s longer than what happens in it. What a process does not answer is asked of the next at once, a stream that ends is opened again as our page does. An action that is not answered within {Patience.TotalMinutes:F0} minutes ends the run.");
}
