using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>What every room needs that has to do with a table.</summary>
public static class TableParts
{
    public static void AddTables(this WebApplicationBuilder builder) => builder.Services
        .AddWatched<Table, TableCommand, ITableGrain>(TableGrain.Folding)
        .AddSingleton<TableMeter>().AddSingleton<Boards>().AddSingleton<TableViews>().AddSingleton<FreeSeats>().AddSingleton<IConsequence, PassingOn>();
}
