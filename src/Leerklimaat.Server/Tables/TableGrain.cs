using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tables;

/// <summary>One live table.</summary>
public interface ITableGrain : IGrainWithGuidKey, IAggregateGrain<Table, TableCommand>;

/// <summary>Keeps a table and rings its clock.</summary>
public sealed class TableGrain(IEventStore store, TimeProvider time, TableMeter meter)
    : EventSourcedGrain<Table, TableCommand, TableEvent>(store, Table.Decide, Folding), ITableGrain
{
    public static readonly Folding<Table, TableEvent> Folding = new(Table.Empty, Table.Evolve, (before, happened) => before.IsNews(happened));

    private IGrainTimer? bell;
    private Clock? wound;
    private bool isCounted;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        WindClock();
        Count(IsInPlay);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Count(false);
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    protected override Task AfterTold()
    {
        WindClock();
        Count(IsInPlay);
        return Task.CompletedTask;
    }

    private bool IsInPlay => State.Round is { Phase: not Phase.Closed };

    private void Count(bool isInPlay)
    {
        if (isInPlay == isCounted) return;

        isCounted = isInPlay;
        if (isInPlay) meter.Began();
        else meter.Ended();
    }

    private void WindClock()
    {
        var clock = State.Round?.Clock;
        if (clock == wound) return;

        wound = clock;
        bell?.Dispose();
        bell = clock is { HasRung: false } ? Bell(State.Round!.Number, clock) : null;
    }

    private IGrainTimer Bell(int round, Clock clock)
    {
        var left = Until(clock);
        return this.RegisterGrainTimer(Ring, new Winding(round, clock, left, time.GetTimestamp()), left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// The machine's clock may have been set back since the table's was wound: what was waited for is measured by one that only goes forward.
    /// What rings too early all the same is wound again, or the table would wait for good.
    /// </summary>
    private async Task Ring(Winding winding, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isOver = time.GetElapsedTime(winding.At) >= winding.Left;
        var at = isOver && now < winding.Clock.EndsAt ? winding.Clock.EndsAt : now;
        await Ask(new RingClock(winding.Round, winding.Clock.EndsAt, at), Guid.CreateVersion7(now), now);
        if (State.Round?.Clock != winding.Clock) return;

        bell?.Dispose();
        bell = Bell(winding.Round, winding.Clock);
    }

    /// <summary>Never more than it was set to, whatever the machine's clock says.</summary>
    private TimeSpan Until(Clock clock) => (clock.EndsAt - time.GetUtcNow()) switch
    {
        { Ticks: <= 0 } => TimeSpan.Zero,
        var left when left > clock.Length => clock.Length,
        var left => left,
    };

    /// <summary>The bell of one clock in one round: how long to wait, from which moment.</summary>
    private sealed record Winding(int Round, Clock Clock, TimeSpan Left, long At);
}
