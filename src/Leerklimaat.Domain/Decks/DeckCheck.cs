using System.Collections.Immutable;

namespace Leerklimaat.Domain.Decks;

/// <summary>Says what is wrong with a deck, for the person who wrote it; nothing when it can be played.</summary>
public static class DeckCheck
{
    public const int LongestPlainWords = 20, LongestText = 200, LongestName = 60, LongestTitle = 100, LongestAuthor = 100, LongestLicence = 60, LongestBasis = 500, LongestSource = 300;

    public const int MostCards = 300, MostFactors = 24, MostSets = 12, MostThemes = 12;

    /// <summary>Each finding names the card, factor or field that it is about.</summary>
    public static IEnumerable<DeckFinding> Check(Deck deck)
    {
        foreach (var finding in Words(deck).Concat(Boards(deck))) yield return finding;

        if (deck.Factors.IsEmpty) yield return new("factors", DeckFault.NoFactors);
        if (!deck.Statements.Any()) yield return new("cards", DeckFault.NoStatements);
        if (deck.Cards.Length > MostCards) yield return new("cards", DeckFault.TooManyCards, deck.Cards.Length, MostCards);
        if (deck.Factors.Length > MostFactors) yield return new("factors", DeckFault.TooManyFactors, deck.Factors.Length, MostFactors);
        if (deck.Sets.Length > MostSets) yield return new("sets", DeckFault.TooManySets, deck.Sets.Length, MostSets);
        if (deck.Themes.Length > MostThemes) yield return new("themes", DeckFault.TooManyThemes, deck.Themes.Length, MostThemes);

        foreach (var twice in Twice(deck.Factors.Select(factor => factor.Id))) yield return new(twice, DeckFault.FactorTwice);
        foreach (var twice in Twice(deck.Sets.Select(set => set.Id))) yield return new(twice, DeckFault.SetTwice);
        foreach (var twice in Twice(deck.Themes.Select(theme => theme.Id))) yield return new(twice, DeckFault.ThemeTwice);
        foreach (var twice in Twice(deck.Cards.Select(card => card.Id))) yield return new(twice, DeckFault.CardTwice);

        var signs = deck.Factors.Select(factor => factor.Sign).Where(sign => sign.Length > 0).ToList();
        foreach (var unknown in signs.Except(Signs.All)) yield return new(unknown, DeckFault.SignUnknown, string.Join(", ", Signs.All));
        foreach (var twice in Twice(signs)) yield return new(twice, DeckFault.SignTwice);

        var known = new Known([.. deck.Factors.Select(factor => factor.Id)], [.. deck.Sets.Select(set => set.Id)], [.. deck.Themes.Select(theme => theme.Id)]);
        foreach (var finding in deck.Cards.SelectMany(card => Check(card, known))) yield return finding;
    }

    /// <summary>Ids that stand in addresses. Decks that lie on the shelf already may have had others.</summary>
    public static IEnumerable<DeckFinding> CheckIds(Deck deck) =>
        deck.Cards.Select(card => card.Id).Concat(deck.Factors.Select(factor => factor.Id)).Concat(deck.Sets.Select(set => set.Id)).Concat(deck.Themes.Select(theme => theme.Id))
            .Where(id => id.Length > LongestName || !id.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_')).Select(id => new DeckFinding(id, DeckFault.IdWrong, LongestName));

    /// <summary>What is wrong with one card by itself.</summary>
    public static IEnumerable<DeckFinding> Check(Card card)
    {
        if (card.Text.Length == 0) yield return new(card.Id, DeckFault.TextEmpty);
        if (card.Text.Length > LongestText) yield return new(card.Id, DeckFault.TextTooLong, card.Text.Length, LongestText);
        if (card.Plain.Length > LongestText) yield return new(card.Id, DeckFault.TextTooLong, card.Plain.Length, LongestText);
        if (card.Source.Length > LongestSource) yield return new(card.Id, DeckFault.WordsTooLong, card.Source.Length, LongestSource);

        var words = card.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > LongestPlainWords) yield return new(card.Id, DeckFault.PlainTooLong, words, LongestPlainWords);
    }

