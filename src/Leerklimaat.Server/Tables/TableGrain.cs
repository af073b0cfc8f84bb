using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tables;

/// <summary>One live table.</summary>
public interface ITableGrain : IGrainWithGuidKey, IAggregateGrain<Table, TableCommand>;

/// <summary>Keeps a table and rings its clock.</summary>
public sealed class TableGrain(IEventStore store, TimeProvider time)
    : EventSourcedGrain<Table, TableCommand, TableEvent>(store, Table.Empty, Table.Decide, Table.Evolve), ITableGrain
{
    private IGrainTimer? bell;
    private Clock? rung;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        WindClock();
    }

    protected override bool IsNews(Table before, TableEvent happened) => before.IsNews(happened);

    protected override Task AfterTold()
    {
        WindClock();
        return Task.CompletedTask;
    }

    private void WindClock()
    {
        var clock = State.Round?.Clock;
        if (clock == rung) return;

        rung = clock;
        bell?.Dispose();
        bell = clock is { HasRung: false }
            ? this.RegisterGrainTimer(Ring, new RingClock(State.Round!.Number, clock.EndsAt, clock.EndsAt), Until(clock), Timeout.InfiniteTimeSpan)
            : null;
    }

    private Task Ring(RingClock ring, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Ask(ring with { At = now }, Guid.CreateVersion7(now), now);
    }

    private TimeSpan Until(Clock clock) => clock.EndsAt - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
