using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.Doors;

/// <summary>At which table of a workshop a browser has a seat. Hundreds ask at the same moment, so the table that was found is remembered, and asked again.</summary>
public sealed class OwnTables(Watched<Table> tables, IMemoryCache known)
{
    public async Task<TableId?> Find(WorkshopId id, Workshop workshop, DeviceId device)
    {
        var key = (id, device);
        if (known.TryGetValue(key, out TableId table) && workshop.Find(table) is not null && await Has(table, device)) return table;

        foreach (var laid in workshop.Tables)
        {
            if (!await Has(laid.Id, device)) continue;
            known.Set(key, laid.Id, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
            return laid.Id;
        }

        return null;
    }

    private async Task<bool> Has(TableId table, DeviceId device) => (await tables.Look(table.Value)).State.SeatsOf(device).Any();
}
