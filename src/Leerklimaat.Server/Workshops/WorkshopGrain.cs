using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Workshops;

/// <summary>One live workshop.</summary>
public interface IWorkshopGrain : IGrainWithGuidKey, IAggregateGrain<Workshop, WorkshopCommand>;

/// <summary>Keeps a workshop, and lets each room do what must follow from a change of it.</summary>
public sealed class WorkshopGrain(IEventStore store, IEnumerable<IConsequence> rooms)
    : EventSourcedGrain<Workshop, WorkshopCommand, WorkshopEvent>(store, Workshop.Decide, Folding), IWorkshopGrain, IGrainMigrationParticipant
{
    public static readonly Folding<Workshop, WorkshopEvent> Folding = new(Workshop.Empty, Workshop.Evolve);

    private Workshop? followedUp;
    private bool wasFollowedUp;

    /// <summary>
    /// A process that stopped between storing and following up is made good here. Not what was followed up in the process that it comes from: what would be asked of then can be on its way
    /// together with this workshop, so that each would wait for the other.
    /// </summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (wasFollowedUp) followedUp = State;
        else if (State.Exists) await AfterTold();
    }

    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext leaving) => leaving.TryAddValue(nameof(wasFollowedUp), ReferenceEquals(followedUp, State));

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext coming) => coming.TryGetValue(nameof(wasFollowedUp), out wasFollowedUp);

    protected override async Task AfterTold()
    {
        foreach (var room in rooms) await room.After(new(this.GetPrimaryKey()), followedUp, State);
        // Only when all have: where one could not, the next change is everybody's once more.
        followedUp = State;
    }
}
