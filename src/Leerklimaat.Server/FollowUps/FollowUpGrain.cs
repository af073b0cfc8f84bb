using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.FollowUps;

/// <summary>What became of the actions of one workshop, by the workshop's id.</summary>
public interface IFollowUpGrain : IGrainWithGuidKey, IAggregateGrain<FollowUp, FollowUpCommand>;

/// <summary>Keeps what is said about the actions of a workshop.</summary>
public sealed class FollowUpGrain(IEventStore store) : EventSourcedGrain<FollowUp, FollowUpCommand, FollowUpEvent>(store, FollowUp.Decide, Folding), IFollowUpGrain
{
    public static readonly Folding<FollowUp, FollowUpEvent> Folding = new(FollowUp.Empty, FollowUp.Evolve);
}
