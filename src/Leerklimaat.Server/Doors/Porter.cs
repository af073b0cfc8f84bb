using System.Globalization;
using System.Security.Claims;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Doors;

/// <summary>Finds out who stands at a door and what is behind it, and asks the rule (<see cref="Domain.Workshops.Doors"/>) whether they may come in; for a stream again with each change.</summary>
public sealed class Porter(Watched<Workshop> workshops, Watched<Table> tables, CodeBook book, Visitors visitors, Facilitators facilitators, OwnTables own, LiveLink link, Newest newest, TimeProvider time) : IPorter
{
    public async Task<Entrance> Meet(HttpContext http, Door door, ClaimsPrincipal user)
    {
        var found = door switch
        {
            Door.Anybody => new(door, Admission.In, Arrival.Stranger, default, Workshop.Empty),
            Door.WithTheCode => await WithCode(http, door),
            _ when door.IsAtATable() => await AtTable(http, door, user),
            _ => await AtWorkshop(http, door, user),
        };
        return found with { Admission = Admit(found) };
    }

    public Func<bool> StillAdmits(HttpContext http)
    {
        var entrance = Entrance.Of(http);
        return () => StillAdmits(entrance);
    }

    /// <summary>The same question again, from what this process knows by now.</summary>
    private bool StillAdmits(Entrance entrance)
    {
        var now = entrance with
        {
            Workshop = newest.Of<Workshop>(entrance.Id.Value, out _) ?? entrance.Workshop,
            State = entrance.Table is { } table ? newest.Of<Table>(table.Value, out _) ?? entrance.State : null,
        };
        var leading = now.Leading is { } known && Facilitators.Leads(known.KeyProof, now.Workshop);
        var key = now.Arrival.HasKey && ScreenKeyOf(entrance) == ScreenKeyOf(now);
        var arrival = VisitOf(now, leading, key) with { Code = now.Arrival.Code, Sits = now.Arrival.Sits && now.OwnTable is { } seated && now.Workshop.Find(seated) is not null };
        return Admit(now with { Arrival = arrival }) == Admission.In;
    }

    private Admission Admit(Entrance at)
    {
        // Cleared away after a rehearsal (W11).
        if (at.Table is { } table && (at.State?.Setting is null || at.Workshop.Find(table) is null)) return Admission.Unknown;
        return Domain.Workshops.Doors.Admit(at.Door, at.Arrival, at.Workshop, link.HasEnded(at.Workshop));
    }

    private async Task<Entrance> WithCode(HttpContext http, Door door)
    {
        var nowhere = new Entrance(door, Admission.Unknown, Arrival.Stranger, default, Workshop.Empty, visitors.Find(http));
        if (!JoinCode.TryRead(RouteOf(http, "code"), out var code)) return nowhere;
        if (await book.Find(code.Value) is not { } id) return nowhere;
        return nowhere with { Id = id, Workshop = await WorkshopOf(id), Arrival = new(Code: code) };
    }

    private async Task<Entrance> AtTable(HttpContext http, Door door, ClaimsPrincipal user)
    {
        var id = new TableId(IdOf(http));
        // What players ask comes by the hundreds, and is decided where the table is: a process that shows it to them knows it well enough to let them in. Whoever it does not
        // let in may have sat down this moment.
        if (HttpMethods.IsPost(http.Request.Method) && newest.Of<Table>(id.Value, out _) is { } shown && await AtTable(http, door, user, id, shown) is var known && Admit(known) == Admission.In) return known;
        return await AtTable(http, door, user, id, (await tables.Look(id.Value)).State);
    }

    private async Task<Entrance> AtTable(HttpContext http, Door door, ClaimsPrincipal user, TableId id, Table state)
    {
        var workshop = new WorkshopId(state.Setting?.Workshop ?? Guid.Empty);
        var known = HttpMethods.IsPost(http.Request.Method) && newest.Of<Workshop>(workshop.Value, out _) is { } watched ? watched : state.Setting is null ? Workshop.Empty : await WorkshopOf(workshop);
        // Who leads is let in where others are not any more. Where all are, it is not looked up: that reads a file and decrypts it.
        var leading = door == Door.HoldsThisSeat && known.BinnedAt is null && !link.HasEnded(known) ? null : await facilitators.Find(http, workshop, known);
        var entrance = new Entrance(door, Admission.Unknown, Arrival.Stranger, workshop, known, visitors.Find(http), leading, id, state);
        var arrival = VisitOf(entrance, entrance.Leading is not null, door == Door.SeesThisTable && ScreenKeys.IsRight(http.Request.Query[ScreenKeys.Field], ScreenKeys.OfTable(known, id)));
        return entrance with { Arrival = door == Door.HoldsThisSeat ? arrival with { HoldsSeat = arrival.SitsHere && await HoldsSeat(http, state, user) } : arrival };
    }

