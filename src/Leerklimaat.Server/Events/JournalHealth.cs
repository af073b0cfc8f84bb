using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Leerklimaat.Server.Events;

/// <summary>What of the journal turned out to be unreadable since the start: named to the host in the log, and in the answer of <c>/health</c>.</summary>
public sealed class JournalHealth : IHealthCheck
{
    private readonly ConcurrentDictionary<string, bool> unreadable = new();
    private readonly ILogger<JournalHealth> logger;

    public JournalHealth(ILogger<JournalHealth> logger, IMeterFactory meters)
    {
        this.logger = logger;
        meters.Ours().CreateObservableUpDownCounter("leerklimaat.journal.unreadable", () => unreadable.Count, "{aggregate}", "Tables, workshops and questions that turned out to be unreadable since the start.");
    }

    /// <param name="aggregate">What it is, by its id: <c>table/…</c>, <c>workshop/…</c>.</param>
    public void Report(string aggregate, Exception what)
    {
        if (unreadable.TryAdd(aggregate, true)) logger.LogError("{Aggregate} cannot be read from the journal ({What}); everything else plays on. See which workshops are hit with bin/check, and restore a backup", aggregate, what.Message);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(unreadable.IsEmpty ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{unreadable.Count} parts of the journal cannot be read"));
}
