using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Playing;

/// <summary>The page on which a table reads its harvest back, says what a note is, and what stays here (T8).</summary>
public sealed class HarvestDesk(IGrainFactory grains, Bursts bursts, TableViews views, Watching watching, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(TableId id, HttpContext http) => PageOf(id, await Table(id).Look(), http);

    public async Task<IResult> Ask(TableId id, HttpContext http, Func<AtTable, TableCommand> command)
    {
        var visitor = Entrance.Of(http).Visitor!;
        await bursts.CountAtTable(visitor.Device);
        var ask = new AtTable(id, visitor, http.Request, time.GetUtcNow());
        var answer = await Table(id).Ask(command(ask), ask.Command, ask.At);
        watching.Know(Subject.Of<Table>(id.Value), answer);
        if (answer.Refusal is not { } refusal) return http.Request.IsHtmx() ? Results.NoContent() : Results.Redirect($"/tables/{id.Value}/harvest", preserveMethod: false);

        return http.Request.IsHtmx()
            ? Page.Of(new NoticePartial { Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal))
            : PageOf(id, answer, http, say.NoticeOf(refusal), Statuses.Of(refusal.Reason));
    }

    private ITableGrain Table(TableId id) => grains.GetGrain<ITableGrain>(id.Value);

    private IResult PageOf(TableId id, Answer<Table> answer, HttpContext http, Notice? notice = null, int status = StatusCodes.Status200OK) => Page.Of(new HarvestPage
    {
        View = views.HarvestOf(id, answer.State),
        Seat = answer.State.SeatsOf(Entrance.Of(http).Visitor!.Device).First().Number.Value,
        Frame = PageFrame.Of(http),
        Notice = notice,
    }, status);
}

/// <summary>The addresses of that page.</summary>
public static class HarvestEndpoints
{
    public static void MapHarvest(this IEndpointRouteBuilder app)
    {
        var table = app.MapGroup("/tables/{id:guid}/harvest").Behind(Door.HoldsThisSeat);
        table.MapGet("", (Guid id, HttpContext http, HarvestDesk desk) => desk.Show(new(id), http));
        table.MapGet("/live", (Guid id, HttpContext http, LiveFeed feed, TableViews views) => LiveEndpoint.Stream(http, feed, new TableHarvest(new(id), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, views)));
        MapAsk("/kinds", ask => new CallNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Choice<NoteKind>("kind"), ask.At));
        MapAsk("/notes", ask => new KeepNote(ask.Seat, ask.Device, new(ask.Id("note")), ask.Line("kept") == "true", ask.At));
        MapAsk("/cards", ask => new KeepRound(ask.Seat, ask.Device, ask.Number("round"), ask.Line("kept") == "true", ask.At));
        MapAsk("/gifts", ask => new GiveHarvest(ask.Seat, ask.Device, ask.At));

        void MapAsk(string path, Func<AtTable, TableCommand> command) => table.MapPost(path, (Guid id, HttpContext http, HarvestDesk desk) => desk.Ask(new(id), http, command));
    }
}