    private async Task<Entrance> AtWorkshop(HttpContext http, Door door, ClaimsPrincipal user)
    {
        var id = new WorkshopId(IdOf(http));
        var workshop = await WorkshopOf(id);
        var leading = user.HasClaim(claim => claim.Type == FacilitatorScheme.Proof && Facilitators.Leads(claim.Value, workshop)) ? await facilitators.Find(http, id, workshop) : null;
        var entrance = new Entrance(door, Admission.Unknown, Arrival.Stranger, id, workshop, visitors.Find(http), leading);
        if (entrance.Visitor is { } visitor && door is Door.InTheRoom or Door.TakesPart or Door.WasThere or Door.SeesTheWall) entrance = entrance with { OwnTable = await own.Find(id, workshop, entrance.Visitor!.Device) };
        return entrance with { Arrival = VisitOf(entrance, leading is not null, HasKey(http, door, workshop)) with { Sits = entrance.OwnTable is not null } };
    }

    private static Arrival VisitOf(Entrance at, bool leads, bool hasKey) => new(
        LeadsFirst: leads && at.Leading!.KeyProof == at.Workshop.KeyProof,
        Leads: leads,
        Sits: at.Arrival.Sits,
        SitsHere: at.Visitor is { } sitting && at.State?.SeatsOf(sitting.Device).Any() == true,
        HoldsSeat: at.Arrival.HoldsSeat,
        Claims: at.Visitor is { } claiming && (at.State?.Claims.Any(claim => claim.Device == claiming.Device) == true || at.State?.HandOvers.Any(handed => handed.From == claiming.Device) == true),
        Follows: at.Visitor is { } following && at.Workshop.IsFollowedBy(following.Device),
        HasKey: hasKey);

    private bool HasKey(HttpContext http, Door door, Workshop workshop) => door switch
    {
        Door.SeesTheWall => ScreenKeys.IsRight(http.Request.Query[ScreenKeys.Field], ScreenKeys.OfWall(workshop)),
        Door.WasThere => workshop.IsKeptAt(time.GetUtcNow()),
        Door.ReadsByLink => workshop.MayBeReadWith(Facilitators.ProofOf(RouteOf(http, "key")), time.GetUtcNow()),
        Door.HasAnActionLink => workshop.ActionWith(Facilitators.ProofOf(RouteOf(http, "secret"))) is not null,
        Door.HasAnOffer => workshop.OfferWith(Facilitators.ProofOf(RouteOf(http, "secret")), time.GetUtcNow()) is not null,
        Door.HasThePrivateLink => workshop.Exists && Facilitators.Leads(Facilitators.ProofOf(RouteOf(http, "key")), workshop),
        _ => false,
    };

    private static string ScreenKeyOf(Entrance at) => at.Table is { } table ? ScreenKeys.OfTable(at.Workshop, table) : ScreenKeys.OfWall(at.Workshop);

    /// <summary>A form without a seat cannot have come from a page of ours; what is wrong with it is told by who reads it.</summary>
    private static async Task<bool> HoldsSeat(HttpContext http, Table table, ClaimsPrincipal user)
    {
        var said = http.Request.Query["seat"].FirstOrDefault() ?? (http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["seat"].FirstOrDefault() : null);
        return !int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var seat)
            || (table.Find(new(seat)) is { } held && user.HasClaim(VisitorScheme.Device, held.Device.Value.ToString("N")));
    }

    private async Task<Workshop> WorkshopOf(WorkshopId id) => (await workshops.Look(id.Value)).State;

    private static Guid IdOf(HttpContext http) => Guid.TryParse(RouteOf(http, "id"), out var id) ? id : Guid.Empty;

    private static string RouteOf(HttpContext http, string name) => http.Request.RouteValues[name]?.ToString() ?? "";
}
