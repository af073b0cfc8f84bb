using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Workshops;

/// <summary>One live workshop.</summary>
public interface IWorkshopGrain : IGrainWithGuidKey, IAggregateGrain<Workshop, WorkshopCommand>;

/// <summary>Keeps a workshop, and lets each room do what must follow from a change of it.</summary>
public sealed class WorkshopGrain(IEventStore store, IEnumerable<IFollowUp> rooms)
    : EventSourcedGrain<Workshop, WorkshopCommand, WorkshopEvent>(store, Workshop.Decide, Folding), IWorkshopGrain
{
    public static readonly Folding<Workshop, WorkshopEvent> Folding = new(Workshop.Empty, Workshop.Evolve);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    private Workshop? followedUp;
    private IGrainTimer? makingGood;

    /// <summary>
    /// A process that stopped between storing and following up is made good here. Not before it lives: what is asked of then can be on its way to another process together with this workshop, and
    /// each would wait for the other.
    /// </summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State.Exists) makingGood = this.RegisterGrainTimer(MakeGood, TimeSpan.Zero, AfterTrouble);
    }

    private async Task MakeGood(CancellationToken cancellationToken)
    {
        if (followedUp is null) await AfterTold();
        makingGood?.Dispose();
    }

    protected override async Task AfterTold()
    {
        foreach (var room in rooms) await room.After(new(this.GetPrimaryKey()), followedUp, State);
        // Only when all have: where one could not, the next change is everybody's once more.
        followedUp = State;
    }
}
