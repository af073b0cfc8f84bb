namespace Leerklimaat.Server.Tests.Running;

/// <summary>The time of a whole server in the hand of a test: put forward with its timers, or set on the wall alone, as an administrator does.</summary>
public sealed class AHandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan passed, set;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return base.GetUtcNow() + passed + set;
    }

    public override long GetTimestamp()
    {
        lock (gate) return base.GetTimestamp() + (long)(passed.TotalSeconds * TimestampFrequency);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Time goes by: what was to ring meanwhile rings now.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate) passed += by;
        foreach (var timer in All()) timer.Sooner();
    }

    /// <summary>Only what the clock on the wall says changes; what waits, waits as long.</summary>
    public void Set(TimeSpan by)
    {
        lock (gate) set += by;
    }

    private Timer[] All()
    {
        lock (gate) return [.. timers];
    }

    private sealed class Timer(AHandClock clock, ITimer inner) : ITimer
    {
        private readonly Lock gate = new();
        private long dueAt = long.MaxValue;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan every)
        {
            lock (gate)
            {
                period = every;
                dueAt = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.GetTimestamp() + (long)(dueTime.TotalSeconds * clock.TimestampFrequency);
                return inner.Change(dueTime, every);
            }
        }

        public void Sooner()
        {
            lock (gate)
            {
                if (dueAt == long.MaxValue) return;
                var left = clock.GetElapsedTime(clock.GetTimestamp(), dueAt);
                inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
