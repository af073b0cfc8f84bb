using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.Questions;

/// <summary>
/// Who answers on a browser: those who sit at a table with it, or the one who follows with it. Hundreds answer at the same moment, so the table that was
/// found is remembered, and asked again. Who first follows and then takes a seat stays the same writer.
/// </summary>
public sealed class QuestionSeats(IGrainFactory grains, TableViews views, LiveLink link, IMemoryCache known)
{
    public async Task<IReadOnlyList<Answering>> Of(WorkshopId id, Workshop workshop, Visitor visitor)
    {
        var key = (id, visitor.Device);
        if (known.TryGetValue(key, out TableId table) && await SeatsAt(table, workshop, visitor) is { Count: > 0 } still) return still;

        foreach (var laid in workshop.Tables)
        {
            if (await SeatsAt(laid.Id, workshop, visitor) is not { Count: > 0 } own) continue;
            known.Set(key, laid.Id, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
            return own;
        }

        return link.IsFollower(workshop, visitor.Device) ? [Answering.Follower] : [];
    }

    private async Task<IReadOnlyList<Answering>> SeatsAt(TableId table, Workshop workshop, Visitor visitor)
    {
        var state = (await grains.GetGrain<ITableGrain>(table.Value).Look()).State;
        return [.. state.SeatsOf(visitor.Device).Select(seat => new Answering(seat.Number.Value, seat.Pawn, views.SeatOf(state, seat).Name, workshop.IsRehearsed(table)))];
    }
}
