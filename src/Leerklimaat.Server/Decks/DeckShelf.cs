using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Server.Decks;

/// <summary>All decks that can be played, each in the languages that it has: those shipped with the product and those a host put beside them.</summary>
public sealed class DeckShelf
{
    public const string Shipped = "leerklimaat";

    private readonly Dictionary<(string Id, string Language), Deck> decks = [];

    private readonly Dictionary<(string Deck, string Card), int> numbers = [];

    /// <param name="folders">A folder that does not exist is passed over; a later folder may replace a deck of an earlier one.</param>
    /// <exception cref="BrokenDeckException">One of the decks cannot be played.</exception>
    public DeckShelf(params IEnumerable<string> folders)
    {
        foreach (var path in folders.Where(Directory.Exists).SelectMany(Files))
        {
            var deck = DeckFile.Read(path);
            decks[(deck.Id, deck.Language)] = deck;
        }

        foreach (var deck in In("nl"))
            foreach (var (card, place) in deck.Statements.Select((card, place) => (card, place))) numbers[(deck.Id, card.Id)] = place + 1;
    }

    public IEnumerable<Deck> All => decks.Values;

    /// <summary>The deck in the language asked for, or in the language that it has.</summary>
    public Deck Find(string id, string language) =>
        decks.GetValueOrDefault((id, language))
        ?? decks.Values.FirstOrDefault(deck => deck.Id == id)
        ?? throw new BrokenDeckException($"The deck '{id}' is not on the shelf any more.");

    /// <summary>In which language somebody who reads this one has a deck; nothing of one that has gone from the shelf.</summary>
    public string LanguageOf(string id, string reader) => Has(id) ? Find(id, reader).Language : "";

    /// <summary>The number of a statement: its place in the deck, the same in each language; 0 for a card that is none.</summary>
    public int NumberOf(Deck deck, string card) => numbers.GetValueOrDefault((deck.Id, card));

    /// <summary>Each deck once, in the language asked for where it has that; the shipped one first.</summary>
    public IReadOnlyList<Deck> In(string language) =>
        [.. decks.Keys.Select(key => key.Id).Distinct().Order(StringComparer.Ordinal).OrderBy(id => id != Shipped).Select(id => Find(id, language))];

    public bool Has(string id) => decks.Keys.Any(key => key.Id == id);

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
}
