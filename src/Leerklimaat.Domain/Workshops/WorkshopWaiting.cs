using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// Who comes when it is full waits in line, and is let in by turn: rule W12.
public sealed partial record Workshop
{
    /// <summary>More than a hall outside the door, so that no program fills the line.</summary>
    public const int MostWaiting = 500;

    /// <summary>How long a place is kept for who is called. A page that is open knocks every few seconds.</summary>
    public static readonly TimeSpan TurnLasts = TimeSpan.FromMinutes(1);

    /// <summary>Who wait for a seat, in the order in which they are let in.</summary>
    public ImmutableArray<Waiter> Waiting { get; init; } = [];

    /// <summary>The first has 1; nothing for who does not wait.</summary>
    public int? PlaceInLine(DeviceId device) => Waiting.FirstOrDefault(waiter => waiter.Device == device) is { } own ? Waiting.IndexOf(own) + 1 : null;

    /// <summary>Whether it is the turn of this device, of which others who wait for as many places go before.</summary>
    /// <param name="places">As <see cref="PlacesFor"/> counts them.</param>
    public bool MayComeIn(DeviceId device, int places) => (PlaceInLine(device) - 1 ?? Waiting.Length) < places;

    /// <summary>How many people could sit down now: as many as there are free seats, and as the limit leaves (W8). Who left their table leaves room for another.</summary>
    /// <param name="device">Who follows has room already, and takes none of it anew by sitting down.</param>
    /// <param name="tables">Of all tables that were laid; one that is missing has not begun.</param>
    /// <param name="most">How many people may take part.</param>
    public int PlacesFor(DeviceId device, IReadOnlyDictionary<TableId, Table> tables, int most)
    {
        var laid = Tables.Select(table => (table.Seats, State: tables.GetValueOrDefault(table.Id) ?? Table.Empty)).ToList();
        var seats = laid.Where(table => Seating == Seating.Choose || !table.State.IsOnPaper).Sum(table => Math.Max(0, table.Seats - table.State.Seats.Length));
        var (states, isIn) = (laid.ConvertAll(table => table.State), Followers.Contains(device));
        return isIn && states.All(table => !table.SeatsOf(device).Any()) ? seats : Math.Max(0, Math.Min(seats, most - PeopleBeside(device, states)));
    }

    /// <summary>Who are here, as <see cref="PeopleWith"/>, without who left their table and without this device as a follower.</summary>
    public int PeopleBeside(DeviceId device, IReadOnlyCollection<Table> tables)
    {
        var seats = tables.SelectMany(table => table.Seats).ToList();
        return seats.Count(seat => !seat.IsAway) + Followers.Except(seats.Select(seat => seat.Device)).Remove(device).Count;
    }

    private Decision<WorkshopEvent> Wait(WaitForASeat wait) =>
        PlaceInLine(wait.Device) is not null ? Decision<WorkshopEvent>.Nothing
        : wait.Name.Length > Seat.LongestName || wait.Department.Length > Seat.LongestName ? new Refusal(Reason.NameTooLong, Seat.LongestName)
        : Waiting.Length >= MostWaiting ? Reason.LineIsFull
        : new WaiterCame(wait.Device, wait.Name, wait.Department, wait.At);

    /// <summary>Anybody in line who is awake moves it on: it calls who is to come in, and passes over who was called and does not come.</summary>
    private Decision<WorkshopEvent> Knock(KnockAtTheDoor knock)
    {
        if (PlaceInLine(knock.Device) is null) return Decision<WorkshopEvent>.Nothing;
        // A place that went again was nobody's to take.
        if (Waiting.Skip(knock.Places).Any(waiter => waiter.CalledAt is not null)) return new TurnsTakenBack(knock.Places);

        var late = Waiting.Where(waiter => waiter.Device != knock.Device && waiter.CalledAt is { } called && called + TurnLasts <= knock.At).Select(waiter => new WaiterPassedOver(waiter.Device)).ToList();
        var line = late.Aggregate(this, (now, passed) => now.After(passed)).Waiting;
        return (WorkshopEvent[])[.. late, .. line.Take(knock.Places).Where(waiter => waiter.CalledAt is null).Select(waiter => new WaiterCalled(waiter.Device, knock.At))];
    }

    private Workshop After(WaiterPassedOver passed)
    {
        var waiter = Waiting.First(one => one.Device == passed.Device);
        var others = Waiting.Remove(waiter);
        return this with { Waiting = waiter.WasPassedOver ? others : others.Add(waiter with { CalledAt = null, WasPassedOver = true }) };
    }

    private Workshop With(DeviceId waits, Func<Waiter, Waiter> change) => this with { Waiting = [.. Waiting.Select(waiter => waiter.Device == waits ? change(waiter) : waiter)] };
}

/// <summary>Somebody who waits for a seat.</summary>
/// <param name="Name">As they want to be called at the table; empty where they did not say.</param>
public sealed record Waiter(DeviceId Device, string Name, string Department)
{
    /// <summary>Since when a place is kept for them.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Did not come when called, and went to the end of the line. Once more, and they wait no longer.</summary>
    public bool WasPassedOver { get; init; }
}
