using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>Starting a workshop, coming back to it, and leading it from the large page.</summary>
public static class LeadingEndpoints
{
    public static void AddLeading(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<LeadingViews>().AddSingleton<FacilitatorPages>().AddSingleton<LeadingRoom>().AddSingleton<Leadership>();

    public static void MapLeading(this IEndpointRouteBuilder app)
    {
        app.MapPost("/workshops", (HttpContext http, LeadingRoom room) => room.Start(http)).Behind(Door.Anybody);
        app.MapGet("/lead/{id:guid}/{key}", (Guid id, string key, HttpContext http, LeadingRoom room) => room.ByLink(new(id), key, http)).Behind(Door.HasThePrivateLink);
        app.MapGet("/recovery", (HttpContext http, LeadingRoom room) => room.Recovery(http)).Behind(Door.Anybody);
        app.MapPost("/recovery", (HttpContext http, LeadingRoom room) => room.ByRecoveryCode(http)).Behind(Door.Anybody);

        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);
        workshop.MapGet("", (Guid id, HttpContext http, LeadingRoom room) => room.Show(new(id), http));
        workshop.MapGet("/live", (Guid id, HttpContext http, LeadingRoom room, LiveFeed feed) => room.Live(new(id), http, feed));

        workshop.MapLead("/parts/beginnings", (ask, at) => new BeginProgramme(at));
        workshop.MapLead("/parts/beginnings/reversals", (ask, at) => new TakeBackBeginning(at));
        workshop.MapLead("/parts/visits", (ask, at) => new GoToPart(Leaders.PartOf(ask), at));
        workshop.MapLead("/parts/retimings", (ask, at) => new RetimeRest(at));
        workshop.MapLead("/game", (ask, at) => new StartGame(at));
        workshop.MapLead("/game/stops", (ask, at) => new HaltGame(at));
        workshop.MapLead("/gatherings", (ask, at) => new HaltGame(at));
        workshop.MapLead("/messages", (ask, at) => new SendMessage(Plain.Line(ask.Form["message"]), at, Leaders.MinutesOf(ask)));
        workshop.MapLead("/messages/ends", (ask, at) => new SendMessage("", at));
        workshop.MapLead("/countdowns", (ask, at) => new StartCountdown(Leaders.MinutesOf(ask), at));
        workshop.MapLead("/countdowns/extensions", (ask, at) => new ExtendCountdown(Leaders.MinutesOf(ask), at));
        workshop.MapLead("/countdowns/ends", (ask, at) => new StopCountdown(at));
        workshop.MapLead("/joining", (ask, at) => new ShowJoining(bool.TryParse(ask.Form["shown"], out var shown) ? shown : throw new BadFormException("shown"), at));
        workshop.MapLead("/titles", (ask, at) => new RenameWorkshop(Plain.Line(ask.Form["title"]), at));
        workshop.MapLead("/seating", (ask, at) => new ChooseSeating(Enum.TryParse<Seating>(ask.Form["seating"], out var seating) && Enum.IsDefined(seating) ? seating : throw new BadFormException("seating"), at));
        workshop.MapPost("/second-moment", (Guid id, HttpContext http, LeadingRoom room) => room.ChooseMoment(new(id), http));
        workshop.MapLead("/second-placements", (ask, at) => new OpenSecondPlacements(at));
        workshop.MapLead("/second-placements/reversals", (ask, at) => new CloseSecondPlacements(at));
        workshop.MapLead("/closures", (ask, at) => new CloseWorkshop(at));
        workshop.MapLead("/reopenings", (ask, at) => new ReopenWorkshop(at));
        app.MapPost("/workshops/{id:guid}/links", (Guid id, HttpContext http, LeadingRoom room) => room.RenewLink(new(id), http)).Behind(Door.LeadsFirst);

        workshop.MapLeadTable("/steps-back", (ask, at) => new StepBack(at));
        workshop.MapLeadTable("/cards-back", (ask, at) => new TakeCardBack(int.TryParse(ask.Query["round"], out var round) ? round : throw new BadFormException("round"), at));
        workshop.MapLeadTable("/notes/withdrawals", (ask, at) => new HideNote(NoteOf(ask), at));
        workshop.MapLeadTable("/notes/restorations", (ask, at) => new ShowNote(NoteOf(ask), at));
        workshop.MapLeadTable("/help/answers", (ask, at) => new EndHelp(at));
    }

    private static void MapLead(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, LeadingRoom room) => room.Ask(new(id), http, command));

    private static void MapLeadTable(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, TableCommand> command) =>
        workshop.MapPost("/tables/{table:guid}" + path, (Guid id, Guid table, HttpContext http, LeadingRoom room) => room.AskTable(new(id), new(table), http, command));

    private static NoteId NoteOf(HttpRequest ask) => Guid.TryParse(ask.Query["note"], out var note) ? new(note) : throw new BadFormException("note");
}
