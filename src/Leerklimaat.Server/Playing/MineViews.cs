using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Playing;

/// <summary>What a table's state is to the device that holds one or more of its seats.</summary>
public sealed class MineViews(TableViews views)
{
    /// <summary>
    /// True for what changes one's own part and need not change its stamp (<see cref="TableViews.OwnStampOf"/>): it comes with no stream. One note taken back and
    /// another laid down again in the same moment have the stamp of before.
    /// </summary>
    public static bool IsOwn(TableCommand command) => command is PlacePawn or WriteNote or ChangeNote or WithdrawNote or RestoreNote or StarCard or UnstarCard or TakeAlong;

    /// <param name="opened">The seat whose owner has taken the device, where several share it.</param>
    /// <returns>Nothing when the device holds no seat here.</returns>
    public MineView? ForDevice(TableId id, Table table, Visitor visitor, SeatNumber? opened)
    {
        var own = table.SeatsOf(visitor.Device).ToList();
        if (own.Count == 0) return null;

        var round = table.Round is { IsPlacing: true } now && table.Game == GameState.Open ? now : null;
        var waiting = own.Where(seat => round is not null && round.Case?.Bringer != seat.Number && round.CurrentOf(seat.Number) is null).ToList();
        var isShared = own.Count > 1;
        var acting = own.FirstOrDefault(seat => seat.Number == opened) ?? (waiting.Count > 0 ? waiting[0] : own[0]);
        var mayShowPawn = !isShared || opened == acting.Number;

        var placing = round is not null && mayShowPawn ? PlacingOf(round, acting) : null;
        var (board, whose) = (views.BoardOf(table), views.SeatOf(table, acting).AtRest);
        Sequence<SeatView> seats = [.. own.Select(seat => views.SeatOf(table, seat).AtRest)];
        return new(
            id, seats, whose,
            new(
                id, table.Game, TableViews.OwnStampOf(table), table.Game == GameState.NotOpened || placing is { IsBringer: true } ? whose : null,
                own.FirstOrDefault(seat => table.Claims.Any(claim => claim.Seat == seat.Number)) is { } claimed ? views.SeatOf(table, claimed).AtRest : null,
                placing, round is not null && !mayShowPawn && waiting.Count > 0 ? whose : null, round is not null && !mayShowPawn && waiting.Count == 0 ? seats : [],
                table.Round is null ? [.. table.Stars.Where(star => star.Seat == acting.Number).Select(star => star.Card.Value)] : [])
            {
                Given = table is { Game: GameState.Open, Round: { IsJudged: true, Phase: Phase.AddingUp } judged } && own.Any(seat => seat.Number == judged.Case!.Bringer) ? TableViews.GivenTo(table, judged) : [],
                Bringer = table.Round?.Case?.Bringer.Value ?? 0,
            },
            mayShowPawn ? new(id, board, whose.Number, whose.Pawn, isShared ? whose.Name : "") : null,
            new(id, board, placing, isShared, NotesOf(table, visitor)));
    }

    private static PlacingView PlacingOf(Round round, Seat seat) => new(
        round.Number, round.Phase == Phase.SecondPlacement,
        round.IsLaidBy(seat.Number, seat.Device) ? round.CurrentOf(seat.Number) : null,
        round.CurrentOf(seat.Number) is not null && !round.IsLaidBy(seat.Number, seat.Device),
        round.Phase == Phase.SecondPlacement && HasSeenTheFirst(round, seat) ? round.FirstOf(seat.Number) : null,
        round.Case?.Bringer == seat.Number);

    /// <summary>While people place again the first pawns are covered: also for a device that came to the seat during this card (T2).</summary>
    private static bool HasSeenTheFirst(Round round, Seat seat) => seat.SatBeforeTheCard || round.Hands.Contains(new(Phase.FirstPlacement, seat.Number, seat.Device));

    private static Sequence<OwnNoteView> NotesOf(Table table, Visitor visitor) => table.NotedRound is { } round
        ? [.. table.NotesOf(round).Where(note => note.Proof == visitor.ProofFor(note.Id)).Select(note => new OwnNoteView(note.Id.Value, note.Kind, note.Text, note.IsWithdrawn))]
        : [];
}
