using System.Collections.Immutable;
using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Guests;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Expecting;

/// <summary>The list of names: pasted beforehand, spread over the tables, and gone when the workshop closes (T9).</summary>
public sealed class GuestsDesk(IGrainFactory grains, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<GuestList> Of(WorkshopId id) => (await Grain(id).Look()).State;

    public async Task<IResult> Show(WorkshopId id, HttpContext http)
    {
        var list = await Of(id);
        return PageOf(http, list, TextOf(list));
    }

    public async Task<IResult> Expect(WorkshopId id, HttpContext http)
    {
        var (workshop, typed, seen) = (Entrance.Of(http).Led.Workshop, http.Request.Form["names"].ToString(), SeenOf(http));
        // What came after the names were forgotten would stay for good.
        if (workshop.ClosedAt is not null) return PageOf(http, GuestList.Empty, typed, [say["Guests.Closed"].Value], StatusCodes.Status410Gone);

        var read = GuestLines.Read(typed);
        if (read.Faults.Length > 0) return PageOf(http, await Of(id), typed, [.. read.Faults.Select(fault => say[$"Guests.Fault.{fault.Kind}", fault.Line].Value)], seen: seen);
        if (read.Lines.Length > workshop.Seats || GuestList.Spread(read.Lines, workshop.Tables) is not { } guests) return PageOf(http, await Of(id), typed, [say["Guests.TooFewSeats", read.Lines.Length, workshop.Seats]], seen: seen);

        var now = time.GetUtcNow();
        var answer = await Grain(id).Ask(new ExpectGuests(guests, now, seen), Asking.CommandOf(http), now);
        return answer.Refusal is { } refusal ? PageOf(http, answer.State, typed, [say.Why(refusal)], Statuses.Of(refusal.Reason)) : Results.Redirect($"/workshops/{id.Value}/guests");
    }

    public async Task<IResult> Forget(WorkshopId id)
    {
        await Grain(id).Erase();
        return Results.Redirect($"/workshops/{id.Value}/guests");
    }

    /// <summary>The table of who is called so, where that is one person, or one of that department; another one where it is full.</summary>
    /// <returns>Nothing where nobody is called so, or several are at several tables.</returns>
    public static TableId? TableOf(ImmutableArray<Guest> called, string department, List<LaidTable> tables, Workshop workshop)
    {
        var meant = called.Length > 1 && department.Length > 0 ? [.. called.Where(guest => Phrase.Key(guest.Department) == Phrase.Key(department))] : called;
        if (meant.IsEmpty || meant.Any(guest => guest.Table != meant[0].Table)) return null;

        return tables.FirstOrDefault(table => table.Id == meant[0].Table) is { } own && own.State.Seats.Length < workshop.Find(own.Id)!.Seats ? own.Id : FreeSeats.TableFor(workshop, meant[0].Department, tables);
    }

    // A page from before this was asked says nothing.
    private static int? SeenOf(HttpContext http) => http.Request.Form["seen"].ToString() is not { Length: > 0 } typed ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : throw new BadFormException("seen");

    private IGuestsGrain Grain(WorkshopId id) => grains.GetGrain<IGuestsGrain>(id.Value);

    // In the order of the tables, as they stand beneath the field; it can be pasted again as it is.
    private static string TextOf(GuestList list) => string.Join('\n', list.Guests.Select(guest => guest.Department.Length > 0 ? $"{guest.Name}; {guest.Department}" : guest.Name));

    /// <param name="seen">Who must first mend what they typed has still not been told what another made of the list meanwhile.</param>
    private static IResult PageOf(HttpContext http, GuestList list, string typed, IReadOnlyList<string>? wrong = null, int status = StatusCodes.Status422UnprocessableEntity, int? seen = null) => Page.Of(new GuestsPage
    {
        Frame = PageFrame.Of(http),
        Led = Entrance.Of(http).Led,
        Guests = list,
        Typed = typed,
        Seen = seen ?? list.Changes,
        Wrong = wrong ?? [],
    }, wrong is null ? StatusCodes.Status200OK : status);
}

/// <summary>The addresses of the list.</summary>
public static class GuestsEndpoints
{
    public static void AddExpecting(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<Folding<GuestList>>(GuestsGrain.Folding).AddSingleton<GuestsDesk>().AddSingleton<IConsequence, ForgettingTheGuests>();

    public static void MapExpecting(this IEndpointRouteBuilder app)
    {
        var guests = app.MapGroup("/workshops/{id:guid}/guests").Behind(Door.Leads);
        guests.MapGet("", (Guid id, HttpContext http, GuestsDesk desk) => desk.Show(new(id), http));
        guests.MapPost("", (Guid id, HttpContext http, GuestsDesk desk) => desk.Expect(new(id), http));
        guests.MapPost("/removals", (Guid id, GuestsDesk desk) => desk.Forget(new(id)));
    }
}
