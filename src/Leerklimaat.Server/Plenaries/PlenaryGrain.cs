using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Plenaries;

/// <summary>The plenary of one workshop, by the workshop's id.</summary>
public interface IPlenaryGrain : IGrainWithGuidKey, IAggregateGrain<Plenary, PlenaryCommand>;

/// <summary>Keeps what the room makes of the harvest.</summary>
public sealed class PlenaryGrain(IEventStore store)
    : EventSourcedGrain<Plenary, PlenaryCommand, PlenaryEvent>(store, Plenary.Decide, Folding), IPlenaryGrain
{
    public static readonly Folding<Plenary, PlenaryEvent> Folding = new(Plenary.Empty, Plenary.Evolve);
}
