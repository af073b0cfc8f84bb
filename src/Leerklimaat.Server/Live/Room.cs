using System.Collections.Immutable;

namespace Leerklimaat.Server.Live;

/// <summary>One audience and its open streams. News makes it draw once, at most once per pace, and offers the same bytes to every stream.</summary>
/// <param name="queue">Where it is drawn when there is news.</param>
public sealed class Room(Audience audience, Newest newest, Drawing drawing, TimeProvider time, Action<IThreadPoolWorkItem> queue, ILogger logger) : IThreadPoolWorkItem
{
    private readonly Lock gate = new();
    private readonly Lock pencil = new();
    private ImmutableArray<Listener> listeners = [];
    private Frame? last;
    private long lastDrawnAt;
    private bool isStale = true;
    private bool isDrawing;
    private bool isClosed;

    public Audience Audience => audience;

    public int Count => listeners.Length;

    /// <returns>False when the room was closed in the meantime: then there is a new one to enter.</returns>
    public bool Enter(Listener listener)
    {
        lock (gate)
        {
            if (isClosed) return false;
            listeners = listeners.Add(listener);
            return true;
        }
    }

    public void Leave(Listener listener)
    {
        lock (gate) listeners = listeners.Remove(listener);
    }

    public bool TryClose()
    {
        lock (gate) return isClosed = listeners.IsEmpty;
    }

    /// <summary>What the audience may see now, for somebody who comes in. If that had to be drawn first, it is news for the others too.</summary>
    public Frame? Newest()
    {
        if (!Volatile.Read(ref isStale)) return Volatile.Read(ref last);
        return DrawForAll();
    }

    /// <summary>Something that this audience looks at has changed.</summary>
    public void News()
    {
        lock (gate)
        {
            isStale = true;
            if (isDrawing || listeners.IsEmpty) return;
            isDrawing = true;
        }

        queue(this);
    }

    public void Execute() => _ = Run();

    public void ShowLife(byte[] sign)
    {
        foreach (var listener in listeners) listener.ShowLife(sign);
    }

    private async Task Run()
    {
        while (IsStillStale())
        {
            var rest = audience.Pace - time.GetElapsedTime(lastDrawnAt);
            if (lastDrawnAt != 0 && rest > TimeSpan.Zero) await Task.Delay(rest, time);

            lastDrawnAt = time.GetTimestamp();
            DrawForAll();
        }
    }

    private Frame? DrawForAll()
    {
        if (Draw() is not { } frame) return null;
        foreach (var listener in listeners) listener.Offer(frame);
        return frame;
    }

    private bool IsStillStale()
    {
        lock (gate) return isDrawing = isStale && !listeners.IsEmpty;
    }

    // One at a time, so that what was drawn later is never replaced by what was drawn before.
    private Frame? Draw()
    {
        lock (pencil) return last = DrawNewest() ?? last;
    }

    private Frame? DrawNewest()
    {
        lock (gate) isStale = false;
        try
        {
            return drawing.Frame(audience, newest, last);
        }
        catch (Exception wrong)
        {
            // A fragment that cannot be drawn must not stop the table: its players have their answers, and the next change draws again.
            logger.LogError(wrong, "A fragment for {Audience} could not be drawn", audience.GetType().Name);
            return null;
        }
    }
}
