using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;

namespace Leerklimaat.Domain.Tests.OwnDecks;

/// <summary>A deck with three cards in two sets, to tell stories about.</summary>
public abstract class AnOwnDeck
{
    protected const string Key = "key", ReadKey = "read-key";

    protected static readonly DateTimeOffset Monday = new(2026, 12, 7, 9, 0, 0, TimeSpan.Zero);
    protected static readonly DateOnly Today = new(2026, 12, 7);

    protected static readonly Factor Safety = new("safety", "Veiligheid", "Van Lakerveld (2005)", "birdhouse"), Courage = new("courage", "Moed", "", "bee");
    protected static readonly CardSet Ours = new("ours", "Van ons"), Source = new("source", "Uit de bron", "Maya Swaans", IsApart: true);

    protected static readonly Card
        First = new("first", CardKind.Statement, "safety", "ours", "Je vraagt hier om hulp.", "", ""),
        Second = new("second", CardKind.Statement, "safety", "ours", "Je zegt wat je denkt.", "", ""),
        Third = new("third", CardKind.Statement, "courage", "source", "We proberen iets nieuws.", "", "");

    protected static readonly Deck Words = new("zandwijk", 0, "nl", "Leren in Zandwijk", "Team Leren", "CC0-1.0", "Onze kaarten", Board.Default, [Safety, Courage], [First, Second, Third]) { Sets = [Ours, Source] };

    protected static Story<OwnDeck, DeckCommand, DeckEvent> Nothing => new(OwnDeck.Empty, OwnDeck.Decide, OwnDeck.Evolve);

    protected static Story<OwnDeck, DeckCommand, DeckEvent> Begun => Nothing.After(new BeginDeck(Words, Key, Monday));

    protected static Story<OwnDeck, DeckCommand, DeckEvent> Made => Begun.After(new MakeEdition(Today, "De eerste", Monday));

    protected static Card Changed(Card card, string text) => card with { Text = text };
}
