using System.Globalization;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Leerklimaat.Server.Programmes;

/// <summary>The programme: making it, steering it, following it, and the links of the workshop.</summary>
public static class ProgrammeEndpoints
{
    // Far more than is taken: a file that is too large is read to its end, so that its sender gets a sentence and not a broken connection.
    private const int LargestUpload = 64 * 1024 * 1024;

    public static void MapProgramme(this IEndpointRouteBuilder app)
    {
        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);
        // Making it
        workshop.MapGet("/programme", (HttpContext http) => ProgrammeDesk.Show(http));
        workshop.MapPost("/programme", (Guid id, HttpContext http, ProgrammeDesk desk) => desk.Add(new(id), http));
        workshop.MapPost("/programme/purpose", (Guid id, HttpContext http, ProgrammeDesk desk) => desk.State(new(id), http));
        workshop.MapGet("/programme/{part:guid}", (Guid part, HttpContext http, ProgrammeDesk desk) => desk.Edit(new(part), http));
        workshop.MapPost("/programme/{part:guid}", (Guid id, Guid part, HttpContext http, ProgrammeDesk desk) => desk.Save(new(id), new(part), http, isPreview: false)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapPost("/programme/{part:guid}/previews", (Guid id, Guid part, HttpContext http, ProgrammeDesk desk) => desk.Save(new(id), new(part), http, isPreview: true)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapPost("/programme/imports", (Guid id, HttpContext http, ProgrammeDesk desk) => desk.Import(new(id), http)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapDesk("/programme/moves", (ask, at) => new MovePart(PartOf(ask), int.TryParse(ask.Form["place"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : throw new BadFormException("place"), at));
        workshop.MapDesk("/programme/removals", (ask, at) => new RemovePart(PartOf(ask), at));
        workshop.MapDesk("/programme/undoings", (ask, at) => new UndoProgramme(at));

        // Steering it
        workshop.MapGet("/clock", (HttpContext http, Presenting presenting) => presenting.Clock(http, "/parts", "#tools"));
        workshop.MapGet("/presenter", (HttpContext http, Presenting presenting) => presenting.Show(http));
        workshop.MapGet("/presenter/live", (Guid id, HttpContext http, Presenting presenting, LiveFeed feed) => presenting.Live(new(id), http, feed));
        workshop.MapGet("/presenter/clock", (HttpContext http, Presenting presenting) => presenting.Clock(http, "/presenter", "#presenter"));
        workshop.MapPresenter("/presenter/beginnings", (ask, at) => new BeginProgramme(at));
        workshop.MapPresenter("/presenter/visits", (ask, at) => new GoToPart(PartOf(ask), at));
        workshop.MapPresenter("/presenter/retimings", (ask, at) => new RetimeRest(at));

        // Following it
        app.MapGet("/workshops/{id:guid}/pictures/{picture:guid}", (Guid id, Guid picture, HttpContext http, Pictures pictures) => pictures.Show(new(id), picture, http)).Behind(Door.SeesTheWall);
        var room = app.MapGroup("/workshops/{id:guid}").Behind(Door.InTheRoom);
        room.MapGet("/follow", (HttpContext http, FollowingRoom following, Guid? part) => following.Show(http, part));
        room.MapGet("/follow/live", (Guid id, HttpContext http, FollowingRoom following, LiveFeed feed) => FollowingRoom.Live(http, feed, following.Followers(new(id))));
        room.MapGet("/follow/bar/live", (Guid id, HttpContext http, LiveFeed feed) => FollowingRoom.Live(http, feed, FollowingRoom.LookingBack(new(id))));
        room.MapGet("/transcript", (HttpContext http, FollowingRoom following) => following.Read(http));

        // Its links and its end
        workshop.MapGet("/links", (HttpContext http, LinksDesk desk) => desk.Show(http));
        workshop.MapPost("/codes", (Guid id, HttpContext http, LinksDesk desk) => desk.RenewCode(new(id), http));
        workshop.MapPost("/codes/revocations", (Guid id, HttpContext http, LinksDesk desk) => desk.RevokeCode(new(id), http));
        workshop.MapPost("/read-links", (Guid id, HttpContext http, LinksDesk desk) => desk.GiveReadLink(new(id), http));
        workshop.MapPost("/read-links/withdrawals", (Guid id, HttpContext http, LinksDesk desk) => desk.WithdrawReadLink(new(id), http));
        workshop.MapGet("/invitation.ics", (Guid id, HttpContext http, LinksDesk desk) => desk.Invitation(new(id), http));
        workshop.MapPost("/screens", (Guid id, HttpContext http, LinksDesk desk) => desk.RenewScreens(new(id), http));

        var first = app.MapGroup("/workshops/{id:guid}").Behind(Door.LeadsFirst);
        first.MapPost("/offers", (Guid id, HttpContext http, LinksDesk desk) => desk.Offer(new(id), http));
        first.MapPost("/offers/withdrawals", (Guid id, HttpContext http, LinksDesk desk) => desk.WithdrawOffer(new(id), http));
        first.MapPost("/seconds/dismissals", (Guid id, HttpContext http, LinksDesk desk) => desk.DismissSeconds(new(id), http));
        var bin = app.MapGroup("/workshops/{id:guid}/bin").Behind(Door.KeepsTheBin);
        bin.MapGet("", (HttpContext http, BinDesk desk) => desk.Show(http));
        bin.MapPost("", (Guid id, HttpContext http, BinDesk desk) => desk.Ask(new(id), http, at => new BinWorkshop(at)));
        bin.MapPost("/restorations", (Guid id, HttpContext http, BinDesk desk) => desk.Ask(new(id), http, at => new RestoreWorkshop(at)));
    }

    /// <summary>What is offered or shown by a link with a secret.</summary>
    public static void MapOffers(this IEndpointRouteBuilder app)
    {
        var offer = app.MapGroup("/offers/{id:guid}/{secret}").Behind(Door.HasAnOffer);
        offer.MapGet("", (Guid id, string secret, HttpContext http) => LinksDesk.ShowOffer(new(id), secret, http));
        offer.MapPost("", (Guid id, string secret, HttpContext http, LinksDesk desk) => desk.Accept(new(id), secret, http));
    }

    public static PartId PartOf(HttpRequest ask) => Guid.TryParse(ask.Query["part"], out var part) ? new(part) : throw new BadFormException("part");

    private static void MapDesk(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, ProgrammeDesk desk) => desk.Ask(new(id), http, command));

    private static void MapPresenter(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, Presenting presenting) => presenting.Ask(new(id), http, command));
}
