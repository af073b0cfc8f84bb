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
        foreach (var (name, start) in Kinds(options))
        {
            using var server = await start();
            using var network = new Network(server.Addresses, options.People);
            var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true);
            foreach (var (loop, rate) in new[] { ("closed", (double?)null), ("open", options.Rate) })
            {
                var database = DatabaseCpu(server);
                var measured = await Measurement.Take($"{name}, {loop}", server, tables, options, rate);
                if (measured.Played.Lost + measured.Played.Failed is var wrong and > 0) throw new InvalidOperationException($"{name}: {wrong} actions failed or were lost, so that its figures say nothing.");

                var alone = one[loop] = one.GetValueOrDefault(loop, measured);
                figures.AddRange([.. measured.Figures(), measured.Ratio(alone) with { What = "× one process" }, measured.Memory(), measured.Figure("database CPU s per 1,000", "", 3, (DatabaseCpu(server) - database).TotalSeconds / measured.All * 1_000)]);
            }

            foreach (var table in tables) table.Leave();
        }

        return figures;
    }

    private static IEnumerable<(string Name, Func<Task<IServer>> Start)> Kinds(LoadOptions options) =>
    [
        ("one process, its file", async () => await ServerProcess.Leerklimaat(options.Server)),
        ("one process, PostgreSQL", async () => await Processes.Start(options.Server, 1)),
        ($"{options.Numbers["processes"]} processes, PostgreSQL", async () => await Processes.Start(options.Server, options.Numbers["processes"])),
    ];

    private static TimeSpan DatabaseCpu(IServer server) => server is Processes several ? several.DatabaseCpu : TimeSpan.Zero;

    private static string Note(LoadOptions options) => FormattableString.Invariant(
        $"{options.Tables} tables of {options.Players} play whole rounds, as fast as they can (closed) and at {options.Rate} actions a second (open); each request of a phone goes to another process, its stream to one of them; median of {options.Turns} turns. The database's time is that of warm-up and measurement.");
}
