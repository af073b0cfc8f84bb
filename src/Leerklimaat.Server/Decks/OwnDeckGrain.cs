using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Decks;

/// <summary>One deck that people make themselves.</summary>
public interface IOwnDeckGrain : IGrainWithGuidKey, IAggregateGrain<OwnDeck, DeckCommand>;

/// <summary>Keeps a deck: what is being written, and its editions.</summary>
public sealed class OwnDeckGrain(IEventStore store) : EventSourcedGrain<OwnDeck, DeckCommand, DeckEvent>(store, OwnDeck.Decide, Folding), IOwnDeckGrain
{
    public static readonly Folding<OwnDeck, DeckEvent> Folding = new(OwnDeck.Empty, OwnDeck.Evolve);
}
