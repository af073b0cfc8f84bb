using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.FollowUps;

/// <summary>The addresses of what comes after a workshop: for who leads, and for the owner of one action.</summary>
public static class FollowUpEndpoints
{
    // What can be said about an action, by the end of its address. Who owns it says how it goes; what it is for is up to who leads.
    private static readonly string[] ByOwner = ["states", "lines", "noticed", "days"], ByLeader = [.. ByOwner, "kinds"];

    public static void AddFollowUps(this WebApplicationBuilder builder) => builder.Services.AddWatched<FollowUp, FollowUpCommand, IFollowUpGrain>(FollowUpGrain.Folding).AddSingleton<ActionDays>().AddSingleton<FollowUpDesk>();

    public static void MapFollowUps(this IEndpointRouteBuilder app)
    {
        var led = app.MapGroup("/workshops/{id:guid}/follow-up").Behind(Door.Leads);
        led.MapGet("", (HttpContext http, FollowUpDesk desk) => desk.Show(http));
        led.MapGet("/actions.ics", (HttpContext http, FollowUpDesk desk) => desk.SaveDays(http));
        led.MapGet("/look-back.ics", (HttpContext http, FollowUpDesk desk) => desk.SaveLookBack(http));
        foreach (var form in ByLeader) led.MapPost($"/{form}", (HttpContext http, FollowUpDesk desk) => desk.Say(form, http));
        led.MapPost("/links", (HttpContext http, FollowUpDesk desk) => desk.GiveLink(http));
        led.MapPost("/links/removals", (HttpContext http, FollowUpDesk desk) => desk.WithdrawLink(http));

        var own = app.MapGroup("/actions/{id:guid}/{secret}").Behind(Door.HasAnActionLink);
        own.MapGet("", (string secret, HttpContext http, FollowUpDesk desk) => desk.ShowOwn(secret, http));
        own.MapGet("/action.ics", (string secret, HttpContext http, FollowUpDesk desk) => desk.SaveOwnDay(secret, http));
        foreach (var form in ByOwner) own.MapPost($"/{form}", (string secret, HttpContext http, FollowUpDesk desk) => desk.SayOwn(form, secret, http));
    }
}
