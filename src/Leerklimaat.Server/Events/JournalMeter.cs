using System.Diagnostics;
using System.Diagnostics.Metrics;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Leerklimaat.Server.Events;

/// <summary>
/// What is measured where the journal is written, whichever store keeps it: how long a commit took, how many appends shared it, and which failed. By the same
/// figures it says whether the journal can be used now.
/// </summary>
public sealed class JournalMeter : IHealthCheck
{
    // Whoever asks may send nobody here any more after an unhealthy answer, and then nothing would be tried again: after this it is worth a try.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    // A commit takes about a millisecond; a disk that stalls, a second and more.
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000] };

    private readonly TimeProvider time;
    private readonly Histogram<double> duration;
    private readonly Histogram<int> size;
    private readonly Counter<long> failures;
    private long failedAt;

    public JournalMeter(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Ours();
        duration = meter.CreateHistogram("leerklimaat.journal.commit.duration", "s", "How long it took to get a batch of appends on disk.", null, Durations);
        size = meter.CreateHistogram("leerklimaat.journal.commit.size", "{append}", "How many appends shared one commit.", null, Sizes);
        failures = meter.CreateCounter<long>("leerklimaat.journal.failures", "{append}", "Appends that were refused because the journal could not be written.");
    }

    /// <param name="began">By <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Committed(long began, int appends)
    {
        duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        size.Record(appends);
        Volatile.Write(ref failedAt, 0);
    }

    public void Failed(int appends)
    {
        failures.Add(appends);
        Volatile.Write(ref failedAt, time.GetTimestamp());
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Volatile.Read(ref failedAt) is not 0 and var failed && time.GetElapsedTime(failed) < Remembered ? HealthCheckResult.Unhealthy("The journal could not be written at the last try") : HealthCheckResult.Healthy());
}
