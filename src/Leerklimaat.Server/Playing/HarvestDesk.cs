using System.Globalization;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Playing;

/// <summary>The page on which a table reads its harvest back, says what a note is, and what stays here (T8).</summary>
public sealed class HarvestDesk(Desk table, TableViews views, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(TableId id, HttpContext http) => PageOf(id, await table.Table(id).Look(), http);

    public async Task<IResult> Ask(TableId id, HttpContext http, Func<AtTable, TableCommand> command)
    {
        var answer = await table.Send(id, http, command);
        if (answer.Refusal is not { } refusal) return http.Request.IsHtmx() ? Results.NoContent() : Results.Redirect($"/tables/{id.Value}/harvest", preserveMethod: false);

        return http.Request.IsHtmx()
            ? Page.Of(new NoticePartial { Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal))
            : PageOf(id, answer, http, say.NoticeOf(refusal), Statuses.Of(refusal.Reason));
    }

    private IResult PageOf(TableId id, Answer<Table> answer, HttpContext http, Notice? notice = null, int status = StatusCodes.Status200OK)
    {
        // Where several share the device, it gives the harvest as the host, if one of them is.
        var own = answer.State.SeatsOf(Entrance.Of(http).Visitor!.Device).Select(seat => seat.Number).ToList();
        return Page.Of(new HarvestPage
        {
            View = views.HarvestOf(id, answer.State),
            Seat = (answer.State.Host is { } host && own.Contains(host) ? host : own[0]).Value,
            Frame = PageFrame.Of(http),
            Notice = notice,
        }, status);
    }
}

/// <summary>The addresses of that page.</summary>
public static class HarvestEndpoints
{
    public static void MapHarvest(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/tables/{id:guid}/harvest").Behind(Door.AtThisTable);
        read.MapGet("", (Guid id, HttpContext http, HarvestDesk desk) => desk.Show(new(id), http));
        read.MapGet("/live", (Guid id, HttpContext http, LiveFeed feed, TableViews views) => LiveEndpoint.Stream(http, feed, new TableHarvest(new(id), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, views)));

        var asked = app.MapGroup("/tables/{id:guid}/harvest").Behind(Door.HoldsThisSeat);
        MapAsk("/kinds", ask => new CallNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Choice<NoteKind>("kind"), ask.At));
        MapAsk("/notes", ask => new KeepNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Line("kept") == "true", ask.At));
        MapAsk("/cards", ask => new KeepRound(ask.Seat, ask.Device, ask.Number("round"), ask.Line("kept") == "true", ask.At));
        MapAsk("/gifts", ask => new GiveHarvest(ask.Seat, ask.Device, ask.At));

        void MapAsk(string path, Func<AtTable, TableCommand> command) => asked.MapPost(path, (Guid id, HttpContext http, HarvestDesk desk) => desk.Ask(new(id), http, command));
    }
}
