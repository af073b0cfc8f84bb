using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>What somebody at a table hears who does not see it: what it has come to, and no more than that.</summary>
/// <param name="Part">The part that everybody is at.</param>
/// <param name="Stage">The phase of the round, or that the table waits or chooses.</param>
/// <param name="Card">The statement, while it is new.</param>
/// <param name="Reader">Who reads it aloud, or brought it.</param>
/// <param name="Standing">Which names stand on which square, once the pawns are turned over; "weet ik niet" has no square.</param>
/// <param name="Laid">The pile on which the last card landed, between two cards.</param>
/// <param name="HasRung">The soft clock.</param>
public sealed record SaidView(
    PartView Part, GameState Game, string Stage, string Card, string Reader, bool IsCase, bool IsPractice, Sequence<StandingView> Standing,
    Pile? Laid, bool HasRung, string Message, Sequence<string> Claims, Sequence<string> HandedOver)
{
    public static SaidView Of(TableView table) => new(
        table.Part, table.Game, table.Stage, table.Round is { Phase: Phase.FirstPlacement } placed ? placed.Card.Text : "", table.Round is { Phase: Phase.FirstPlacement, Reader: { } reader } ? reader.Name : "",
        table.Round?.Case is not null, table.Round?.Kind == RoundKind.Practice,
        table.Round is { Phase: Phase.Telling or Phase.AddingUp } open ? StandingOf(table.Board, open.Pawns) : [],
        table.Round is null ? table.LastLaid : null, table.Round?.Clock is { HasRung: true }, table.Message.Text,
        [.. table.Claims.Select(claim => claim.Seat.Name)], [.. table.HandedOver.Select(seat => seat.Name)])
    { Board = table.Board.Kind };

    /// <summary>On which board they stand: its words may be in another language than the reader's.</summary>
    public BoardKind Board { get; init; }

    private static Sequence<StandingView> StandingOf(Board board, Sequence<PawnView> pawns) =>
    [
        .. pawns.GroupBy(pawn => pawn.Place).OrderByDescending(square => square.Key.Square)
            .Select(square => new StandingView(square.Key.IsOnASquare ? board.Squares[square.Key.Square - 1].Words : "", string.Join(", ", square.Select(pawn => pawn.Seat.Name)))),
    ];
}

/// <summary>What follows, as it is said.</summary>
/// <param name="Stage">Empty where a part covers the table, or the game stands still.</param>
/// <param name="Teller">Whose turn it is; empty when all have told.</param>
public sealed record SaidNextView(string Stage, bool IsEverybodyReady, string Teller, ResultView? Result)
{
    /// <summary>On which board one places: what is asked follows from it.</summary>
    public BoardKind Board { get; init; }

    public static SaidNextView Of(TableView table) => table.Part.IsShown || table.Game != GameState.Open
        ? new("", false, "", null)
        : new(table.Stage, table.Round is { IsPlacing: true, IsEverybodyReady: true }, table.Teller.Teller?.Name ?? "", table.Round is { Kind: RoundKind.Practice } or { IsJudged: true } ? null : table.Pile.Result) { Board = table.Board.Kind };
}

/// <summary>Who stands on a square.</summary>
/// <param name="Square">Its words; empty for "weet ik niet".</param>
public sealed record StandingView(string Square, string Names);
