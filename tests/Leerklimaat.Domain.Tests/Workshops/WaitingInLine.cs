using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("W12")]
public class WaitingInLine : AProgramme
{
    private static readonly DeviceId Fatima = Device(7), Gijs = Device(8), Hanna = Device(9);

    private static Story<Workshop, WorkshopCommand, WorkshopEvent> ThreeWait => Started.After(Wait(Fatima), Wait(Gijs), Wait(Hanna));

    [Fact]
    public void Who_waits_stands_in_the_line_once() => Started
        .When(new WaitForASeat(Fatima, "Fatima", "Werk", Monday)).Then(new WaiterCame(Fatima, "Fatima", "Werk", Monday))
        .When(Wait(Fatima)).ThenNothing()
        .And(workshop => Assert.Equal(1, workshop.PlaceInLine(Fatima)));

    [Fact]
    public void Without_a_free_place_nobody_is_called() => ThreeWait.When(new KnockAtTheDoor(Gijs, 0, Monday)).ThenNothing();

    [Fact]
    public void The_first_is_called_whoever_knocks() => ThreeWait
        .When(new KnockAtTheDoor(Hanna, 1, Monday)).Then(new WaiterCalled(Fatima, Monday))
        .And(workshop => Assert.Equal([true, false, false], Line(workshop, 1)));

    [Fact]
    public void As_many_are_called_as_there_are_places() => ThreeWait
        .When(new KnockAtTheDoor(Hanna, 2, Monday)).Then(new WaiterCalled(Fatima, Monday), new WaiterCalled(Gijs, Monday))
        .When(new KnockAtTheDoor(Fatima, 2, Monday)).ThenNothing();

    [Fact]
    public void Who_comes_now_goes_behind_those_who_wait() => ThreeWait
        .And(workshop => Assert.Equal((false, true), (workshop.MayComeIn(Device(10), 3), workshop.MayComeIn(Device(10), 4))));

    [Fact]
    public void For_a_minute_the_place_is_kept() => ThreeWait.After(new KnockAtTheDoor(Hanna, 1, Monday))
        .When(new KnockAtTheDoor(Hanna, 1, Monday.AddSeconds(59))).ThenNothing();

    [Fact]
    public void Then_the_next_one_is_called() => ThreeWait.After(new KnockAtTheDoor(Hanna, 1, Monday))
        .When(new KnockAtTheDoor(Hanna, 1, Monday.AddSeconds(60))).Then(new WaiterPassedOver(Fatima), new WaiterCalled(Gijs, Monday.AddSeconds(60)))
        .And(workshop => Assert.Equal([Gijs, Hanna, Fatima], workshop.Waiting.Select(waiter => waiter.Device)));

    [Fact]
    public void Who_is_passed_over_twice_waits_no_longer()
    {
        var story = Started.After(Wait(Fatima), Wait(Gijs), new KnockAtTheDoor(Gijs, 1, Monday), new KnockAtTheDoor(Gijs, 1, Monday.AddMinutes(1)), new LeaveTheLine(Gijs, Monday));
        story.After(Wait(Hanna), new KnockAtTheDoor(Hanna, 1, Monday.AddMinutes(2)), new KnockAtTheDoor(Hanna, 1, Monday.AddMinutes(3))).And(workshop => Assert.Equal([Hanna], workshop.Waiting.Select(waiter => waiter.Device)));
    }

    [Fact]
    public void Who_knocks_is_awake_and_never_passed_over() => ThreeWait.After(new KnockAtTheDoor(Hanna, 1, Monday)).When(new KnockAtTheDoor(Fatima, 1, Monday.AddMinutes(5))).ThenNothing();

    [Fact]
    public void A_place_that_went_again_costs_nobody_their_turn() => ThreeWait.After(new KnockAtTheDoor(Hanna, 1, Monday))
        .When(new KnockAtTheDoor(Hanna, 0, Monday.AddSeconds(30))).Then(new TurnsTakenBack(0))
        .When(new KnockAtTheDoor(Hanna, 1, Monday.AddHours(1))).Then(new WaiterCalled(Fatima, Monday.AddHours(1)));

    [Fact]
    public void Who_has_a_seat_or_goes_is_in_the_line_no_more() => ThreeWait
        .When(new LeaveTheLine(Gijs, Monday)).Then(new WaiterLeft(Gijs)).When(new LeaveTheLine(Gijs, Monday)).ThenNothing()
        .And(workshop => Assert.Equal(2, workshop.PlaceInLine(Hanna)));

    [Fact]
    public void A_stranger_moves_no_line() => ThreeWait.When(new KnockAtTheDoor(Device(10), 3, Monday)).ThenNothing();

    [Fact]
    public void A_line_has_an_end() =>
        Enumerable.Range(100, Workshop.MostWaiting).Aggregate(Started, (story, number) => story.After(Wait(Device(number)))).When(Wait(Fatima)).ThenRefused(Reason.LineIsFull);

    [Fact, Rule("W7")]
    public void A_new_code_ends_the_line() => ThreeWait.After(new RenewCode(JoinCode.From([6, 5, 4, 3, 2, 1]), Monday)).And(workshop => Assert.Empty(workshop.Waiting));

    [Fact, Rule("W8")]
    public void There_are_as_many_places_as_seats_and_as_the_limit_leaves()
    {
        var workshop = Started.State;
        var seats = workshop.Tables.Sum(table => table.Seats);
        var tables = new Dictionary<TableId, Table>();
        Assert.Equal((seats, 5), (workshop.PlacesFor(Fatima, tables, 2_000), workshop.PlacesFor(Fatima, tables, 5)));

        tables[workshop.Tables[0].Id] = Sits(Table.Empty, 1);
        Assert.Equal((seats - 1, 4), (workshop.PlacesFor(Fatima, tables, 2_000), workshop.PlacesFor(Fatima, tables, 5)));
        var follows = Started.After(new Follow(Fatima, Monday), new Follow(Gijs, Monday)).State;
        Assert.Equal((seats - 1, 2), (follows.PlacesFor(Fatima, tables, 5), follows.PlacesFor(Hanna, tables, 5)));
    }

    [Fact, Rule("W8")]
    public void Who_left_leaves_room_for_another()
    {
        var workshop = Started.State;
        var tables = new Dictionary<TableId, Table> { [workshop.Tables[0].Id] = Sits(Table.Empty, 1) };
        Assert.Equal(0, workshop.PlacesFor(Fatima, tables, 1));
        tables[workshop.Tables[0].Id] = Table.Evolve(tables[workshop.Tables[0].Id], new SeatLeft(new(1)));
        Assert.Equal(1, workshop.PlacesFor(Fatima, tables, 1));
    }

    private static WaitForASeat Wait(DeviceId device) => new(device, "", "", Monday);

    private static IEnumerable<bool> Line(Workshop workshop, int places) => workshop.Waiting.Select(waiter => workshop.MayComeIn(waiter.Device, places));

    private static Table Sits(Table table, int seat) => Table.Evolve(table, new SeatTaken(new(seat), seat, Device(50 + seat), "", "", ""));

    private static DeviceId Device(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
