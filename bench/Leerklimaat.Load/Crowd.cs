using System.Diagnostics;
using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>Very many people on one server, who play at the pace of people: whether all of it arrives, how fast, and what each of them costs in memory.</summary>
public static class Crowd
{
    public static async Task<LoadRun> Run(LoadOptions options)
    {
        using var server = await ServerProcess.Leerklimaat(options.Server);
        using var network = new Network(server.Addresses, options.People);
        await PlayAndLeave(network, options);
        var before = server.MemoryBytes;

        var clock = Stopwatch.StartNew();
        var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: false);
        var opening = clock.Elapsed;
        var opened = server.MemoryBytes;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.People:N0} people sit after {opening.TotalSeconds:F0} s; the server has {opened / 1e6:F0} MB"));

        var of = string.Create(CultureInfo.InvariantCulture, $"{options.People:N0} people");
        var played = await Measurement.Take(of, server, tables, options, options.Rate);
        foreach (var table in tables) table.Leave();
        return LoadRun.Of(options, [Note(options, network)], [.. played.Figures(), .. played.Sizes(), .. Figures(of, played, opening, before, opened, options.People)]);
    }

    /// <summary>What code and caches take once, whoever comes after, is not the memory of the people who come.</summary>
    private static async Task PlayAndLeave(Network network, LoadOptions options)
    {
        var tables = await GameTable.OpenAll(network, 1, options.Players, wholeRounds: false);
        await Playing.Run(tables, options.WarmUp, rate: 20);
        foreach (var table in tables) table.Leave();
    }

    private static IEnumerable<Figure> Figures(string of, Measurement played, TimeSpan opening, long before, long opened, int people) =>
    [
        new(of, "all sat after (s)", "", 0, [opening.TotalSeconds]),
        new(of, "CPU of one core (%)", "server", 0, [played.Cpu / TimeSpan.FromSeconds(played.Played.Seconds) * 100]),
        new(of, "CPU of one core (%)", "phones", 0, [played.PhonesCpu / TimeSpan.FromSeconds(played.Played.Seconds) * 100]),
        new(of, "memory (MB)", "before", 0, [before / 1e6]),
        new(of, "memory (MB)", "all sat", 0, [opened / 1e6]),
        new(of, "memory (MB)", "played", 0, [played.MemoryBytes / 1e6]),
        new(of, "kB a person", "all sat", 1, [(opened - before) / 1e3 / people]),
        new(of, "kB a person", "played", 1, [(played.MemoryBytes - before) / 1e3 / people]),
        new(of, "lost", "", 0, [played.Played.Lost]),
        new(of, "failed", "", 0, [played.Played.Failed]),
    ];

    private static string Note(LoadOptions options, Network network) => string.Create(CultureInfo.InvariantCulture,
        $"{options.Tables:N0} tables of {options.Players}, everybody acts every {options.Numbers["every"]} s for {options.Seconds} s; addresses that phones come from: {network.Addresses}; no limit of the server was raised.");
}
