namespace Leerklimaat.Simulation;

/// <summary>
/// Where things go on: a phone, a process, the disk. What comes after an await goes on where it began. In a place that is frozen nothing happens until it thaws, and then all of it; in one that is
/// gone nothing ever does.
/// </summary>
public sealed class Site(Agenda agenda) : SynchronizationContext
{
    private readonly Queue<Action> held = new();
    private readonly HashSet<Action> ends = [];

    public bool IsGone { get; private set; }

    public bool IsFrozen { get; private set; }

    public void In(TimeSpan delay, Action what) => agenda.In(delay, () => Do(what));

    public override void Post(SendOrPostCallback d, object? state) => In(TimeSpan.Zero, () => d(state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody waits for anybody in a world with one thread.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Waits in virtual time.</summary>
    public Task Delay(TimeSpan delay)
    {
        var over = new TaskCompletionSource();
        In(delay, over.SetResult);
        return over.Task;
    }

    /// <summary>Asks somewhere else, over a network with this luck.</summary>
    /// <exception cref="AwayException">No answer came: the other place is gone, or it took longer than whoever asks waits. Whether it was done nobody knows.</exception>
    public async Task<T> Ask<T>(Site other, Func<Task<T>> what, Chance luck, TimeSpan patience)
    {
        var answer = new TaskCompletionSource<T>();
        void Away() => answer.TrySetException(new AwayException());
        agenda.In(Hop(luck), () => other.Do(() => _ = Answer()));
        In(patience, Away);
        // The connection breaks.
        void End() => In(Hop(luck), Away);
        if (other.IsGone) End();
        else other.ends.Add(End);
        try
        {
            return await answer.Task;
        }
        finally
        {
            other.ends.Remove(End);
        }

        async Task Answer()
        {
            try
            {
                var done = await what();
                In(Hop(luck), () => answer.TrySetResult(done));
            }
            catch (Exception refused)
            {
                In(Hop(luck), () => answer.TrySetException(refused));
            }
        }
    }

    /// <summary>How long something takes over the network.</summary>
    public static TimeSpan Hop(Chance luck) => luck.Between(TimeSpan.FromMicroseconds(200), TimeSpan.FromMilliseconds(40));

    public void Freeze() => IsFrozen = true;

    public void Thaw()
    {
        IsFrozen = false;
        while (held.TryDequeue(out var what)) In(TimeSpan.Zero, what);
    }

    /// <summary>All that was underway here stays undone, and whoever waits for an answer hears that there will be none.</summary>
    public void End()
    {
        IsGone = true;
        held.Clear();
        foreach (var end in ends.ToList()) end();
        ends.Clear();
    }

    /// <param name="end">Called when this site is gone, unless it is taken back.</param>
    public void WhenGone(Action end) => ends.Add(end);

    public void TakeBack(Action end) => ends.Remove(end);

    private void Do(Action what)
    {
        if (IsGone) return;
        if (IsFrozen)
        {
            held.Enqueue(what);
            return;
        }

        SetSynchronizationContext(this);
        what();
    }
}

/// <summary>Whoever was asked is away.</summary>
public sealed class AwayException : Exception;
