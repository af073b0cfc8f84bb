using System.Collections.Immutable;

namespace Leerklimaat.Domain.Decks;

/// <summary>What is different between two editions of a deck, in the order of the cards.</summary>
/// <param name="Changed">As it was, and as it is.</param>
/// <param name="Moved">How many cards of both editions stand elsewhere among each other.</param>
public sealed record DeckChanges(ImmutableArray<Card> Added, ImmutableArray<Card> Removed, ImmutableArray<(Card Before, Card After)> Changed, int Moved, bool IsBoardChanged)
{
    public bool IsNothing => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty && Moved == 0 && !IsBoardChanged;

    public static DeckChanges Between(Deck before, Deck after)
    {
        var (earlier, later) = (before.Cards.ToDictionary(card => card.Id), after.Cards.ToDictionary(card => card.Id));
        return new(
            [.. after.Cards.Where(card => !earlier.ContainsKey(card.Id))],
            [.. before.Cards.Where(card => !later.ContainsKey(card.Id))],
            [.. after.Cards.Where(card => earlier.TryGetValue(card.Id, out var was) && was != card).Select(card => (earlier[card.Id], card))],
            MovedOf([.. after.Cards.Where(card => earlier.ContainsKey(card.Id)).Select(card => before.Cards.IndexOf(earlier[card.Id]))]),
            !before.Board.Equals(after.Board) || !Equals(before.Cases, after.Cases));
    }

    // All but the longest row that kept its order: a card that was moved to the front is one, and not all that it passed.
    private static int MovedOf(IReadOnlyList<int> places)
    {
        var ends = new List<int>();
        foreach (var place in places)
        {
            var at = ends.BinarySearch(place);
            if (at < 0) at = ~at;
            if (at == ends.Count) ends.Add(place);
            else ends[at] = place;
        }

        return places.Count - ends.Count;
    }
}
