using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;

namespace Leerklimaat.Server.Parting;

/// <summary>What somebody who was there takes along.</summary>
public static class PartingEndpoints
{
    public static void AddParting(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PartingRoom>();

    public static void MapParting(this IEndpointRouteBuilder app) =>
        app.MapGet("/workshops/{id:guid}/mine", (HttpContext http, PartingRoom room) => room.Show(http)).Behind(Door.WasThere);
}
