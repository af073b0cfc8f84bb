using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;

namespace Leerklimaat.Server.Playing;

/// <summary>What players can ask of their table. The list reads as the table of contents of the game.</summary>
public static class TableEndpoints
{
    public static void AddPlaying(this WebApplicationBuilder builder) => builder.Services.AddSingleton<MineViews>().AddSingleton<TablePages>().AddSingleton<Desk>().AddSingleton<HarvestDesk>();

    public static void MapPlaying(this IEndpointRouteBuilder app)
    {
        app.MapTablePages();
        app.MapHarvest();
        // Also by the device that a seat went away from, which holds none here any more.
        app.MapGroup("/tables/{id:guid}").Behind(Door.ComesToThisTable).MapAsk("/claims/reversals", ask => new GiveSeatBack(ask.Device, new(ask.Number("moved")), ask.At));
        var table = app.MapGroup("/tables/{id:guid}").Behind(Door.HoldsThisSeat);

        // People
        table.MapNeighbours();
        table.MapNaming();
        table.MapOpenings();
        table.MapAsk("/names", ask => new RenameSeat(ask.Seat, ask.Device, ask.Line("name"), ask.At));
        table.MapAsk("/pawns", ask => new ChangePawn(ask.Seat, ask.Device, ask.Number("pawn"), ask.At));
        table.MapAsk("/departures", ask => new LeaveTable(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/returns", ask => new ComeBack(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/absences", ask => new SetAside(ask.Seat, ask.Device, new(ask.Number("other")), ask.At));
        table.MapAsk("/claims/answers", ask => new AnswerClaim(ask.Seat, ask.Device, new(ask.Number("claimed")), ask.IsTicked("yes"), ask.At));
        table.MapAsk("/host", ask => new ChooseHost(ask.Seat, ask.Device, ask.Number("host") is var host and > 0 ? new(host) : null, ask.At));
        table.MapAsk("/help", ask => new AskForHelp(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/help/withdrawals", ask => new WithdrawHelp(ask.Seat, ask.Device, ask.At));

        // Choosing a card
        table.MapStars();
        table.MapChoosing();
        table.MapSkips();
        table.MapAsk("/practice/skips", ask => new SkipPractice(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/cases", ask => new BringCase(ask.Seat, ask.Device, CardId.OfCase(ask.Command), ask.Text("case"), ask.Text("happens-now"), ask.At, ask.Text("asks")));

        // Playing it
        table.MapAsk("/placements", ask => new PlacePawn(ask.Seat, ask.Device, ask.Number("round"), new(ask.Number("square")), ask.At));
        table.MapAsk("/reveals", ask => new RevealPawns(ask.Seat, ask.Device, ask.Anyway, ask.At));
        table.MapAsk("/turns", ask => new FinishTurn(ask.Seat, ask.Device, new(ask.Number("teller")), ask.Choice<Story>("story"), ask.At));
        table.MapAsk("/second-placements", ask => new OpenSecondPlacement(ask.Seat, ask.Device, ask.Anyway, ask.At));
        table.MapAsk("/second-placements/skips", ask => new SkipSecondPlacement(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/second-placements/held", ask => new TakeHeldCard(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/examples", ask => new TakeAlong(ask.Seat, ask.Device, new(ask.Id("note")), ask.Line("taken") == "true", ask.At));
        table.MapAsk("/piles", ask => new LayCard(ask.Seat, ask.Device, ask.Line("pile").Length > 0 ? ask.Choice<Pile>("pile") : null, ask.At));

        table.MapAsk("/clock", ask => new SetClock(ask.Seat, ask.Device, ask.Number("minutes"), ask.At));
        table.MapAsk("/clock/extensions", ask => new ExtendClock(ask.Seat, ask.Device, ask.At));
        table.MapAsk("/clock/removals", ask => new PutClockAway(ask.Seat, ask.Device, ask.At));

        // Notes
        table.MapNotes();
        table.MapAsk("/notes/changes", ask => new ChangeNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Text($"text-{ask.Id("note")}"), ask.Visitor.ProofFor(new(ask.Id("note"))), ask.At));
        table.MapAsk("/notes/withdrawals", ask => new WithdrawNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Visitor.ProofFor(new(ask.Id("note"))), ask.At));
        table.MapAsk("/notes/restorations", ask => new RestoreNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Visitor.ProofFor(new(ask.Id("note"))), ask.At));
    }
}
