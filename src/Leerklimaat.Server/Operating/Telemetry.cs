using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Leerklimaat.Server.Settings;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Leerklimaat.Server.Operating;

/// <summary>
/// Sends traces, figures and logs by OTLP to where a host says, by OpenTelemetry's own setting; nothing of it is even loaded where nothing is said. What leaves
/// names nobody: an address holds keys and codes, so a request is known by the pattern of its address alone, as in the log.
/// </summary>
public static class Telemetry
{
    /// <summary>Where to send it. OpenTelemetry reads its other settings (<c>OTEL_…</c>) itself.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="SettingsException">What is set is no address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } where) return;
        if (!Uri.TryCreate(where, UriKind.Absolute, out _)) throw new SettingsException($"{Endpoint} has \"{where}\", which is no address such as http://127.0.0.1:4317.");

        Send(builder);
    }

    // A method of its own: what it names is loaded when it is called, and not before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Send(WebApplicationBuilder builder) => builder.Services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("leerklimaat", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
        .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore").AddProcessor(new SpanSieve()))
        .WithMetrics(figures => figures.AddMeter(Measures.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddView(_ => new MetricStreamConfiguration { TagKeys = [.. Told.Known] }))
        .WithLogging()
        .UseOtlpExporter();
}

/// <summary>Of what is measured and traced, what may be told of it. Anything else stays here, whatever a newer framework may think of.</summary>
internal static class Told
{
    public static readonly FrozenSet<string> Known = FrozenSet.Create(
        "http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version", "aggregate", "audience", "reason",
        "gc.heap.generation", "dotnet.gc.heap.generation", "cpu.mode");
}

/// <summary>Takes off a span what is not known to name nobody, and lets none go of a stream: how long somebody's page was open is nobody's business.</summary>
internal sealed class SpanSieve : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (tag, _) in data.TagObjects.ToList())
        {
            if (!Told.Known.Contains(tag)) data.SetTag(tag, null);
        }

        // Whatever a browser, or something in between, sent along.
        data.TraceStateString = null;
        if (data.GetTagItem("http.route") is string route && route.EndsWith("/live", StringComparison.Ordinal)) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
