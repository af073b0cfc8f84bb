namespace Leerklimaat.Simulation;

/// <summary>All that will happen in a simulated world, in the order of its virtual time. It happens on one thread, so that a seed says all of it.</summary>
public sealed class Agenda
{
    private readonly PriorityQueue<Action, (long At, long Number)> coming = new();
    private long number;

    /// <summary>Ticks of 100 nanoseconds since the world began.</summary>
    public long Now { get; private set; }

    /// <summary>How many things have happened.</summary>
    public long Happened { get; private set; }

    public void In(TimeSpan delay, Action what) => coming.Enqueue(what, (Now + Math.Max(0, delay.Ticks), number++));

    /// <summary>Lets everything happen until this much time has passed.</summary>
    public void Run(TimeSpan time)
    {
        var (before, until) = (SynchronizationContext.Current, Now + time.Ticks);
        try
        {
            while (coming.TryPeek(out _, out var next) && next.At <= until)
            {
                var what = coming.Dequeue();
                Now = next.At;
                Happened++;
                SynchronizationContext.SetSynchronizationContext(null);
                what();
            }

            Now = until;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
