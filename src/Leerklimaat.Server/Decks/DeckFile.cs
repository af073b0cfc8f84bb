using Leerklimaat.Domain.Decks;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Reads a deck from its YAML file. What is wrong is said with the file, the line and what to do about it.</summary>
public static class DeckFile
{
    public static Deck Read(string path)
    {
        var file = new YamlFile(path, said => new BrokenDeckException(said));
        var root = file.Root();
        var deck = new Deck(
            file.Text(root, "deck"), file.Number(root, "edition"), file.Text(root, "language"), file.Text(root, "title"),
            file.Text(root, "author"), file.Text(root, "licence"), file.Text(root, "basis"),
            new Board([.. file.List(root, "board").Select(square => new Square(file.Text(square, "words"), file.Number(square, "points")))]) { Kind = BoardKindOf(file, root) },
            [.. file.List(root, "factors").Select(factor => new Factor(file.Text(factor, "id"), file.Text(factor, "name"), file.Text(factor, "source"), file.TextOrNothing(factor, "sign")))],
            [.. file.List(root, "cards").Select(card => CardOf(file, card))])
        {
            Cases = root.Children.ContainsKey("case-board") ? Board.Of(BoardKind.Approach, file.Texts(root, "case-board")) : null,
        };

        foreach (var finding in DeckCheck.Check(deck)) throw file.Wrong(YamlFile.LineOf(root, finding.Where), $"{finding.Where}: {finding.What}");
        return deck with { Factors = Signs.Deal(deck.Factors) };
    }

    private static Card CardOf(YamlFile file, YamlMappingNode card) => new(
        file.Text(card, "id"), KindOf(file, card), file.Text(card, "factor"), file.Text(card, "set"),
        file.Text(card, "text"), file.Text(card, "plain"), file.Text(card, "source"));

    private static BoardKind BoardKindOf(YamlFile file, YamlMappingNode root) => file.TextOrNothing(root, "board-kind") switch
    {
        "" or "presence" => BoardKind.Presence,
        "states" => BoardKind.States,
        "agreement" => BoardKind.Agreement,
        var other => throw file.Wrong(root.Children["board-kind"].Start.Line, $"'{other}' is no kind of board; use presence, states or agreement"),
    };

    private static CardKind KindOf(YamlFile file, YamlMappingNode card) => file.Text(card, "kind") switch
    {
        "statement" => CardKind.Statement,
        "practice" => CardKind.Practice,
        var other => throw file.Wrong(card.Children["kind"].Start.Line, $"'{other}' is no kind of card; use statement or practice"),
    };
}

/// <summary>A deck cannot be played as it is written. The message says file, line and what is wrong.</summary>
public sealed class BrokenDeckException : Exception
{
    public BrokenDeckException() { }

    public BrokenDeckException(string message) : base(message) { }

    public BrokenDeckException(string message, Exception inner) : base(message, inner) { }
}
