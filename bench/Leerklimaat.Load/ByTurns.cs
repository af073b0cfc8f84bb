namespace Leerklimaat.Load;

/// <summary>
/// Measures the bare broadcast and the game by turns. What else the machine does changes from minute to minute: only what was measured shortly
/// after each other is compared, and more than once.
/// </summary>
public static class ByTurns
{
    public static async Task<LoadRun> Run(LoadOptions options)
    {
        var figures = new List<Figure>();
        for (var turn = 1; turn <= options.Turns; turn++)
        {
            Console.Error.WriteLine($"Turn {turn} of {options.Turns}");
            figures.AddRange(await Turn(options));
        }

        return LoadRun.Of(options, [$"{options.Tables} tables of {options.Players}; each figure is the median of {options.Turns} turn{(options.Turns > 1 ? "s" : "")}, × bare with its range."], figures);
    }

    private static async Task<IEnumerable<Figure>> Turn(LoadOptions options)
    {
        var bare = await Both("bare broadcast", options, ServerProcess.Bare, network => BareTable.OpenAll(network, options.Tables, options.Players));
        var pawns = await Both("placing pawns", options, () => ServerProcess.Leerklimaat(options.Server), network => GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: false));
        var rounds = await Both("whole rounds", options, () => ServerProcess.Leerklimaat(options.Server), network => GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true));
        return new[] { bare, pawns, rounds }.SelectMany(both => both.Zip(bare)).SelectMany(pair => Figures(pair.First, pair.Second));
    }

    private static IEnumerable<Figure> Figures(Measurement one, Measurement bare) => [.. one.Figures(), one.Ratio(bare), one.Memory(), .. one.Sizes()];

    /// <summary>Closed and open loop on one server, which nobody played on before.</summary>
    private static async Task<IReadOnlyList<Measurement>> Both(string name, LoadOptions options, Func<Task<ServerProcess>> start, Func<Network, Task<IReadOnlyList<LoadedTable>>> open)
    {
        using var server = await start();
        using var network = new Network(server.Addresses, options.People);
        var tables = await open(network);
        Measurement[] both =
        [
            await Measurement.Take($"{name}, closed", server, tables, options, rate: null),
            await Measurement.Take($"{name}, open", server, tables, options, options.Rate),
        ];
        foreach (var table in tables) table.Leave();
        if (both.Sum(one => one.Played.Lost + one.Played.Failed) is var wrong and > 0) throw new InvalidOperationException($"{name}: {wrong} actions failed or were lost, so that its figures say nothing.");
        return both;
    }
}
