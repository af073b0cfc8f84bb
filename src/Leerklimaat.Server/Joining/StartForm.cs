using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Joining;

/// <summary>What somebody filled in to start a workshop, as they typed it: where it is refused, nothing of it is lost.</summary>
/// <param name="Deck">Where there is nothing to choose, the shipped one.</param>
/// <param name="Board">One of ours by its name, the one of the deck, or one of own words.</param>
/// <param name="Squares">The own words, from the least to the most; what was left empty is no square.</param>
public sealed record StartForm(string Title, string Minutes, string Deck, string Board, IReadOnlyList<string> Squares)
{
    /// <summary>In whose words our deck and programme speak.</summary>
    public Organisation Organisation { get; init; }

    public const string BoardOfDeck = "deck", OwnBoard = "own";

    public static readonly StartForm Empty = new("", "90", DeckShelf.Shipped, BoardOfDeck, []);

    public static StartForm Of(IFormCollection form) => new(
        Plain.Line(form["title"]), form["minutes"].ToString(),
        form["deck"].ToString() is { Length: > 0 } deck ? deck : DeckShelf.Shipped,
        form["board"].ToString() is { Length: > 0 } board ? board : BoardOfDeck,
        [.. form["square"].Take(Domain.Decks.Board.MostSquares + 1).Select(words => Plain.Line(words))])
    {
        Organisation = form["organisation"].ToString() is not { Length: > 0 } kind ? Organisation.Municipality
            : Enum.TryParse<Organisation>(kind, out var known) && Enum.IsDefined(known) ? known : throw new BadFormException("organisation"),
    };

    /// <summary>The board that was chosen; nothing for the one that the deck brings.</summary>
    public Board? BoardFrom(Boards boards, string language) => Board switch
    {
        BoardOfDeck => null,
        OwnBoard => Own,
        var name when Boards.Names.Contains(name) => boards.Find(name, language),
        _ => throw new BadFormException("board"),
    };

    /// <summary>The board of own words.</summary>
    public Board Own => Domain.Decks.Board.Of(BoardKind.OwnWords, Squares.Where(words => words.Length > 0));
}
