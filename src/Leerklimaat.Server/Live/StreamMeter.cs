using System.Diagnostics.Metrics;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Live;

/// <summary>Who looks on, and how often a slow reader skipped to what is newest.</summary>
public sealed class StreamMeter(IMeterFactory meters)
{
    private readonly Counter<long> skipped = meters.Ours().CreateCounter<long>("leerklimaat.streams.skipped", "{frame}", "What a slow reader never got because something newer took its place.");

    /// <param name="open">How many streams each kind of audience has; asked only when somebody reads the figures.</param>
    public void Count(Func<IEnumerable<(string Audience, int Streams)>> open) => meters.Ours().CreateObservableUpDownCounter(
        "leerklimaat.streams.open", () => open().Select(kind => new Measurement<int>(kind.Streams, new KeyValuePair<string, object?>("audience", kind.Audience))), "{stream}", "Pages that are open and kept live; a page of a question may have two.");

    public void Skipped() => skipped.Add(1);
}
