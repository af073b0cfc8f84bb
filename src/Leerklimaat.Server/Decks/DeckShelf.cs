using System.Collections.Concurrent;
using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Decks;

/// <summary>
/// All decks that can be played, each in the languages and editions that it has: those shipped with the product, those a host put beside them, and those that a workshop brought along.
/// Of ours every edition stays, so that a workshop keeps the words that it was played with; whatever is not ours a workshop keeps itself, and shows here when somebody comes to it.
/// </summary>
public sealed class DeckShelf
{
    public const string Shipped = "leerklimaat";

    /// <summary>The sentences of the mirror as cards, which a team of learning professionals plays (O1). It is ours too, and is not for any workshop.</summary>
    public const string Mirror = "leerprofessional";

    // Each edition in its languages. It never changes: whoever brings one that is known already brings the same.
    private readonly ConcurrentDictionary<DeckEdition, ImmutableArray<Deck>> editions = [];

    private readonly ConcurrentDictionary<DeckEdition, Dictionary<string, int>> numbers = [];

    // What is offered of what lies in the folders: of each deck and language the newest edition in the last folder that has it.
    private readonly Dictionary<(string Id, string Language), Deck> newest = [];

    // Those of the first folder come with the program, and stay with it.
    private readonly HashSet<Deck> ours = [];

    /// <param name="folders">The first one comes with the program. One that does not exist is passed over; a later one may replace a deck of an earlier one.</param>
    /// <exception cref="BrokenDeckException">One of the decks cannot be played.</exception>
    public DeckShelf(params IEnumerable<string> folders)
    {
        foreach (var (folder, place) in folders.Select((folder, place) => (folder, place)).Where(one => Directory.Exists(one.folder)))
        {
            var found = Files(folder).Select(DeckFile.Read).ToList();
            foreach (var deck in found) editions[deck.Reference] = [.. InLanguages(deck.Reference).Where(other => other.Language != deck.Language), deck];
            foreach (var deck in found.OrderBy(deck => deck.Edition)) newest[(deck.Id, deck.Language)] = deck;
            if (place == 0) ours.UnionWith(found);
        }
    }

    public IEnumerable<Deck> All => editions.Values.SelectMany(languages => languages);

    /// <summary>What is offered in the language asked for, or in the language that it has.</summary>
    public Deck Find(string id, string language) => Offered(id, language) ?? throw new BrokenDeckException($"The deck '{id}' is not on the shelf any more.");

    /// <summary>This edition in the language asked for, or in the language that it has. Where a host replaced it, what is there now.</summary>
    public Deck Find(DeckEdition edition, string language) => Known(edition, language) ?? Find(edition.Deck, language);

    /// <summary>The same edition in each language that is here.</summary>
    public ImmutableArray<Deck> InLanguages(DeckEdition edition) => editions.TryGetValue(edition, out var languages) ? languages : [];

    /// <summary>In which language somebody who reads this one has a deck; nothing of one that has gone from the shelf.</summary>
    public string LanguageOf(DeckEdition edition, string reader) => (Known(edition, reader) ?? Offered(edition.Deck, reader))?.Language ?? "";

    /// <summary>The number of a statement: its place in the deck, the same in each language; 0 for a card that is none.</summary>
    public int NumberOf(Deck deck, string card) => (numbers.TryGetValue(deck.Reference, out var known) ? known : Number(deck.Reference)).GetValueOrDefault(card);

    /// <summary>Each deck once in its newest edition, in the language asked for where it has that; the shipped one first.</summary>
    public IReadOnlyList<Deck> In(string language) => [.. newest.Keys.Select(deck => deck.Id).Distinct().Order(StringComparer.Ordinal).OrderBy(id => id != Shipped).Select(id => Find(id, language))];

    public bool Has(string id) => newest.Keys.Any(deck => deck.Id == id);

    /// <summary>What a workshop has to keep itself to have its words for good: every language of the deck, or nothing of one that comes with the program.</summary>
    public IReadOnlyList<Deck> ToKeep(string id) => newest.Where(deck => deck.Key.Id == id).Select(deck => deck.Value).ToList() is var all && all.All(ours.Contains) ? [] : [.. all.OrderBy(deck => deck.Language, StringComparer.Ordinal)];

    /// <summary>What a workshop keeps that plays our deck in the words of another kind of organisation: they are on no shelf. Nothing for a municipality, and of a deck that is not ours.</summary>
    public IReadOnlyList<Deck> InTheWordsOf(Organisation kind, string id) => kind == Organisation.Municipality || id != Shipped || ToKeep(id).Count > 0 ? []
        : [.. newest.Where(deck => deck.Key.Id == id).Select(deck => kind.Said(deck.Value)).OrderBy(deck => deck.Language, StringComparer.Ordinal)];

    /// <summary>The edition before this one, where it is still here.</summary>
    public Deck? Before(Deck deck) => All.Where(other => other.Id == deck.Id && other.Language == deck.Language && other.Edition < deck.Edition).MaxBy(other => other.Edition);

    /// <summary>Lays down what a workshop keeps of its deck, so that all who come to it find it here.</summary>
    public void Lay(Workshop workshop)
    {
        if (!workshop.Taken.IsEmpty) editions.TryAdd(workshop.Played, workshop.Taken);
    }

    private Deck? Offered(string id, string language) =>
        newest.GetValueOrDefault((id, language)) ?? newest.Where(deck => deck.Key.Id == id).OrderBy(deck => deck.Key.Language, StringComparer.Ordinal).FirstOrDefault().Value;

    private Deck? Known(DeckEdition edition, string language) => InLanguages(edition) is { IsEmpty: false } languages ? languages.FirstOrDefault(deck => deck.Language == language) ?? languages[0] : null;

    private Dictionary<string, int> Number(DeckEdition edition) =>
        numbers.GetOrAdd(edition, _ => Find(edition, "nl").Statements.Select((one, place) => (one.Id, Number: place + 1)).ToDictionary(one => one.Id, one => one.Number));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
}
