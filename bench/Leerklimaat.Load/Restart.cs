using System.Diagnostics;
using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>A server that is killed while everybody plays as fast as they can: how soon each table plays on.</summary>
public static class Restart
{
    private static readonly TimeSpan BeforeAskingAgain = TimeSpan.FromMilliseconds(200), InTime = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(60);

    public static async Task<LoadRun> Run(LoadOptions options)
    {
        using var server = await ServerProcess.Leerklimaat(options.Server);
        using var network = new Network(server.Addresses, options.People);
        var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: true);
        var playing = Playing.Run(tables, options.Seconds + (int)Patience.TotalSeconds, rate: null);
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));

        var start = Stopwatch.GetTimestamp();
        var listening = server.Restart();
        await StopsPlaying(playing);
        using var patience = new CancellationTokenSource(Patience);
        var back = Task.WhenAll(tables.Select(table => Task.Run(() => PlaysOn(table, start, patience.Token))));
        await listening;
        var listens = Stopwatch.GetElapsedTime(start);
        var after = await back;
        foreach (var table in tables) table.Leave();

        return LoadRun.Of(options, [Note(options)], Figures(string.Create(CultureInfo.InvariantCulture, $"{options.People:N0} phones"), listens, after, server.Cpu));
    }

    private static async Task StopsPlaying(Task playing)
    {
        try
        {
            await playing;
        }
        catch (HttpRequestException)
        {
            // Each table stops at the first action that gets no answer; it is sent again under its own name.
        }
    }

    /// <summary>All phones are back, and show the next action, which nobody had an answer to.</summary>
    private static async Task<TimeSpan?> PlaysOn(LoadedTable table, long start, CancellationToken patience)
    {
        try
        {
            await Task.WhenAll(table.Phones.Select(phone => phone.Wake(patience)));
            var version = await Act(table, patience);
            var shown = await Task.WhenAll(table.Phones.Select(phone => phone.Stream.Shows(version))).WaitAsync(patience);
            return Stopwatch.GetElapsedTime(start, shown.Max());
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    private static async Task<long> Act(LoadedTable table, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                return await table.Act();
            }
            catch (Exception refused) when (refused is HttpRequestException or InvalidOperationException)
            {
                await Task.Delay(BeforeAskingAgain, patience);
            }
        }
    }

    private static IEnumerable<Figure> Figures(string of, TimeSpan listens, TimeSpan?[] after, TimeSpan cpu)
    {
        double[] times = [.. after.OfType<TimeSpan>().Select(time => time.TotalMilliseconds).Order()];
        return
        [
            new(of, "killed → listens (ms)", "", 0, [listens.TotalMilliseconds]),
            .. new[] { ("p50", .5), ("p95", .95), ("max", 1) }.Select(part => new Figure(of, "killed → a table plays on (ms)", part.Item1, 0, [Playing.Percentile(times, part.Item2)])),
            new(of, "tables that play on within 5 s", "", 0, [times.Count(time => time <= InTime.TotalMilliseconds)]),
            new(of, "never", "", 0, [after.Length - times.Length]),
            new(of, "server CPU (s)", "", 2, [cpu.TotalSeconds]),
        ];
    }

    private static string Note(LoadOptions options) => string.Create(CultureInfo.InvariantCulture, $"{options.Tables:N0} tables of {options.Players} in the closed loop of whole rounds for {options.Seconds} s; started again at once; a table is waited for {Patience.TotalSeconds:F0} s.");
}
