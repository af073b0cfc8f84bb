using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Rehearsals;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Workshops;

/// <summary>One live workshop.</summary>
public interface IWorkshopGrain : IGrainWithGuidKey, IAggregateGrain<Workshop, WorkshopCommand>;

/// <summary>Keeps a workshop and passes on to its tables what concerns them all.</summary>
public sealed class WorkshopGrain(IEventStore store, ShowingDesk showing, TimeProvider time)
    : EventSourcedGrain<Workshop, WorkshopCommand, WorkshopEvent>(store, Workshop.Empty, Workshop.Decide, Workshop.Evolve), IWorkshopGrain
{
    private Workshop? passedOn;

    /// <summary>A process that stopped between storing and passing on is made good here: tables ignore what they know already.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State.Exists) await AfterTold();
    }

    protected override async Task AfterTold()
    {
        // It looks at this workshop in its turn, so nobody waits for it here.
        if (State.Rehearsal is not null || State.ToErase is not null) await GrainFactory.GetGrain<IRehearsalGrain>(this.GetPrimaryKey()).Wake();
        if (passedOn is { } before && before.Tables == State.Tables && before.Game == State.Game && before.Message == State.Message
            && before.SecondMoment == State.SecondMoment && before.AreSecondPlacementsOpen == State.AreSecondPlacementsOpen && before.BinnedAt == State.BinnedAt && before.ClosedAt == State.ClosedAt) return;

        await Task.WhenAll(State.Tables.Select(PassOn));
        await TellBin();
        if (State.ClosedAt is not null && await HasToPublish()) await showing.Publish(new(this.GetPrimaryKey()), State, Guid.CreateVersion7());
        passedOn = State;
    }

    // Once at the closing (D7); and where a process stopped in between, or closed it before this was so, once when the workshop wakes up.
    private async Task<bool> HasToPublish() => passedOn is { } before ? before.ClosedAt is null : !(await showing.Published(new(this.GetPrimaryKey()))).IsPublished;

    private async Task TellBin()
    {
        BinCommand? command = State.BinnedAt is { } at ? new LayInBin(new(this.GetPrimaryKey()), at) : passedOn?.BinnedAt is null ? null : new TakeFromBin(new(this.GetPrimaryKey()));
        if (command is not null) await GrainFactory.GetGrain<IBinGrain>(Guid.Empty).Ask(command, Guid.NewGuid(), time.GetUtcNow());
    }

    private async Task PassOn(WorkshopTable laid)
    {
        var table = GrainFactory.GetGrain<ITableGrain>(laid.Id.Value);
        var now = time.GetUtcNow();

        await Ask(table, new LayTable(new(this.GetPrimaryKey(), laid.Number, State.Deck, State.Board, State.SeatsPerTable), now));
        await Ask(table, new SetSecondMoment(State.SecondMoment, now));
        if (State.AreSecondPlacementsOpen) await Ask(table, new OpenHeldCards(now));
        if (State.Game == GameState.Open) await Ask(table, new OpenGame(now));
        if (State.Game == GameState.Stopped) await Ask(table, new StopGame(now));
        await Ask(table, new ShowMessage(State.Message, now));
    }

    private static Task Ask(ITableGrain table, TableCommand command) => table.Ask(command, Guid.CreateVersion7(command.At), command.At);
}
