using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>Reads the figures of one server, as an exporter would.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> sums = new();
    private readonly ConcurrentDictionary<string, double> latest = new();

    public Measured(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, reading) =>
        {
            if (instrument.Meter.Name == Measures.Name && instrument.Meter.Scope == meters) reading.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Of a counter the sum, of what is looked at when asked the figure of now, by what they are of: <c>leerklimaat.refusals aggregate=Table reason=NotNow</c>.</summary>
    public double Of(string figure)
    {
        listener.RecordObservableInstruments();
        return latest.TryGetValue(figure, out var now) ? now : sums.GetValueOrDefault(figure);
    }

    public IEnumerable<string> Figures => sums.Keys.Concat(latest.Keys);

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var figure = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
        if (instrument.IsObservable) latest[figure] = value;
        else sums.AddOrUpdate(figure, value, (_, sum) => sum + value);
    }
}
