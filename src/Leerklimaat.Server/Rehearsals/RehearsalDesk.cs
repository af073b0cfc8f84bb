using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>The facilitator begins a rehearsal, and ends it after having read what goes with it (W11).</summary>
public sealed class RehearsalDesk(IGrainFactory grains, Leaders leaders, FacilitatorPages pages, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Begin(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var form = http.Request.Form;
        var empty = led.Workshop.Tables.Zip(await leaders.TablesOf(led.Workshop)).Where(table => table.Second.Seats.IsEmpty).Select(table => table.First.Id);
        var tempo = Enum.TryParse<Tempo>(form["tempo"], out var chosen) && Enum.IsDefined(chosen) ? chosen : throw new BadFormException("tempo");
        var answer = await leaders.Ask(id, http, new BeginRehearsal([.. empty.Take(Number(form, "tables"))], Number(form, "players"), tempo, leaders.Now));
        return await Answer(led with { Workshop = answer.State }, http, answer.Refusal);
    }

    /// <summary>What goes, before it goes.</summary>
    public async Task<IResult> Show(WorkshopId id, HttpContext http) => Entrance.Of(http).Workshop.Rehearsal is { } rehearsal
        ? await PageOf(Entrance.Of(http).Led, rehearsal, http, null)
        : Results.Redirect($"/workshops/{id.Value}");

    public async Task<IResult> End(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var refusal = await grains.GetGrain<IRehearsalGrain>(id.Value).End();
        return refusal is not null && led.Workshop.Rehearsal is { } rehearsal ? await PageOf(led, rehearsal, http, refusal) : Results.Redirect($"/workshops/{id.Value}", preserveMethod: false);
    }

    private static int Number(IFormCollection form, string field) => int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadFormException(field);

    private async Task<IResult> Answer(Led led, HttpContext http, Refusal? refusal)
    {
        var (notice, status) = (say.NoticeOf(refusal), Statuses.Of(refusal));
        if (http.Request.IsHtmx()) return await pages.Tools(led.Id, led.Workshop, led.Leading, http, notice, status);
        return refusal is null ? Results.Redirect($"/workshops/{led.Id.Value}", preserveMethod: false) : await pages.Facilitator(led.Id, led.Workshop, led.Leading, http, notice, status);
    }

    private async Task<IResult> PageOf(Led led, Rehearsal rehearsal, HttpContext http, Refusal? refusal)
    {
        var tables = led.Workshop.Tables.Zip(await leaders.TablesOf(led.Workshop)).ToLookup(table => led.Workshop.IsRehearsed(table.First.Id), table => table.Second);
        return Page.Of(new RehearsalEndPage
        {
            Id = led.Id,
            Title = led.Workshop.Title,
            Frame = PageFrame.Of(http),
            Notice = say.NoticeOf(refusal),
            Tables = rehearsal.Tables.Length,
            StandIns = tables[true].Sum(table => table.Seats.Count(seat => seat.IsStandIn)),
            Guests = tables[true].Sum(table => table.Seats.Count(seat => !seat.IsStandIn)),
            Cards = tables[true].Sum(table => table.Played.Count(round => round.Pile is not null)),
            Notes = tables[true].Sum(table => table.Notes.Length),
            HasPeople = await grains.GetGrain<IRehearsalGrain>(led.Id.Value).HasPeople(),
            People = tables[false].Sum(table => table.Seats.Length),
        }, Statuses.Of(refusal));
    }
}

/// <summary>The addresses of a rehearsal, and of the demo.</summary>
public static class RehearsalEndpoints
{
    public static void AddRehearsals(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(services => new ScriptShelf(Path.Combine(AppContext.BaseDirectory, "rehearsal"), services.GetRequiredService<DeckShelf>()))
        .AddSingleton<RehearsalDesk>().AddSingleton<Demo>().AddSingleton<IConsequence, WakingTheStandIns>();

    public static void MapRehearsals(this IEndpointRouteBuilder app)
    {
        app.MapPost("/demo", async (HttpContext http, Demo demo, LeadingRoom room) => await room.ComeIn(http, await demo.Start(Leaders.Language))).Behind(Door.Anybody);
        var rehearsal = app.MapGroup("/workshops/{id:guid}/rehearsal").Behind(Door.Leads);
        rehearsal.MapPost("", (Guid id, HttpContext http, RehearsalDesk desk) => desk.Begin(new(id), http));
        rehearsal.MapGet("", (Guid id, HttpContext http, RehearsalDesk desk) => desk.Show(new(id), http));
        rehearsal.MapPost("/end", (Guid id, HttpContext http, RehearsalDesk desk) => desk.End(new(id), http));
    }
}
