using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tables;

/// <summary>The boards that a workshop can be played on beside the one of its deck, each with its words in every language (G13).</summary>
public sealed class Boards
{
    /// <summary>What the form that starts a workshop calls them.</summary>
    public static readonly ImmutableArray<string> Names = ["presence", "states", "agreement-4", "agreement-6"];

    /// <summary>On this one the approach of a case is judged, where its deck says no other (G11).</summary>
    public const string Cases = "cases";

    private readonly Dictionary<(string Name, string Language), Board> boards = [];

    // The same board in whatever language somebody chose it.
    private readonly Dictionary<Board, string> names = [];

    public Boards(IStringLocalizer<Phrases> say)
    {
        foreach (var name in Names.Add(Cases))
            foreach (var language in Languages.All)
                names[boards[(name, language)] = Languages.In(language, () => Board.Of(KindOf(name), say[$"Board.{name}"].Value.Split(" · ")))] = name;
    }

    public Board Find(string name, string language) => boards[(name, language)];

    /// <summary>A board of ours in the words of this language; the words of others as they are.</summary>
    public Board In(string language, Board board) => names.TryGetValue(board, out var name) ? Find(name, language) : board;

    private static BoardKind KindOf(string name) => name switch
    {
        "states" => BoardKind.States,
        "presence" => BoardKind.Presence,
        Cases => BoardKind.Approach,
        _ => BoardKind.Agreement,
    };
}
