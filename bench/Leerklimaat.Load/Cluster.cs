namespace Leerklimaat.Load;

/// <summary>
/// Measures the game by turns on one process with its file, on one with a database, and on several that share one. On a machine of two cores several cannot be
/// faster: what counts is how much more an action costs.
/// </summary>
public static class Cluster
{
    public static async Task<LoadRun> Run(LoadOptions options)
    {
        var figures = new List<Figure>();
        for (var turn = 1; turn <= options.Turns; turn++)
        {
            Console.Error.WriteLine($"Turn {turn} of {options.Turns}");
            figures.AddRange(await Turn(options));
        }

        return LoadRun.Of(options, [Note(options)], figures);
    }

    private static async Task<IEnumerable<Figure>> Turn(LoadOptions options)
    {
        var figures = new List<Figure>();
        var one = new Dictionary<string, Measurement>();
        foreach (var (name, start, knowsAddresses) in Kinds(options))
        {
            using var server = await start();
            using var network = new Network(server.Addresses, options.People, knowsAddresses);
            var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true);
            foreach (var (loop, rate) in new[] { ("closed", (double?)null), ("open", options.Rate) })
            {
                var database = server.DatabaseCpu;
                var measured = await Measurement.Take($"{name}, {loop}", server, tables, options, rate);
                if (measured.Played.Lost + measured.Played.Failed is var wrong and > 0) throw new InvalidOperationException($"{name}: {wrong} actions failed or were lost, so that its figures say nothing.");

                var alone = one[loop] = one.GetValueOrDefault(loop, measured);
                figures.AddRange([.. measured.Figures(), measured.Ratio(alone) with { What = "× one process" }, measured.Memory(), measured.Figure("database CPU s per 1,000", "", 3, (server.DatabaseCpu - database).TotalSeconds / measured.All * 1_000)]);
            }

            foreach (var table in tables) table.Leave();
        }

        return figures;
    }

    private static IEnumerable<(string Name, Func<Task<IServer>> Start, bool KnowsAddresses)> Kinds(LoadOptions options)
    {
        var several = options.Numbers["processes"];
        return
        [
            ("one process, its file", async () => await ServerProcess.Leerklimaat(options.Server), true),
            ("one process, PostgreSQL", async () => await Processes.Start(options.Server, 1), true),
            ($"{several} processes, each table at one", async () => await Processes.Start(options.Server, several), true),
            ($"{several} processes, each request at the next", async () => await Processes.Start(options.Server, several), false),
        ];
    }

    private static string Note(LoadOptions options) => FormattableString.Invariant(
        $"{options.Tables} tables of {options.Players} play whole rounds, as fast as they can (closed) and at {options.Rate} actions a second (open); all but the first on PostgreSQL. What is asked of one table goes to one process, as docs/proxy has it, or each request to the next, and a stream to one of them; median of {options.Turns} turns. The database's time is that of warm-up and measurement.");
}
