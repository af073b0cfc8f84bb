using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Server.Composing;

/// <summary>The cards of a deck as one reads them: set by set, in the order of the deck.</summary>
internal static class DeckLists
{
    /// <summary>A deck without sets is one list without a name; what belongs to no set that there is, such as the practice card, comes first.</summary>
    public static IEnumerable<(CardSet Set, IReadOnlyList<Card> Cards)> Of(Deck deck)
    {
        var bySet = deck.Cards.ToLookup(card => deck.SetOf(card)?.Id ?? "");
        if (bySet.Contains("")) yield return (new("", ""), [.. bySet[""]]);
        foreach (var set in deck.Sets) yield return (set, [.. bySet[set.Id]]);
    }
}
