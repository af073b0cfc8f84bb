using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Dots;

/// <summary>The addresses of the dots that everybody sets: who looks, and who takes part.</summary>
public static class DotsEndpoints
{
    public static void AddDots(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DotsRoom>();

    public static void MapDots(this IEndpointRouteBuilder app)
    {
        var dots = app.MapGroup("/workshops/{id:guid}/dots").Behind(Door.InTheRoom);
        dots.MapGet("", (Guid id, HttpContext http, DotsRoom room) => room.Show(new(id), http));
        dots.MapGet("/live", (Guid id, HttpContext http, DotsRoom room, LiveFeed feed, Newest newest) => room.Live(new(id), http, feed, newest));
        dots.MapGet("/calls/live", (Guid id, HttpContext http, LiveFeed feed) => DotsRoom.Calls(new(id), http, feed));

        var own = app.MapGroup("/workshops/{id:guid}/dots").Behind(Door.TakesPart);
        own.MapPost("", (Guid id, HttpContext http, DotsRoom room) => room.Set(new(id), http));
        own.MapPost("/returns", (Guid id, HttpContext http, DotsRoom room) => room.Take(new(id), http));
    }
}
