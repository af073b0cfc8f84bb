using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Joining;

/// <summary>Coming in: the first page, and what is behind a join code.</summary>
public static class JoiningEndpoints
{
    public static void AddJoining(this WebApplicationBuilder builder) => builder.Services.AddSingleton<JoiningRoom>().AddSingleton<WaitingRoom>().AddSingleton<ISign, UnknownCode>();

    public static void MapJoining(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, string? code) => Page.Of(new HomePage { Frame = PageFrame.Of(http), Typed = code ?? "" })).Behind(Door.Anybody);
        app.MapPost("/joining", (HttpContext http, JoiningRoom joining) => joining.ReadCode(http)).Behind(Door.Anybody);
        var door = app.MapGroup("/{code}").Behind(Door.WithTheCode);
        door.MapGet("", (HttpContext http, JoiningRoom joining) => joining.Seats(http));
        door.MapPost("/seats", (HttpContext http, JoiningRoom joining) => joining.SitDown(http));
        door.MapPost("/returns", (HttpContext http, JoiningRoom joining) => joining.Return(http));
        door.MapPost("/followers", (HttpContext http, JoiningRoom joining) => joining.Follow(http));
        door.MapGet("/waiting", (HttpContext http, WaitingRoom waiting) => waiting.Show(http));
        door.MapPost("/waiting", (HttpContext http, JoiningRoom joining) => joining.Wait(http));
        door.MapPost("/waiting/turns", (HttpContext http, WaitingRoom waiting) => waiting.Knock(http));
        door.MapPost("/waiting/departures", (HttpContext http, WaitingRoom waiting) => waiting.Leave(http));
        door.MapPost("/claims", (HttpContext http, JoiningRoom joining) => joining.Claim(http));
    }
}
