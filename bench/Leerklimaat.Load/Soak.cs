using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>Tables that play at the pace of people for a long time, table after table with whole rounds: whether memory stays where it is, and answers as quick.</summary>
public static class Soak
{
    public static async Task<LoadRun> Run(LoadOptions options)
    {
        var figures = new List<Figure>();
        foreach (var (name, start) in new (string, Func<Task<IServer>>)[]
        {
            ("one process, its file", async () => await ServerProcess.Leerklimaat(options.Server)),
            ($"{options.Numbers["processes"]} processes, PostgreSQL", async () => await Processes.Start(options.Server, options.Numbers["processes"])),
        })
        {
            using var server = await start();
            using var network = new Network(server.Addresses, options.People);
            for (var part = 1; part <= Parts; part++)
            {
                // Others each time, as on a day of workshops: what those before them left must not stay in memory.
                var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true);
                var played = await Measurement.Take($"{name}, part {part} of {Parts}", server, tables, options with { Numbers = options.Numbers.SetItem("warmup", 1).SetItem("seconds", options.Numbers["minutes"] * 60 / Parts) }, options.Rate);
                foreach (var table in tables) table.Leave();
                figures.AddRange([.. played.Figures(), played.Memory(), played.Figure("lost or failed", "", 0, played.Played.Lost + played.Played.Failed)]);
            }
        }

        return LoadRun.Of(options, [Note(options)], figures);
    }

    private const int Parts = 6;

    private static string Note(LoadOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"{options.Tables:N0} tables of {options.Players} in each of {Parts} parts, others each time, {options.Rate:F0} actions a second together, {options.Numbers["minutes"]} minutes in all on each.");
}
