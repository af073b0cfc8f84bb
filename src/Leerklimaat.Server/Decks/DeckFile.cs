using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Reads a deck from its YAML file. What is wrong is said with the file, the line and what to do about it.</summary>
public static class DeckFile
{
    public static Deck Read(string path)
    {
        var file = new Lines(path);
        var root = Root(path, file);
        var deck = new Deck(
            file.Text(root, "deck"), file.Number(root, "edition"), file.Text(root, "language"), file.Text(root, "title"),
            file.Text(root, "author"), file.Text(root, "licence"), file.Text(root, "basis"),
            new Board([.. file.List(root, "board").Select(square => new Square(file.Text(square, "words"), file.Number(square, "points")))]),
            [.. file.List(root, "factors").Select(factor => new Factor(file.Text(factor, "id"), file.Text(factor, "name"), file.Text(factor, "source")))],
            [.. file.List(root, "cards").Select(card => CardOf(file, card))]);

        foreach (var finding in DeckCheck.Check(deck)) throw file.Wrong(LineOf(root, finding.Where), $"{finding.Where}: {finding.What}");
        return deck;
    }

    private static YamlMappingNode Root(string path, Lines file)
    {
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root
                ? root
                : throw file.Wrong(1, "a deck is one document that starts with 'deck:'");
        }
        catch (YamlException broken)
        {
            throw file.Wrong(broken.Start.Line, broken.Message);
        }
    }

    private static Card CardOf(Lines file, YamlMappingNode card) => new(
        file.Text(card, "id"), file.Kind(card), file.Text(card, "factor"), file.Text(card, "set"),
        file.Text(card, "text"), file.Text(card, "plain"), file.Text(card, "source"));

    private static long LineOf(YamlMappingNode root, string where) => root.AllNodes
        .OfType<YamlScalarNode>()
        .LastOrDefault(node => node.Value == where)?.Start.Line ?? 1;

    /// <summary>Takes fields out of nodes, and knows where in the file they stand.</summary>
    private sealed class Lines(string path)
    {
        public BrokenDeckException Wrong(long line, string what) => new($"{path}({line}): {what}");

        public string Text(YamlMappingNode node, string field) => node.Children.TryGetValue(field, out var value) switch
        {
            true when value is YamlScalarNode { Value.Length: > 0 } text => text.Value!,
            true => throw Wrong(value!.Start.Line, $"'{field}' is empty"),
            false => throw Wrong(node.Start.Line, $"'{field}' is missing"),
        };

        public int Number(YamlMappingNode node, string field) => int.TryParse(Text(node, field), out var number)
            ? number
            : throw Wrong(node.Children[field].Start.Line, $"'{field}' is not a whole number");

        public CardKind Kind(YamlMappingNode node) => Text(node, "kind") switch
        {
            "statement" => CardKind.Statement,
            "practice" => CardKind.Practice,
            var other => throw Wrong(node.Children["kind"].Start.Line, $"'{other}' is no kind of card; use statement or practice"),
        };

        public IEnumerable<YamlMappingNode> List(YamlMappingNode node, string field)
        {
            if (!node.Children.TryGetValue(field, out var value)) throw Wrong(node.Start.Line, $"'{field}' is missing");
            if (value is not YamlSequenceNode list) throw Wrong(value.Start.Line, $"'{field}' is not a list");
            return list.Select(item => item as YamlMappingNode ?? throw Wrong(item.Start.Line, $"a line of '{field}' has no fields"));
        }
    }
}

/// <summary>A deck cannot be played as it is written. The message says file, line and what is wrong.</summary>
public sealed class BrokenDeckException : Exception
{
    public BrokenDeckException() { }

    public BrokenDeckException(string message) : base(message) { }

    public BrokenDeckException(string message, Exception inner) : base(message, inner) { }
}
