using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Doors;

/// <summary>Finds out who stands at a door of a deck that people made, and asks the rule (<see cref="DeckDoors"/>) whether they may come in.</summary>
public sealed class DeckPorter(IGrainFactory grains, DeckKeys keys, Visitors visitors)
{
    public async Task<Entrance> Meet(HttpContext http, Door door)
    {
        var id = Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var asked) ? asked : Guid.Empty;
        var key = door == Door.HasADeckLink ? http.Request.RouteValues["key"]?.ToString() ?? "" : await keys.Of(http, id);
        // Who has no key is told nothing of whether there is such a deck, and wakes none.
        var deck = key.Length > 0 ? (await grains.GetGrain<IOwnDeckGrain>(id).Look()).State : OwnDeck.Empty;
        var right = key.Length > 0 ? deck.RightOf(DeckKeys.ProofOf(key)) : null;
        var admission = key.Length == 0 ? Admission.NotYours : DeckDoors.Admit(door, right, deck);
        return new(door, admission, Arrival.Stranger, default, Workshop.Empty, visitors.Find(http)) { Deck = new(id, deck, right ?? DeckRight.View, key) };
    }
}

/// <summary>A deck that people made, and what the browser that asks may do with it.</summary>
/// <param name="Key">With which this browser came.</param>
public sealed record HeldDeck(Guid Id, OwnDeck Deck, DeckRight Right, string Key)
{
    public bool MayEdit => Right == DeckRight.Edit;

    public bool MayComment => Right >= DeckRight.Comment;
}
