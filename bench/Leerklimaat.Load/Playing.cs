using System.Collections.Concurrent;
using System.Diagnostics;

namespace Leerklimaat.Load;

/// <summary>What came of a while of playing.</summary>
/// <param name="Answers">Milliseconds from each tap to its answer, sorted.</param>
/// <param name="Screens">Milliseconds from each tap to the last screen of the table, sorted.</param>
/// <param name="Lost">Actions that were answered but that not all screens of the table showed within <see cref="Playing.Patience"/>.</param>
/// <param name="Failed">Actions that were refused or got no answer.</param>
public sealed record Played(double Seconds, double[] Answers, double[] Screens, int Lost, int Failed);

/// <summary>All tables that play at once.</summary>
public sealed class Playing
{
    /// <summary>An action that not everybody sees by then is lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<double> answers = [], screens = [];
    private int lost, failed;

    private Playing() { }

    /// <summary>Lets all tables play. Without a rate each acts as soon as all its screens show the action before (closed loop).</summary>
    /// <param name="rate">
    /// Actions per second of all tables together at moments that were fixed before (open loop). An action that has to wait for the one before
    /// is late, and its time counts from the moment it was meant for.
    /// </param>
    public static async Task<Played> Run(IReadOnlyList<LoadedTable> tables, int seconds, double? rate)
    {
        var playing = new Playing();
        var start = Stopwatch.GetTimestamp();
        var end = start + seconds * Stopwatch.Frequency;
        var between = rate is { } perSecond ? (long)(Stopwatch.Frequency * tables.Count / perSecond) : 0;
        await Task.WhenAll(tables.Select((table, number) => Task.Run(() => playing.Play(table, between, start + between * number / tables.Count, end))));
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, [.. playing.answers.Order()], [.. playing.screens.Order()], playing.lost, playing.failed);
    }

    public static double Percentile(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    private async Task Play(LoadedTable table, long between, long first, long end)
    {
        for (var intended = first; Stopwatch.GetTimestamp() < end && intended < end; intended += between)
        {
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), intended);
            if (between > 0 && wait > TimeSpan.Zero) await Task.Delay(wait);

            try
            {
                await Act(table, between > 0 ? intended : Stopwatch.GetTimestamp());
            }
            catch (Exception refused) when (between > 0 && refused is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                if (Interlocked.Increment(ref failed) == 1) Console.Error.WriteLine($"The first that failed: {refused.Message.Split('\n')[0]}");
            }
        }
    }

    private async Task Act(LoadedTable table, long tapped)
    {
        var version = await table.Act();
        answers.Add(Milliseconds(tapped, Stopwatch.GetTimestamp()));
        try
        {
            var shown = await Task.WhenAll(table.Phones.Select(phone => phone.Stream.Shows(version))).WaitAsync(Patience);
            screens.Add(Milliseconds(tapped, shown.Max()));
        }
        catch (Exception missing) when (missing is TimeoutException or IOException)
        {
            Interlocked.Increment(ref lost);
        }
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
