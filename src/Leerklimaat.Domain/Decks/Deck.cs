using System.Collections.Immutable;

namespace Leerklimaat.Domain.Decks;

/// <summary>A set of cards in one language, with the factors they belong to and the board they are played on.</summary>
public sealed record Deck(
    string Id, int Edition, string Language, string Title, string Author, string Licence, string Basis,
    Board Board, ImmutableArray<Factor> Factors, ImmutableArray<Card> Cards)
{
    /// <summary>The board on which the approach of a case is judged (G11); nothing: the ordinary one.</summary>
    public Board? Cases { get; init; }

    public Card? Find(string id) => Cards.FirstOrDefault(card => card.Id == id);

    public Factor FactorOf(Card card) => Factors.First(factor => factor.Id == card.Factor);

    public IEnumerable<Card> Statements => Cards.Where(card => card.Kind == CardKind.Statement);

    public Card? Practice => Cards.FirstOrDefault(card => card.Kind == CardKind.Practice);
}

/// <summary>One of the things that make a good learning climate.</summary>
/// <param name="Sign">By which it is known at a glance; empty until one was dealt.</param>
public sealed record Factor(string Id, string Name, string Source, string Sign = "");

/// <summary>A statement with its plain-language version, its factor and the line that it comes from.</summary>
public sealed record Card(string Id, CardKind Kind, string Factor, string Set, string Text, string Plain, string Source);

/// <summary>What a card is for. A blank card is not in a deck: a player writes it.</summary>
public enum CardKind { Statement, Practice }
