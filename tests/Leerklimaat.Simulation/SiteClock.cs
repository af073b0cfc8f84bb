namespace Leerklimaat.Simulation;

/// <summary>The clock of one machine. What was set goes off in the world's time; what o'clock it is may be set wrong at any moment.</summary>
public sealed class SiteClock(Agenda agenda, Site site) : TimeProvider
{
    /// <summary>When each world begins.</summary>
    public static readonly DateTimeOffset Began = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What it goes wrong, forward or back.</summary>
    public TimeSpan Wrong { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Began + TimeSpan.FromTicks(agenda.Now) + Wrong;

    // Something that never happened is at 0 in what uses it.
    public override long GetTimestamp() => agenda.Now + 1;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(site, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(Site site, Action goesOff) : ITimer
    {
        private int set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            set++;
            if (dueTime != Timeout.InfiniteTimeSpan) Wait(set, dueTime, period);
            return true;
        }

        public void Dispose() => set++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Wait(int mine, TimeSpan due, TimeSpan period) => site.In(due, () =>
        {
            if (mine != set) return;
            if (period > TimeSpan.Zero) Wait(mine, period, period);
            goesOff();
        });
    }
}
