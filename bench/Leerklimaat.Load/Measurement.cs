using System.Collections.Concurrent;
using System.Diagnostics;

namespace Leerklimaat.Load;

/// <summary>What was measured on one server with one kind of load.</summary>
/// <param name="Answers">Milliseconds from each tap to its answer, sorted.</param>
/// <param name="Screens">Milliseconds from each tap to the last screen of the table, sorted.</param>
public sealed record Measurement(string Name, double Seconds, TimeSpan Cpu, long MemoryBytes, double[] Answers, double[] Screens, long Pushes, long PushedBytes, long OtherBytes)
{
    public double ActionsPerSecond => Screens.Length / Seconds;

    public double CpuSecondsPerThousand => Cpu.TotalSeconds / Screens.Length * 1_000;

    /// <summary>Runs all tables at once. Without a rate each acts as soon as all its screens show the action before (closed loop).</summary>
    /// <param name="rate">
    /// Actions per second of all tables together at moments that were fixed before (open loop). An action that has to wait for the one before
    /// is late, and its time counts from the moment it was meant for.
    /// </param>
    public static async Task<Measurement> Of(string name, ServerProcess server, IReadOnlyList<LoadedTable> tables, LoadOptions options, double? rate)
    {
        await Run(tables, options.WarmUp, rate);

        var (cpu, pushes, pushed, other) = (server.Cpu, CountPushes(tables), CountPushedBytes(tables), CountOtherBytes(tables));
        var clock = Stopwatch.StartNew();
        var taps = await Run(tables, options.Seconds, rate);
        var seconds = clock.Elapsed.TotalSeconds;
        return new(
            name, seconds, server.Cpu - cpu, server.MemoryBytes, [.. taps.Select(tap => tap.ToAnswer).Order()], [.. taps.Select(tap => tap.ToScreens).Order()],
            CountPushes(tables) - pushes, CountPushedBytes(tables) - pushed, CountOtherBytes(tables) - other);
    }

    public static double Percentile(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    private static async Task<ConcurrentBag<Tap>> Run(IReadOnlyList<LoadedTable> tables, int seconds, double? rate)
    {
        var taps = new ConcurrentBag<Tap>();
        var start = Stopwatch.GetTimestamp();
        var end = start + seconds * Stopwatch.Frequency;
        var between = rate is { } perSecond ? (long)(Stopwatch.Frequency * tables.Count / perSecond) : 0;
        await Task.WhenAll(tables.Select((table, number) => Task.Run(() => Play(table, between, start + between * number / tables.Count, end, taps))));
        return taps;
    }

    private static async Task Play(LoadedTable table, long between, long first, long end, ConcurrentBag<Tap> taps)
    {
        for (var intended = first; Stopwatch.GetTimestamp() < end && intended < end; intended += between)
        {
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), intended);
            if (between > 0 && wait > TimeSpan.Zero) await Task.Delay(wait);

            var tapped = between > 0 ? intended : Stopwatch.GetTimestamp();
            var version = await table.Act();
            var answered = Stopwatch.GetTimestamp();
            var last = 0L;
            foreach (var phone in table.Phones) last = Math.Max(last, await phone.Stream.Shows(version));
            taps.Add(new(Milliseconds(tapped, answered), Milliseconds(tapped, last)));
        }
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static long CountPushes(IReadOnlyList<LoadedTable> tables) => tables.Sum(table => table.Phones.Sum(phone => phone.Stream.Messages));

    private static long CountPushedBytes(IReadOnlyList<LoadedTable> tables) => tables.Sum(table => table.Phones.Sum(phone => phone.Stream.Bytes));

    private static long CountOtherBytes(IReadOnlyList<LoadedTable> tables) => tables.Sum(table => table.Phones.Sum(phone => phone.Bytes));

    private sealed record Tap(double ToAnswer, double ToScreens);
}
