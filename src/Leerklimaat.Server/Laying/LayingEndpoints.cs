using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;

namespace Leerklimaat.Server.Laying;

/// <summary>Laying the tables.</summary>
public static class LayingEndpoints
{
    public static void AddLaying(this WebApplicationBuilder builder) => builder.Services.AddSingleton<LayingDesk>();

    public static void MapLaying(this IEndpointRouteBuilder app)
    {
        var tables = app.MapGroup("/workshops/{id:guid}/tables").Behind(Door.Leads);
        tables.MapGet("", (HttpContext http, LayingDesk desk) => desk.Show(http));
        tables.MapPost("", (Guid id, HttpContext http, LayingDesk desk) => desk.Add(new(id), http));
        tables.MapGet("/{table:guid}/cards", (Guid id, Guid table, HttpContext http, LayingDesk desk) => desk.ShowCards(new(table), http));
        tables.MapPost("/changes", (Guid id, HttpContext http, LayingDesk desk) => desk.Save(new(id), http));
        tables.MapPost("/{table:guid}/removals", (Guid id, Guid table, HttpContext http, LayingDesk desk) => desk.Remove(new(id), new(table), http));
    }
}
