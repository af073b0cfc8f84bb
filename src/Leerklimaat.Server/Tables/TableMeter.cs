using System.Diagnostics.Metrics;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Tables;

/// <summary>How many tables are in play.</summary>
public sealed class TableMeter(IMeterFactory meters)
{
    private readonly UpDownCounter<int> playing = meters.Ours().CreateUpDownCounter<int>("leerklimaat.tables.playing", "{table}", "Tables with a card on them that is not on a pile yet.");

    public void Began() => playing.Add(1);

    public void Ended() => playing.Add(-1);
}
