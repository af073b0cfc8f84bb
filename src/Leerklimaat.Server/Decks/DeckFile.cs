using System.Globalization;
using Leerklimaat.Domain.Decks;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Reads a deck from its YAML file. What is wrong is said with the file, the line and what to do about it.</summary>
public static class DeckFile
{
    /// <exception cref="BrokenDeckException">It cannot be played as it is written.</exception>
    public static Deck Read(string path)
    {
        var file = new YamlFile(path, said => new BrokenDeckException(said));
        var root = file.Root();
        var deck = DeckOf(file, root);
        return Playable(file, root, deck) with { Factors = Signs.Deal(deck.Factors) };
    }

    /// <summary>A deck that somebody brings in, with all that is wrong with it in their own language.</summary>
    /// <exception cref="BrokenDeckException">It cannot be read, or not be played as it is written; the sentence says the line.</exception>
    internal static Deck ReadText(string text)
    {
        var file = new YamlFile(() => new StringReader(text), (line, what) => new BrokenDeckException(FileWords.OfReader["File.Line", line, what]), FileWords.OfReader);
        file.MustBeFlat();
        var root = file.Root();
        var deck = DeckOf(file, root);
        foreach (var finding in DeckCheck.CheckIds(deck)) throw file.Wrong(YamlFile.LineOf(root, finding.Where), $"{finding.Where}: {file.Words.Of(finding)}");
        return Playable(file, root, deck) with { Factors = Signs.Deal(deck.Factors) };
    }

    private static Deck DeckOf(YamlFile file, YamlMappingNode root)
    {
        file.OnlyHas(root, "deck", "edition", "date", "language", "title", "author", "licence", "basis", "board-kind", "board", "case-board", "sets", "themes", "factors", "cards");
        return new(
            file.Text(root, "deck"), file.Number(root, "edition"), file.Text(root, "language"), file.Text(root, "title"),
            file.TextOrNothing(root, "author"), file.TextOrNothing(root, "licence"), file.TextOrNothing(root, "basis"),
            new Board([.. file.List(root, "board").Select(square => new Square(file.Text(square, "words"), file.Number(square, "points")))]) { Kind = BoardKindOf(file, root) },
            [.. file.List(root, "factors").Select(factor => new Factor(file.Text(factor, "id"), file.Text(factor, "name"), file.TextOrNothing(factor, "source"), file.TextOrNothing(factor, "sign")))],
            [.. file.List(root, "cards").Select(card => CardOf(file, card))])
        {
            Cases = root.Children.ContainsKey("case-board") ? Board.Of(BoardKind.Approach, file.Texts(root, "case-board")) : null,
            Sets = [.. file.ListOrNothing(root, "sets").Select(set => new CardSet(file.Text(set, "id"), file.Text(set, "name"), file.TextOrNothing(set, "source"), file.IsSo(set, "apart")))],
            Themes = [.. file.ListOrNothing(root, "themes").Select(theme => new Theme(file.Text(theme, "id"), file.Text(theme, "name")))],
            Date = DateOf(file, root),
        };
    }

    private static Deck Playable(YamlFile file, YamlMappingNode root, Deck deck)
    {
        foreach (var finding in DeckCheck.Check(deck)) throw file.Wrong(YamlFile.LineOf(root, finding.Where), $"{finding.Where}: {file.Words.Of(finding)}");
        return deck;
    }

    private static Card CardOf(YamlFile file, YamlMappingNode card)
    {
        file.OnlyHas(card, "id", "kind", "factor", "set", "theme", "text", "plain", "source", "reversed");
        return new(
            file.Text(card, "id"), KindOf(file, card), file.Text(card, "factor"), file.TextOrNothing(card, "set"),
            file.Text(card, "text"), file.TextOrNothing(card, "plain"), file.TextOrNothing(card, "source"))
        {
            Theme = file.TextOrNothing(card, "theme") is { Length: > 0 } theme ? theme : null,
            IsReversed = file.IsSo(card, "reversed"),
        };
    }

    private static DateOnly? DateOf(YamlFile file, YamlMappingNode root) => file.TextOrNothing(root, "date") switch
    {
        "" => null,
        var said => DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw file.Wrong(root.Children["date"].Start.Line, file.Words["File.NoDate"]),
    };

    private static BoardKind BoardKindOf(YamlFile file, YamlMappingNode root) => file.TextOrNothing(root, "board-kind") switch
    {
        "" or "presence" => BoardKind.Presence,
        "states" => BoardKind.States,
        "agreement" => BoardKind.Agreement,
        "own-words" => BoardKind.OwnWords,
        var other => throw file.Wrong(root.Children["board-kind"].Start.Line, file.Words["File.NoBoardKind", other]),
    };

    private static CardKind KindOf(YamlFile file, YamlMappingNode card) => file.Text(card, "kind") switch
    {
        "statement" => CardKind.Statement,
        "practice" => CardKind.Practice,
        "question" => CardKind.Question,
        var other => throw file.Wrong(card.Children["kind"].Start.Line, file.Words["File.NoCardKind", other]),
    };
}

/// <summary>A deck cannot be played as it is written. The message says file, line and what is wrong.</summary>
public sealed class BrokenDeckException : Exception
{
    public BrokenDeckException() { }

    public BrokenDeckException(string message) : base(message) { }

    public BrokenDeckException(string message, Exception inner) : base(message, inner) { }
}
