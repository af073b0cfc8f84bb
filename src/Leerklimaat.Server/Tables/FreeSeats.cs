using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Tables;

/// <summary>Gives somebody a seat, for themselves or for a neighbour: while the workshop has room, and with a personal code that nobody has.</summary>
public sealed class FreeSeats(IGrainFactory grains, PersonalCodes codes, IOptions<ServerSettings> settings)
{
    public async Task<List<LaidTable>> TablesOf(Workshop workshop)
    {
        var states = await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()));
        return [.. workshop.Tables.Zip(states, (table, answer) => new LaidTable(table.Id, answer.State))];
    }

    public Refusal Full => new(Reason.WorkshopFull, Most);

    /// <summary>How many people may take part.</summary>
    public int Most => settings.Value.MostPeople;

    /// <summary>Whether one more may look on: players and followers are counted together (W8), and who wait go before (W12).</summary>
    public async Task<bool> HasRoom(Workshop workshop, DeviceId device) =>
        Most - workshop.PeopleBeside(device, [.. (await TablesOf(workshop)).Select(table => table.State)]) > workshop.Waiting.Count(waiter => waiter.Device != device);

    /// <summary>How many people could sit down now.</summary>
    public int PlacesFor(DeviceId device, Workshop workshop, List<LaidTable> tables) => workshop.PlacesFor(device, tables.ToDictionary(table => table.Id, table => table.State), Most);

    /// <summary>The table for somebody who chose none; nothing when all are full.</summary>
    public static TableId? TableFor(Workshop workshop, string department, List<LaidTable> tables) => TableFinder.For(
        workshop.Seating, department,
        tables.Where(one => workshop.Seating == Seating.Choose || !one.State.IsOnPaper).Select(one => new Occupancy(one.Id, workshop.Find(one.Id)!.Seats, [.. one.State.Seats.Select(seat => seat.Department)])));

    /// <param name="wish">Without a personal code; it is drawn here.</param>
    public async Task<Answer<Table>> Take(WorkshopId id, TableId table, TakeSeat wish, Guid command, HttpContext http)
    {
        var grain = grains.GetGrain<ITableGrain>(table.Value);
        var workshop = (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;
        if (workshop.BinnedAt is not null) return await grain.Look() with { Refusal = new(Reason.WorkshopBinned) };
        if (workshop.ClosedAt is not null) return await grain.Look() with { Refusal = new(Reason.WorkshopClosed) };

        var tables = await TablesOf(workshop);
        if (workshop.PeopleBeside(tables.Any(one => one.State.SeatsOf(wish.Device).Any()) ? default : wish.Device, [.. tables.Select(one => one.State)]) >= Most) return await grain.Look() with { Refusal = Full };

        var personal = Unused(id, [.. tables.SelectMany(one => one.State.Seats).Select(seat => seat.CodeProof)]);
        var take = wish with { CodeProof = Words.ProofOf(id.Value, personal) };
        var answer = await grain.Ask(take, command, take.At);
        // A second request for the same seat is answered with the first one's seat, and with the first one's code in its cookie.
        if (answer.State.Seats.Any(seat => seat.CodeProof == take.CodeProof)) await codes.Remember(http, table, personal);
        return answer;
    }

    private static string Unused(WorkshopId workshop, HashSet<string> used)
    {
        string code;
        do code = Words.Draw(Words.OfSeat);
        while (used.Contains(Words.ProofOf(workshop.Value, code)));
        return code;
    }
}

/// <summary>A table of a workshop with its state.</summary>
public sealed record LaidTable(TableId Id, Table State);
