using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>Measures the bare broadcast and the game in one run, and prints them side by side.</summary>
public static class Report
{
    public static async Task Print(LoadOptions options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Machine.Description}");
        Console.WriteLine($"{options.Tables} tables of {options.Players}, {options.Seconds} s each after {options.WarmUp} s of warm-up; open loop at {options.Rate} actions/s");
        Console.WriteLine();
        Console.WriteLine("| | loop | actions/s | pushes/s | tap → answer p50 / p95 / p99 (ms) | tap → all screens p50 / p95 / p99 (ms) | server CPU s per 1,000 actions | × bare | memory (MB) | bytes a push | other kB/s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");

        var bare = await Both("bare broadcast", options, ServerProcess.Bare, server => OpenBare(server, options), null);
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"load-{Guid.NewGuid():N}"));
        try
        {
            await Game("placing pawns", wholeRounds: false);
            await Game("whole rounds", wholeRounds: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task Game(string name, bool wholeRounds) => Both(
            name, options,
            () => ServerProcess.Leerklimaat(options.Server, folder.CreateSubdirectory(wholeRounds ? "rounds" : "pawns").FullName),
            server => GameTable.OpenAll(server.Address, options.Tables, options.Players, wholeRounds), bare);
    }

    /// <summary>Closed and open loop on one server.</summary>
    private static async Task<(Measurement Closed, Measurement Open)> Both(string name, LoadOptions options, Func<Task<ServerProcess>> start, Func<ServerProcess, Task<IReadOnlyList<LoadedTable>>> open, (Measurement Closed, Measurement Open)? bare)
    {
        using var server = await start();
        var tables = await open(server);
        var closed = await Measurement.Of($"{name} | closed", server, tables, options, rate: null);
        var atPace = await Measurement.Of($"{name} | open", server, tables, options, options.Rate);
        foreach (var table in tables) table.Leave();
        Print(closed, bare?.Closed ?? closed);
        Print(atPace, bare?.Open ?? atPace);
        return (closed, atPace);
    }

    private static async Task<IReadOnlyList<LoadedTable>> OpenBare(ServerProcess server, LoadOptions options) =>
        await Task.WhenAll(Enumerable.Range(0, options.Tables).Select(number => BareTable.Open(server.Address, number, options.Players)));

    private static void Print(Measurement measured, Measurement bare) => Console.WriteLine(
        $"| {measured.Name} | {measured.ActionsPerSecond:F0} | {measured.Pushes / measured.Seconds:F0} | {Percentiles(measured.Answers)} | {Percentiles(measured.Screens)} | " +
        $"{measured.CpuSecondsPerThousand:F3} | {measured.CpuSecondsPerThousand / bare.CpuSecondsPerThousand:F2} | {measured.MemoryBytes / 1e6:F0} | " +
        $"{(measured.Pushes == 0 ? 0 : measured.PushedBytes / measured.Pushes)} | {measured.OtherBytes / measured.Seconds / 1e3:F0} |");

    private static string Percentiles(double[] sorted) => $"{Measurement.Percentile(sorted, .5):F1} / {Measurement.Percentile(sorted, .95):F1} / {Measurement.Percentile(sorted, .99):F1}";
}
