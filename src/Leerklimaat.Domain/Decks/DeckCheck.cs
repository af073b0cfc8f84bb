using System.Collections.Immutable;

namespace Leerklimaat.Domain.Decks;

/// <summary>Says what is wrong with a deck, in words for the person who wrote it; nothing when it can be played.</summary>
public static class DeckCheck
{
    public const int LongestPlainWords = 20, LongestText = 200;

    /// <summary>Each finding names the card, factor or field that it is about.</summary>
    public static IEnumerable<Finding> Check(Deck deck)
    {
        if (deck.Board.Squares.Length is < Board.FewestSquares or > Board.MostSquares)
            yield return new("board", $"a board has {Board.FewestSquares} to {Board.MostSquares} squares, this one has {deck.Board.Squares.Length}");
        else if (!IsRising(deck.Board.Squares))
            yield return new("board", "the points of the squares must rise from the first to the last");
        else if (deck.Board is { Kind: BoardKind.States, Squares.Length: not 3 })
            yield return new("board", "a board of states has three squares: not present, needs improvement, present");
        else if (deck.Board is { Kind: BoardKind.Agreement, Squares.Length: not (4 or 6) })
            yield return new("board", "a board of agreement has four or six squares");

        if (deck.Cases is { Squares.Length: < Board.FewestSquares or > Board.MostSquares } cases)
            yield return new("case-board", $"a board has {Board.FewestSquares} to {Board.MostSquares} squares, this one has {cases.Squares.Length}");

        if (deck.Factors.IsEmpty) yield return new("factors", "a deck has at least one factor");
        if (!deck.Statements.Any()) yield return new("cards", "a deck has at least one statement");

        foreach (var twice in Twice(deck.Factors.Select(factor => factor.Id))) yield return new(twice, "this factor stands in the deck twice");
        foreach (var twice in Twice(deck.Cards.Select(card => card.Id))) yield return new(twice, "this card stands in the deck twice");

        var signs = deck.Factors.Select(factor => factor.Sign).Where(sign => sign.Length > 0).ToList();
        foreach (var unknown in signs.Except(Signs.All)) yield return new(unknown, $"this is no sign; leave it out, or use one of {string.Join(", ", Signs.All)}");
        foreach (var twice in Twice(signs)) yield return new(twice, "two factors have this sign; leave it out at one of them");

        var factors = deck.Factors.Select(factor => factor.Id).ToHashSet();
        foreach (var finding in deck.Cards.SelectMany(card => Check(card, factors))) yield return finding;
    }

    private static IEnumerable<Finding> Check(Card card, HashSet<string> factors)
    {
        if (!factors.Contains(card.Factor)) yield return new(card.Id, $"the factor '{card.Factor}' is not in the list of factors");
        if (card.Text.Length > LongestText) yield return new(card.Id, $"the text has {card.Text.Length} characters, at most {LongestText} fit on a card");

        var words = card.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > LongestPlainWords) yield return new(card.Id, $"the plain version has {words} words, at most {LongestPlainWords} are plain");
    }

    private static bool IsRising(ImmutableArray<Square> squares) =>
        squares.Zip(squares.Skip(1)).All(pair => pair.First.Points < pair.Second.Points);

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key);
}

/// <summary>One thing that is wrong with a deck, and where.</summary>
public sealed record Finding(string Where, string What);
