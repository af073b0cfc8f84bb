using System.Globalization;
using Leerklimaat.Domain.Decks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Decks;

/// <summary>Writes a deck as the one file that <see cref="DeckFile"/> reads, to take to another server or to work on in another program.</summary>
internal static class DeckText
{
    public static string Of(Deck deck)
    {
        var root = Fields(
            ("deck", deck.Id), ("edition", Number(Math.Max(1, deck.Edition))), ("date", deck.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""), ("language", deck.Language),
            ("title", deck.Title), ("author", deck.Author), ("licence", deck.Licence), ("basis", deck.Basis), ("board-kind", KindOf(deck.Board)));
        root.Add("board", new YamlSequenceNode(deck.Board.Squares.Select(square => Fields(("words", square.Words), ("points", Number(square.Points))))));
        if (deck.Cases is { } cases) root.Add("case-board", new YamlSequenceNode(cases.Squares.Select(square => Text(square.Words))));
        if (!deck.Sets.IsEmpty) root.Add("sets", new YamlSequenceNode(deck.Sets.Select(set => Fields(("id", set.Id), ("name", set.Name), ("source", set.Source), ("apart", set.IsApart ? "true" : "")))));
        if (!deck.Themes.IsEmpty) root.Add("themes", new YamlSequenceNode(deck.Themes.Select(theme => Fields(("id", theme.Id), ("name", theme.Name)))));
        root.Add("factors", new YamlSequenceNode(deck.Factors.Select(factor => Fields(("id", factor.Id), ("name", factor.Name), ("source", factor.Source), ("sign", SignOf(deck, factor))))));
        root.Add("cards", new YamlSequenceNode(deck.Cards.Select(card => Fields(
            ("id", card.Id), ("kind", card.Kind.ToString().ToLowerInvariant()), ("factor", card.Factor), ("set", card.Set), ("theme", card.Theme ?? ""),
            ("text", card.Text), ("plain", card.Plain), ("source", card.Source), ("reversed", card.IsReversed ? "true" : "")))));

        using var written = new StringWriter(CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(root)).Save(written, assignAnchors: false);
        return written.ToString();
    }

    // What says nothing is left out.
    private static YamlMappingNode Fields(params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Where(field => field.Value.Length > 0).Select(field => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(field.Name), Text(field.Value))));

    private static YamlScalarNode Text(string value) => new(value) { Style = ScalarStyle.DoubleQuoted };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // More factors than signs share theirs, and a file names each sign once.
    private static string SignOf(Deck deck, Factor factor) => deck.Factors.First(one => one.Sign == factor.Sign) == factor ? factor.Sign : "";

    private static string KindOf(Board board) => board.Kind switch { BoardKind.States => "states", BoardKind.Agreement => "agreement", BoardKind.OwnWords => "own-words", _ => "" };
}
