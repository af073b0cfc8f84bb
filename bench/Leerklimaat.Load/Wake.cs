using System.Diagnostics;
using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>Very many phones that sleep and wake in the same moment: how soon each shows what it missed.</summary>
public static class Wake
{
    // Breaking so many connections is work too, which is done long before real phones wake.
    private static readonly TimeSpan Asleep = TimeSpan.FromSeconds(5);

    // The aim, and how long a phone is waited for.
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(60);

    public static async Task<LoadRun> Run(LoadOptions options)
    {
        using var server = await ServerProcess.Leerklimaat(options.Server);
        using var network = new Network(server.Addresses, options.People);
        var tables = await GameTable.OpenAll(network, options.Tables, options.Players, wholeRounds: false);
        await Playing.Run(tables, options.WarmUp, rate: tables.Count);
        Console.Error.WriteLine($"{options.People} phones are there; now they fall asleep");

        foreach (var phone in tables.SelectMany(table => table.Phones)) phone.Sleep();
        var missed = await Task.WhenAll(tables.Select(table => table.Act()));
        await Task.Delay(Asleep);

        var (cpu, own) = (server.Cpu, Environment.CpuUsage.TotalTime);
        var woken = await WakeAll(tables, missed);
        (cpu, own) = (server.Cpu - cpu, Environment.CpuUsage.TotalTime - own);
        foreach (var table in tables) table.Leave();

        return LoadRun.Of(options, [Note(options)], Figures(string.Create(CultureInfo.InvariantCulture, $"{options.People:N0} phones"), woken, cpu, own));
    }

    private static async Task<Woken[]> WakeAll(IReadOnlyList<LoadedTable> tables, long[] missed)
    {
        using var patience = new CancellationTokenSource(Patience);
        var start = Stopwatch.GetTimestamp();
        return await Task.WhenAll(tables.SelectMany((table, number) => table.Phones.Select(phone => Task.Run(() => Wait(phone, missed[number], start, patience.Token)))));
    }

    private static async Task<Woken> Wait(Phone phone, long missed, long start, CancellationToken patience)
    {
        try
        {
            await phone.Wake(patience);
            var shown = await phone.Stream.Shows(missed).WaitAsync(patience);
            return new(Stopwatch.GetElapsedTime(start, shown), phone.Refused);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return new(null, phone.Refused);
        }
    }

    private static IEnumerable<Figure> Figures(string of, Woken[] woken, TimeSpan cpu, TimeSpan own)
    {
        double[] times = [.. woken.Where(one => one.After is not null).Select(one => one.After!.Value.TotalMilliseconds).Order()];
        return
        [
            .. new[] { ("p50", .5), ("p95", .95), ("p99", .99), ("max", 1) }.Select(part => new Figure(of, "waking → right (ms)", part.Item1, 0, [Playing.Percentile(times, part.Item2)])),
            new(of, "right within 5 s", "", 0, [times.Count(time => time <= InTime.TotalMilliseconds)]),
            new(of, "never right", "", 0, [woken.Length - times.Length]),
            new(of, "refused", "", 0, [woken.Sum(one => one.Refused)]),
            new(of, "server CPU (s)", "", 2, [cpu.TotalSeconds]),
            // Of the phones, all on one core: when it is near the time until all are right, they were slower than the server.
            new(of, "CPU of the phones (s)", "", 2, [own.TotalSeconds]),
        ];
    }

    private static string Note(LoadOptions options) => string.Create(CultureInfo.InvariantCulture, $"{options.Tables:N0} tables of {options.Players}, one action at each while they slept; a phone is waited for {Patience.TotalSeconds:F0} s.");

    /// <param name="After">When it showed what it had missed; nothing when it never did.</param>
    private sealed record Woken(TimeSpan? After, int Refused);
}
