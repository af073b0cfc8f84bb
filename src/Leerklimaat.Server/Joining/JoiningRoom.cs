using Leerklimaat.Domain;
using Leerklimaat.Domain.Guests;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Expecting;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Joining;

/// <summary>From a join code to a seat: two taps, no account (W3, T1, T2).</summary>
public sealed class JoiningRoom(IGrainFactory grains, CodeBook book, Visitors visitors, PersonalCodes codes, Guesses guesses, FreeSeats seats, WaitingRoom waiting, GuestsDesk guests, LiveLink link, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> ReadCode(HttpContext http)
    {
        var typed = http.Request.Form["code"].ToString();
        // Who pastes the whole address means the code at its end, before what a mail program or a browser adds.
        var address = typed.Split('?', '#')[0].Trim();
        var last = address.Contains('/', StringComparison.Ordinal) ? address.TrimEnd('/').Split('/')[^1] : address;
        if (!JoinCode.TryRead(last, out var code)) return Home(http, new Refusal(Reason.CodeUnknown), typed);

        var refusal = await WhyNot(code.Value);
        return refusal is null ? Results.Redirect($"/{code}") : Home(http, refusal, typed);
    }

    public async Task<IResult> Seats(HttpContext http)
    {
        var found = Found.At(http);
        if (found.IsClosed) return await Closed(found, http);

        // Wrong words count against the browser that sends them, so it is known before it sends any.
        visitors.FindOrWelcome(http);
        return await SeatsOf(found, http, null);
    }

    /// <summary>Sits down at the table chosen, or at the one that the facilitator's seating finds.</summary>
    public async Task<IResult> SitDown(HttpContext http)
    {
        var found = Found.At(http);
        if (found.IsClosed) return await Closed(found, http, StatusCodes.Status410Gone);

        var form = http.Request.Form;
        var tables = await seats.TablesOf(found.Workshop);
        var visitor = visitors.FindOrWelcome(http);
        if (!tables.Any(one => one.State.SeatsOf(visitor.Device).Any()) && !found.Workshop.MayComeIn(visitor.Device, seats.PlacesFor(visitor.Device, found.Workshop, tables))) return await Wait(found, http);

        var (name, department) = (Plain.Line(form["name"]), Plain.Line(form["department"]));
        var list = form["table"].Count > 0 ? GuestList.Empty : await guests.Of(found.Id);
        var expected = list.Called(name);
        var own = GuestsDesk.TableOf(expected, department, tables, found.Workshop);
        if (own is null && (expected.Length > 0 || (found.Workshop.Seating == Seating.Choose && !list.Guests.IsEmpty)))
            return await SeatsOf(found, http, say[expected.Length > 0 ? "Guests.Several" : "Guests.None"], StatusCodes.Status409Conflict, name: name, department: department);

        var chosen = own ?? Chosen(found.Workshop, form["table"].ToString(), department, tables);
        if (chosen is not { } table) return await SeatsOf(found, http, say["Reason.TableFull"], StatusCodes.Status409Conflict, name: name, department: department);
        if (tables.First(one => one.Id == table).State.SeatsOf(visitor.Device).Any()) return Results.Redirect($"/tables/{table.Value}");

        var wish = new TakeSeat(visitor.Device, name, "", expected is [var guest] && department.Length == 0 ? guest.Department : department, time.GetUtcNow());
        var answer = await seats.Take(found.Id, table, wish, Guid.TryParse(form["command"], out var command) ? command : Guid.NewGuid(), http);
        if (answer.Refusal is not null) return await SeatsOf(found, http, say.Why(answer.Refusal), Statuses.Of(answer.Refusal.Reason), name: name, department: department);

        await waiting.Forget(found.Id, found.Workshop, visitor.Device);
        return FirstCookie.On(http, $"/tables/{table.Value}");
    }

    /// <summary>To the line of those who wait for a seat (W12).</summary>
    public async Task<IResult> Wait(HttpContext http)
    {
        var found = Found.At(http);
        return found.IsClosed ? await Closed(found, http, StatusCodes.Status410Gone) : await Wait(found, http);
    }

    private async Task<IResult> Wait(Found found, HttpContext http)
    {
        var (name, department) = (Plain.Line(http.Request.Form["name"]), Plain.Line(http.Request.Form["department"]));
        return await waiting.Come(found.Id, name, department, http) is { } refusal
            ? await SeatsOf(found, http, say.Why(refusal), Statuses.Of(refusal), name: name, department: department)
            : FirstCookie.On(http, $"/{found.Workshop.Code}/waiting");
    }

    /// <summary>Only looks on, without a pawn (W6). Who looks on counts as one of the people (W8).</summary>
    public async Task<IResult> Follow(HttpContext http)
    {
        var found = Found.At(http);
        if (found.IsClosed) return await Closed(found, http, StatusCodes.Status410Gone);

        var visitor = visitors.FindOrWelcome(http);
        if (!found.Workshop.Followers.Contains(visitor.Device) && !await seats.HasRoom(found.Workshop, visitor.Device)) return await SeatsOf(found, http, say.Why(seats.Full), StatusCodes.Status409Conflict);

        var at = time.GetUtcNow();
        var answer = await grains.GetGrain<IWorkshopGrain>(found.Id.Value).Ask(new Follow(visitor.Device, at), Guid.NewGuid(), at);
        await waiting.Forget(found.Id, found.Workshop, visitor.Device);
        return answer.Refusal is null ? FirstCookie.On(http, $"/workshops/{found.Id.Value}/follow") : await SeatsOf(found, http, say.Why(answer.Refusal), Statuses.Of(answer.Refusal.Reason));
    }

    /// <summary>Back to one's own seat from another device, with the personal code (T2).</summary>
    public async Task<IResult> Return(HttpContext http)
    {
        var found = Found.At(http);
        if (found.IsClosed) return await Closed(found, http, StatusCodes.Status410Gone);

        var personal = http.Request.Form["personal"].ToString();
        var ofTwoWords = Words.AreTwo(personal) ? found.Workshop.Code : null;
        await guesses.Check(http, ofTwoWords);
        var proof = Words.ProofOf(found.Id.Value, personal);
        foreach (var (id, state) in await seats.TablesOf(found.Workshop))
        {
            if (state.Seats.All(seat => seat.CodeProof != proof)) continue;

            var at = time.GetUtcNow();
            await grains.GetGrain<ITableGrain>(id.Value).Ask(new ReturnToSeat(visitors.FindOrWelcome(http).Device, proof, at), Guid.NewGuid(), at);
            await codes.Remember(http, id, Words.Normalize(personal));
            return Results.Redirect($"/tables/{id.Value}");
        }

        await guesses.CountWrong(http, ofTwoWords);
        return await SeatsOf(found, http, say["Reason.PersonalCodeUnknown"], StatusCodes.Status404NotFound, personal);
    }

    /// <summary>"That is my seat": somebody at the table has to confirm it (T2).</summary>
    public async Task<IResult> Claim(HttpContext http)
    {
        var found = Found.At(http);
        var table = Guid.TryParse(http.Request.Form["table"], out var id) && found.Workshop.Find(new(id)) is { } laid ? laid.Id : throw new BadFormException("table");
        var at = time.GetUtcNow();
        var seat = int.TryParse(http.Request.Form["claimed"], out var number) ? number : throw new BadFormException("claimed");
        var answer = await grains.GetGrain<ITableGrain>(table.Value).Ask(new ClaimSeat(visitors.FindOrWelcome(http).Device, new(seat), at), Guid.NewGuid(), at);
        return answer.Refusal is null
            ? FirstCookie.On(http, $"/tables/{table.Value}")
            : Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say.Why(answer.Refusal) }, Statuses.Of(answer.Refusal.Reason));
    }

    private IResult Home(HttpContext http, Refusal refusal, string typed) => Page.Of(
        new HomePage { Frame = PageFrame.Of(http), Wrong = say.Why(refusal), Typed = typed }, Statuses.Of(refusal.Reason));

    private async Task<IResult> Closed(Found found, HttpContext http, int status = StatusCodes.Status200OK) => Page.Of(new ClosedPage
    {
        Frame = PageFrame.Of(http),
        Id = found.Id,
        Workshop = found.Workshop,
        Minutes = (int)Math.Ceiling(link.Left(found.Workshop)!.Value.TotalMinutes),
        Own = OwnOf(http, await seats.TablesOf(found.Workshop)),
    }, status);

    private async Task<IResult> SeatsOf(Found found, HttpContext http, string? wrong, int status = StatusCodes.Status200OK, string personal = "", string name = "", string department = "")
    {
        var tables = await seats.TablesOf(found.Workshop);
        return Page.Of(new SeatsPage
        {
            Frame = PageFrame.Of(http),
            Workshop = found.Workshop,
            Tables = tables,
            Wrong = wrong,
            Personal = personal,
            Name = name,
            Department = department,
            HasGuests = !(await guests.Of(found.Id)).Guests.IsEmpty,
            Own = OwnOf(http, tables),
            IsFull = !found.Workshop.MayComeIn(visitors.Find(http)?.Device ?? default, seats.PlacesFor(visitors.Find(http)?.Device ?? default, found.Workshop, tables)),
        }, status);
    }

    private List<TableId> OwnOf(HttpContext http, List<LaidTable> tables) => visitors.Find(http) is { } visitor
        ? [.. tables.Where(table => table.State.SeatsOf(visitor.Device).Any()).Select(table => table.Id)]
        : [];

    private static TableId? Chosen(Workshop workshop, string table, string department, List<LaidTable> tables) => workshop.Seating == Seating.Choose
        ? Guid.TryParse(table, out var id) && workshop.Find(new(id)) is not null ? new TableId(id) : null
        : FreeSeats.TableFor(workshop, department, tables);

    /// <returns>Why this code does not let anybody in; nothing when it does. The door of the address says the same.</returns>
    private async Task<Refusal?> WhyNot(JoinCode code)
    {
        if (await book.Find(code) is not { } id) return new(Reason.CodeUnknown);

        var workshop = (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;
        return Domain.Workshops.Doors.Admit(Door.WithTheCode, new(Code: code), workshop, link.HasEnded(workshop)) switch
        {
            Admission.In => null,
            Admission.CodeRenewed => new(Reason.CodeRenewed),
            Admission.Unknown => new(Reason.CodeUnknown),
            _ => new(Reason.CodeExpired),
        };
    }

    private sealed record Found(WorkshopId Id, Workshop Workshop)
    {
        public bool IsClosed => Workshop.ClosedAt is not null;

        public static Found At(HttpContext http) => new(Entrance.Of(http).Id, Entrance.Of(http).Workshop);
    }
}
