namespace Leerklimaat.Server.Events;

/// <summary>The latest events of one aggregate, the last first. Whoever holds the last one sees the same ones however many follow.</summary>
internal sealed class Recent(byte[] body, Recent? before)
{
    private Recent? before = before;

    /// <summary>The events after those of which somebody has heard; none when what lies between is kept no more.</summary>
    /// <param name="heard">How many of the events they know; below zero when they ask for none.</param>
    /// <param name="stored">How many there are.</param>
    public static byte[][] Since(Recent? last, long heard, long stored)
    {
        if (heard < 0 || heard >= stored) return [];

        var events = new byte[stored - heard][];
        for (var at = events.Length - 1; at >= 0; at--, last = last.Before)
        {
            if (last is null) return [];
            events[at] = last.Body;
        }

        return events;
    }

    /// <summary>Keeps nothing of before this one.</summary>
    public void Cut() => Volatile.Write(ref before, null);

    private byte[] Body => body;

    private Recent? Before => Volatile.Read(ref before);
}

/// <summary>Keeps the latest events of one aggregate: those that not every process was told yet, and some more for who missed one.</summary>
internal sealed class Lately
{
    private const int Fewest = 16;

    private readonly Queue<Recent> kept = new();

    public Recent? Last { get; private set; }

    /// <param name="untold">How many events, this one included, have not been told yet.</param>
    public void Add(byte[] body, long untold)
    {
        kept.Enqueue(Last = new(body, Last));
        if (kept.Count <= Math.Max(Fewest, untold)) return;

        kept.Dequeue();
        kept.Peek().Cut();
    }

    public void Clear()
    {
        kept.Clear();
        Last = null;
    }
}
