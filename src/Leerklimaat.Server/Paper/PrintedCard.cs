using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Decks;

namespace Leerklimaat.Server.Paper;

/// <summary>A statement as it is printed, with the number by which it is found again on the score sheet: its place in the deck, whatever the language.</summary>
public sealed record PrintedCard(int Number, Card Card, string Factor, string Source)
{
    public static IReadOnlyList<PrintedCard> AllOf(DeckShelf shelf, DeckEdition deck, string language)
    {
        var spoken = shelf.Find(deck, language);
        return [.. shelf.Find(deck, "nl").Statements.Select(card => Of(shelf.NumberOf(spoken, card.Id), spoken.Find(card.Id) ?? card, spoken))];
    }

    public static PrintedCard? PracticeOf(DeckShelf shelf, DeckEdition deck, string language)
    {
        var spoken = shelf.Find(deck, language);
        return spoken.Practice is { } practice ? Of(0, practice, spoken) : null;
    }

    /// <summary>The cards that somebody may mean: by number, or by words that all stand in the statement.</summary>
    public static IReadOnlyList<PrintedCard> Meant(IReadOnlyList<PrintedCard> cards, string typed)
    {
        var number = typed.Split([' ', '·', '.', ':'], 2)[0].TrimStart('#');
        if (int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)) return [.. cards.Where(card => card.Number == known)];

        var words = Plain.Folded(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. cards.Where(card => words.All(word => Plain.Folded(card.Card.Text).Contains(word, StringComparison.CurrentCultureIgnoreCase)))];
    }

    private static PrintedCard Of(int number, Card card, Deck deck) =>
        new(number, card, card.Kind == CardKind.Practice ? "" : deck.FactorOf(card).Name, deck.SourceOf(card));
}
