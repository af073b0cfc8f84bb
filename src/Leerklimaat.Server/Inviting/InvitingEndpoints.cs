using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;

namespace Leerklimaat.Server.Inviting;

/// <summary>The links of a workshop: given away, taken back, and what is offered by one with a secret.</summary>
public static class InvitingEndpoints
{
    public static void AddInviting(this WebApplicationBuilder builder) => builder.Services.AddSingleton<LinksDesk>();

    public static void MapInviting(this IEndpointRouteBuilder app)
    {
        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);
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
        first.MapPost("/seconds/returns", (Guid id, HttpContext http, LinksDesk desk) => desk.TakeSecondsBack(new(id), http));
        first.MapPost("/seconds/dismissals", (Guid id, HttpContext http, LinksDesk desk) => desk.DismissSeconds(new(id), http));

        var offer = app.MapGroup("/offers/{id:guid}/{secret}").Behind(Door.HasAnOffer);
        offer.MapGet("", (Guid id, string secret, HttpContext http) => LinksDesk.ShowOffer(new(id), secret, http));
        offer.MapPost("", (Guid id, string secret, HttpContext http, LinksDesk desk) => desk.Accept(new(id), secret, http));
    }
}