    private static IEnumerable<DeckFinding> Check(Card card, Known known)
    {
        foreach (var finding in Check(card)) yield return finding;
        if (!known.Factors.Contains(card.Factor)) yield return new(card.Id, DeckFault.FactorUnknown, card.Factor);
        if (card.IsPlayed && known.Sets.Count > 0 && !known.Sets.Contains(card.Set)) yield return new(card.Id, DeckFault.SetUnknown, card.Set);
        if (card.Theme is { Length: > 0 } theme && !known.Themes.Contains(theme)) yield return new(card.Id, DeckFault.ThemeUnknown, theme);
    }

    private static IEnumerable<DeckFinding> Words(Deck deck)
    {
        (string Where, string Words, int Most)[] said =
        [
            ("title", deck.Title, LongestTitle), ("author", deck.Author, LongestAuthor), ("licence", deck.Licence, LongestLicence), ("basis", deck.Basis, LongestBasis),
            .. deck.Factors.SelectMany(factor => new[] { (factor.Id, factor.Name, LongestName), (factor.Id, factor.Source, LongestSource) }),
            .. deck.Sets.SelectMany(set => new[] { (set.Id, set.Name, LongestName), (set.Id, set.Source, LongestSource) }),
            .. deck.Themes.Select(theme => (theme.Id, theme.Name, LongestName)),
        ];
        return said.Where(one => one.Words.Length > one.Most).Select(one => new DeckFinding(one.Where, DeckFault.WordsTooLong, one.Words.Length, one.Most));
    }

    private static IEnumerable<DeckFinding> Boards(Deck deck)
    {
        if (deck.Board.Squares.Length is < Board.FewestSquares or > Board.MostSquares) yield return new("board", DeckFault.BoardSquares, Board.FewestSquares, Board.MostSquares, deck.Board.Squares.Length);
        else if (!IsRising(deck.Board.Squares)) yield return new("board", DeckFault.BoardPoints);
        else if (deck.Board is { Kind: BoardKind.States, Squares.Length: not 3 }) yield return new("board", DeckFault.BoardOfStates);
        else if (deck.Board is { Kind: BoardKind.Agreement, Squares.Length: not (4 or 6) }) yield return new("board", DeckFault.BoardOfAgreement);
        else if (deck.Board.WhyNot is { } refusal) yield return new("board", refusal.Reason == Reason.SquareTwice ? DeckFault.SquareTwice : DeckFault.SquareTooLong);

        if (deck.Cases is { Squares.Length: < Board.FewestSquares or > Board.MostSquares } cases) yield return new("case-board", DeckFault.BoardSquares, Board.FewestSquares, Board.MostSquares, cases.Squares.Length);
        else if (deck.Cases?.WhyNot is { } refusal) yield return new("case-board", refusal.Reason == Reason.SquareTwice ? DeckFault.SquareTwice : DeckFault.SquareTooLong);
    }

    private static bool IsRising(ImmutableArray<Square> squares) =>
        squares.Zip(squares.Skip(1)).All(pair => pair.First.Points < pair.Second.Points);

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key);

    private sealed record Known(HashSet<string> Factors, HashSet<string> Sets, HashSet<string> Themes);
}

/// <summary>One thing that is wrong with a deck, and where.</summary>
/// <param name="With">What the sentence about it needs: numbers, or the name that is not known.</param>
public sealed record DeckFinding(string Where, DeckFault Fault, params object[] With);

/// <summary>Everything that can be wrong with a deck. Each has a sentence in the texts, under <c>DeckFault.</c> and its name.</summary>
public enum DeckFault
{
    BoardSquares, BoardPoints, BoardOfStates, BoardOfAgreement, SquareTooLong, SquareTwice,
    NoFactors, NoStatements, TooManyCards, TooManyFactors, TooManySets, TooManyThemes,
    FactorTwice, SetTwice, ThemeTwice, CardTwice, SignUnknown, SignTwice, FactorUnknown, SetUnknown, ThemeUnknown,
    TextEmpty, TextTooLong, PlainTooLong, WordsTooLong, IdWrong,
}
