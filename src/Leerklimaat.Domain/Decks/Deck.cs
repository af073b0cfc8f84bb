using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Decks;

/// <summary>A deck of cards in one language, with the sets and factors they belong to and the board they are played on.</summary>
public sealed record Deck(
    string Id, int Edition, string Language, string Title, string Author, string Licence, string Basis,
    Board Board, ImmutableArray<Factor> Factors, ImmutableArray<Card> Cards)
{
    /// <summary>The board on which the approach of a case is judged (G11); nothing: the ordinary one.</summary>
    public Board? Cases { get; init; }

    /// <summary>The lists that its cards are from, in their order. None in a deck from before there were any: then all its cards are one list.</summary>
    public ImmutableArray<CardSet> Sets { get; init; } = [];

    /// <summary>A second way to sort cards, beside the factors; none where there is no such way.</summary>
    public ImmutableArray<Theme> Themes { get; init; } = [];

    /// <summary>Of which day this edition is; nothing where nobody said.</summary>
    public DateOnly? Date { get; init; }

    [JsonIgnore]
    public DeckEdition Reference => new(Id, Edition);

    public Card? Find(string id) => Cards.FirstOrDefault(card => card.Id == id);

    public Factor FactorOf(Card card) => Factors.First(factor => factor.Id == card.Factor);

    /// <summary>Nothing where the deck has no sets.</summary>
    public CardSet? SetOf(Card card) => Sets.FirstOrDefault(set => set.Id == card.Set);

    /// <summary>Where the statement comes from: what the card says, else what its set says, else what its factor says.</summary>
    public string SourceOf(Card card) => (card, SetOf(card)) switch
    {
        // Decks from before there were sets had one list of which the factor told the source.
        ({ Set: FactorList, IsPlayed: true }, null) => FactorOf(card).Source,
        ({ Source.Length: > 0 }, _) => card.Source,
        (_, { Source.Length: > 0 } set) => set.Source,
        _ => card.Kind == CardKind.Practice ? "" : FactorOf(card).Source,
    };

    /// <summary>Whether a card is in the sum of its factor. Only what belongs to the list of factors is: the other lists of a deck stay what they are.</summary>
    public bool CountsForItsFactor(Card card) => SetOf(card) is not { IsApart: true };

    /// <summary>What a table can choose: statements, and questions, which are played in the same way.</summary>
    [JsonIgnore]
    public IEnumerable<Card> Statements => Cards.Where(card => card.IsPlayed);

    [JsonIgnore]
    public Card? Practice => Cards.FirstOrDefault(card => card.Kind == CardKind.Practice);

    private const string FactorList = "factors";
}

/// <summary>One edition of a deck, whatever the language: what a workshop was played with, and what its report is about for good.</summary>
/// <param name="Number">From 1.</param>
public readonly record struct DeckEdition(string Deck, int Number);

/// <summary>One of the things that make a good learning climate.</summary>
/// <param name="Sign">By which it is known at a glance; empty until one was dealt.</param>
public sealed record Factor(string Id, string Name, string Source, string Sign = "");

/// <summary>One list of cards in a deck, with a chapter of its own in the report.</summary>
/// <param name="Source">Where its cards come from, in words for who reads; empty where the cards or factors say so.</param>
/// <param name="IsApart">Its cards are told under its own name, and count for no factor.</param>
public sealed record CardSet(string Id, string Name, string Source = "", bool IsApart = false);

/// <summary>A second tag of a card, such as leadership or sharing knowledge.</summary>
public sealed record Theme(string Id, string Name);

/// <summary>A statement with its plain-language version, its factor and the line that it comes from.</summary>
/// <param name="Plain">Empty where there is none.</param>
/// <param name="Source">Empty where its set or its factor says it.</param>
public sealed record Card(string Id, CardKind Kind, string Factor, string Set, string Text, string Plain, string Source)
{
    /// <summary>It counts; a practice card does not.</summary>
    [JsonIgnore]
    public bool IsPlayed => Kind != CardKind.Practice;

    /// <summary>The id of its theme; nothing where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Theme { get; init; }

    /// <summary>It says something of which the less the better: its pawns count the other way round (G17).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReversed { get; init; }
}

/// <summary>What a card is for. A question is placed on and told about as a statement is. A blank card is not in a deck: a player writes it.</summary>
public enum CardKind { Statement, Practice, Question }
