using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Expecting;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Joining;

/// <summary>Who comes when it is full waits here, and is let in by turn (W12).</summary>
public sealed class WaitingRoom(IGrainFactory grains, Visitors visitors, FreeSeats seats, GuestsDesk guests, TimeProvider time)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var (code, workshop) = (Entrance.Of(http).Workshop.Code, Entrance.Of(http).Workshop);
        if (visitors.Find(http) is not { } visitor || workshop.ClosedAt is not null) return Results.Redirect($"/{code}");

        var tables = await seats.TablesOf(workshop);
        if (tables.FirstOrDefault(table => table.State.SeatsOf(visitor.Device).Any()) is { } own) return Results.Redirect($"/tables/{own.Id.Value}");

        return workshop.PlaceInLine(visitor.Device) is { } place ? PageOf(workshop, place, tables, http) : Results.Redirect($"/{code}");
    }

    /// <summary>To the end of the line, with what was typed.</summary>
    /// <returns>Why not; nothing where they wait now.</returns>
    public async Task<Refusal?> Come(WorkshopId id, string name, string department, HttpContext http) =>
        (await Workshop(id).Ask(new WaitForASeat(visitors.FindOrWelcome(http).Device, name, department, time.GetUtcNow()), Asking.CommandOf(http), time.GetUtcNow())).Refusal;

    /// <summary>Is it my turn? Then with a seat to the table; the page of who waits asks it by itself.</summary>
    public async Task<IResult> Knock(HttpContext http)
    {
        var entrance = Entrance.Of(http);
        var (code, id, now) = (entrance.Workshop.Code, entrance.Id, time.GetUtcNow());
        if (visitors.Find(http) is not { } visitor || entrance.Workshop.PlaceInLine(visitor.Device) is null) return Results.Redirect($"/{code}/waiting");

        var tables = await seats.TablesOf(entrance.Workshop);
        if (tables.FirstOrDefault(table => table.State.SeatsOf(visitor.Device).Any()) is { } sits) return Results.Redirect($"/tables/{sits.Id.Value}");

        var places = seats.PlacesFor(visitor.Device, entrance.Workshop, tables);
        var workshop = (await Workshop(id).Ask(new KnockAtTheDoor(visitor.Device, places, now), Guid.NewGuid(), now)).State;
        if (workshop.Waiting.FirstOrDefault(one => one.Device == visitor.Device) is not { } waiter || !workshop.MayComeIn(visitor.Device, places)) return Results.Redirect($"/{code}/waiting");
        var own = GuestsDesk.TableOf((await guests.Of(id)).Called(waiter.Name), waiter.Department, tables, workshop);
        if ((own ?? FreeSeats.TableFor(workshop, waiter.Department, tables)) is not { } table) return Results.Redirect($"/{code}/waiting");

        var seat = await seats.Take(id, table, new(visitor.Device, waiter.Name, "", waiter.Department, now), Asking.CommandOf(http), http);
        if (seat.Refusal is not null) return Results.Redirect($"/{code}/waiting");

        await Forget(id, workshop, visitor.Device);
        return Results.Redirect($"/tables/{table.Value}");
    }

    public async Task<IResult> Leave(HttpContext http)
    {
        if (visitors.Find(http) is { } visitor) await Forget(Entrance.Of(http).Id, Entrance.Of(http).Workshop, visitor.Device);
        return Results.Redirect($"/{Entrance.Of(http).Workshop.Code}");
    }

    /// <summary>Who has a seat, or looks on, waits no longer.</summary>
    public Task Forget(WorkshopId id, Workshop workshop, DeviceId device) => workshop.PlaceInLine(device) is null
        ? Task.CompletedTask
        : Workshop(id).Ask(new LeaveTheLine(device, time.GetUtcNow()), Guid.NewGuid(), time.GetUtcNow());

    private IWorkshopGrain Workshop(WorkshopId id) => grains.GetGrain<IWorkshopGrain>(id.Value);

    private IResult PageOf(Workshop workshop, int place, List<LaidTable> tables, HttpContext http) => Page.Of(new WaitingPage
    {
        Frame = PageFrame.Of(http),
        Workshop = workshop,
        Place = place,
        IsFullOfPeople = workshop.PeopleBeside(default, [.. tables.Select(table => table.State)]) >= seats.Most,
        Most = seats.Most,
    });
}
