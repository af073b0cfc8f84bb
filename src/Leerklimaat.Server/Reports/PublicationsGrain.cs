using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Reports;

/// <summary>What reports of one workshop showed, by the workshop's id.</summary>
public interface IPublicationsGrain : IGrainWithGuidKey, IAggregateGrain<Publications, PublicationCommand>;

/// <summary>Keeps what reports showed, so that the next one gives nobody away.</summary>
public sealed class PublicationsGrain(IEventStore store)
    : EventSourcedGrain<Publications, PublicationCommand, PublicationEvent>(store, Publications.Decide, Folding), IPublicationsGrain
{
    public static readonly Folding<Publications, PublicationEvent> Folding = new(Publications.Empty, Publications.Evolve);
}
