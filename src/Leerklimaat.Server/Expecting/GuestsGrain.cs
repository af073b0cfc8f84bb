using Leerklimaat.Domain.Guests;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Expecting;

/// <summary>Who are expected at one workshop, by the workshop's id.</summary>
public interface IGuestsGrain : IGrainWithGuidKey, IAggregateGrain<GuestList, GuestCommand>;

/// <summary>Keeps the names until the workshop closes, or somebody takes the list away; then they are gone for good.</summary>
public sealed class GuestsGrain(IEventStore store) : EventSourcedGrain<GuestList, GuestCommand, GuestEvent>(store, GuestList.Decide, Folding), IGuestsGrain
{
    public static readonly Folding<GuestList, GuestEvent> Folding = new(GuestList.Empty, GuestList.Evolve);
}
