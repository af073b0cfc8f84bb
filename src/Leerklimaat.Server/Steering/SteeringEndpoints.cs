using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Steering;

/// <summary>Stepping through the programme.</summary>
public static class SteeringEndpoints
{
    public static void AddSteering(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Presenting>();

    public static void MapSteering(this IEndpointRouteBuilder app)
    {
        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);

        // From a phone
        workshop.MapGet("/presenter", (HttpContext http, Presenting presenting) => presenting.Show(http));
        workshop.MapGet("/presenter/live", (Guid id, HttpContext http, Presenting presenting, LiveFeed feed) => presenting.Live(new(id), http, feed));
        workshop.MapPresenter("/presenter/beginnings", (ask, at) => new BeginProgramme(at));
        workshop.MapPresenter("/presenter/beginnings/reversals", (ask, at) => new TakeBackBeginning(at));
        workshop.MapPresenter("/presenter/visits", (ask, at) => new GoToPart(Leaders.PartOf(ask), at));
        workshop.MapPresenter("/presenter/retimings", (ask, at) => new RetimeRest(at));
        workshop.MapPresenter("/presenter/closures", (ask, at) => new CloseWorkshop(at));
        workshop.MapPresenter("/presenter/gatherings", (ask, at) => new HaltGame(at));
        workshop.MapPresenter("/presenter/countdowns", (ask, at) => new StartCountdown(Leaders.MinutesOf(ask), at));
        workshop.MapPresenter("/presenter/countdowns/extensions", (ask, at) => new ExtendCountdown(Leaders.MinutesOf(ask), at));
        workshop.MapPresenter("/presenter/countdowns/ends", (ask, at) => new StopCountdown(at));

        // From the wall and from the plenary
        workshop.MapStep("/steering/visits", (ask, at) => new GoToPart(Leaders.PartOf(ask), at));
        workshop.MapStep("/steering/retimings", (ask, at) => new RetimeRest(at));
        workshop.MapStep("/steering/gatherings", (ask, at) => new HaltGame(at));

        // The clock goes on by itself on each of these pages, with buttons that answer to that page.
        workshop.MapGet("/clock", (HttpContext http, Presenting presenting) => presenting.Clock(http, "/parts", "#tools"));
        workshop.MapGet("/presenter/clock", (HttpContext http, Presenting presenting) => presenting.Clock(http, "/presenter", "#presenter"));
        workshop.MapGet("/steering/clock", (HttpContext http, Presenting presenting) => presenting.Clock(http, "/steering", "#notice"));
    }

    private static void MapPresenter(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, Presenting presenting) => presenting.Ask(new(id), http, command));

    private static void MapStep(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, Presenting presenting) => presenting.Step(new(id), http, command));
}
