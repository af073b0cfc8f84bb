using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>Passes on to the tables of a workshop what concerns them all. A table ignores what it knows already.</summary>
public sealed class PassingOn(IGrainFactory grains, TimeProvider time) : IConsequence
{
    public Task After(WorkshopId id, Workshop? before, Workshop now) =>
        before is not null && before.Tables == now.Tables && before.Game == now.Game && before.Message == now.Message && before.MessageEndsAt == now.MessageEndsAt && before.CountdownEndsAt == now.CountdownEndsAt
            && before.SecondMoment == now.SecondMoment && before.AreSecondPlacementsOpen == now.AreSecondPlacementsOpen
            ? Task.CompletedTask
            : Task.WhenAll([.. now.Tables.Select(table => PassOn(id, now, table)), .. (before?.Tables ?? []).Where(table => now.TablesAway.Contains(table.Id)).Select(TakeAway)]);

    /// <summary>Laid once more between the moment that it was taken away and the moment that the workshop knew, it would stand nowhere and still take people.</summary>
    private Task TakeAway(WorkshopTable table) => Ask(grains.GetGrain<ITableGrain>(table.Id.Value), new TakeTableAway(time.GetUtcNow()));

    private async Task PassOn(WorkshopId id, Workshop workshop, WorkshopTable laid)
    {
        var table = grains.GetGrain<ITableGrain>(laid.Id.Value);
        var now = time.GetUtcNow();

        await Ask(table, new LayTable(new(id.Value, laid.Number, workshop.Deck, workshop.Board, laid.Seats, laid.Name, workshop.Cases, workshop.Edition), now));
        await Ask(table, new SetSecondMoment(workshop.SecondMoment, now));
        await Ask(table, workshop.AreSecondPlacementsOpen ? new OpenHeldCards(now) : new CloseHeldCards(now));
        if (workshop.Game == GameState.Open) await Ask(table, new OpenGame(now));
        if (workshop.Game == GameState.Stopped) await Ask(table, new StopGame(now));
        await Ask(table, new ShowMessage(workshop.Message, now, workshop.MessageEndsAt));
        await Ask(table, new ShowCountdown(workshop.CountdownEndsAt, now));
    }

    private static Task Ask(ITableGrain table, TableCommand command) => table.Ask(command, Guid.CreateVersion7(command.At), command.At);
}
