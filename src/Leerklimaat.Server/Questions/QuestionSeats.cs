using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Questions;

/// <summary>
/// Who answers on a browser: those who sit at a table with it, or the one who follows with it. Who first follows and then takes a seat stays the same writer.
/// </summary>
public sealed class QuestionSeats(IGrainFactory grains, OwnTables tables, TableViews views, LiveLink link)
{
    public async Task<IReadOnlyList<Answering>> Of(WorkshopId id, Workshop workshop, Visitor visitor)
    {
        if (await tables.Find(id, workshop, visitor.Device) is { } table) return await SeatsAt(table, workshop, visitor);
        return link.IsFollower(workshop, visitor.Device) ? [Answering.Follower] : [];
    }

    private async Task<IReadOnlyList<Answering>> SeatsAt(TableId table, Workshop workshop, Visitor visitor)
    {
        var state = (await grains.GetGrain<ITableGrain>(table.Value).Look()).State;
        var own = state.SeatsOf(visitor.Device).ToArray();
        var isOneDevice = own.Length == state.Seats.Length;
        return [.. own.Select(seat => new Answering(seat.Number.Value, seat.Pawn, views.SeatOf(state, seat).Name, workshop.IsRehearsed(table), state.PlaceOf(seat), isOneDevice || own.Length == 1))];
    }
}
