using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Leerklimaat.Server.Operating;

/// <summary>
/// What the server says of itself to whoever watches over it. That a part of the journal is damaged is told, and stops nobody: everything else plays on. Only a
/// server that can do nothing for anybody now says that it is not ready.
/// </summary>
public static class Health
{
    private const string Damage = "journal", Readiness = "ready";

    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<JournalHealth>(Damage, tags: [Readiness])
        .AddCheck<JournalMeter>("writing", tags: [Readiness])
        .AddCheck<Stopping>("stopping", tags: [Readiness]);

    public static void MapHealth(this WebApplication app)
    {
        // What it always said, for who asks there: whether the journal is whole.
        app.MapHealthChecks("/health", Of(check => check.Name == Damage)).Behind(Door.Anybody);
        app.MapHealthChecks("/health/live", Of(_ => false)).Behind(Door.Anybody);
        app.MapHealthChecks("/health/ready", Of(check => check.Tags.Contains(Readiness))).Behind(Door.Anybody);
    }

    private static HealthCheckOptions Of(Func<HealthCheckRegistration, bool> which) => new() { Predicate = which };

    /// <summary>A server that was told to stop takes nobody new: the proxy sends them elsewhere while those who are here are served.</summary>
    private sealed class Stopping(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The server is stopping") : HealthCheckResult.Healthy());
    }
}
