using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

/// <summary>What closed, ended, revoked and binned mean at a door.</summary>
public class ComingToADoor
{
    private static readonly JoinCode Code = JoinCode.From([1, 2, 3, 4, 5, 6]), NewCode = JoinCode.From([6, 5, 4, 3, 2, 1]);

    private static readonly Workshop Open = Workshop.Empty with { Code = Code };
    private static readonly Workshop Binned = Open with { BinnedAt = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero) };

    private static readonly Arrival
        Player = new(Sits: true, SitsHere: true, HoldsSeat: true), Follower = new(Follows: true), First = new(LeadsFirst: true, Leads: true), Second = new(Leads: true), WithKey = new(HasKey: true);

    public static TheoryData<Door> EveryDoor => [.. Enum.GetValues<Door>()];

    [Theory, MemberData(nameof(EveryDoor)), Rule("W7")]
    public void A_stranger_comes_in_where_everybody_may_and_nowhere_else(Door door) =>
        Assert.Equal(door == Door.Anybody, At(door, Arrival.Stranger, Open) == Admission.In);

    [Theory, MemberData(nameof(EveryDoor)), Rule("W9")]
    public void From_the_bin_only_who_leads_can_do_anything(Door door)
    {
        foreach (var arrival in new[] { Player, Follower, Second, WithKey with { HasKey = door != Door.HasThePrivateLink }, new(Code: Code) })
            Assert.Equal(door == Door.Anybody, At(door, arrival, Binned) == Admission.In);
        Assert.Equal(door is Door.Anybody or Door.KeepsTheBin, At(door, First, Binned) == Admission.In);
    }

    [Theory, Rule("T2"), InlineData(Door.ComesToThisTable), InlineData(Door.AtThisTable), InlineData(Door.HoldsThisSeat), InlineData(Door.SeesThisTable)]
    public void Who_sits_at_another_table_does_not_come_to_this_one(Door door) => Assert.Equal(Admission.NotYours, At(door, new(Sits: true), Open));

    [Fact, Rule("T2")]
    public void Who_waits_for_a_seat_comes_to_its_table_and_does_not_sit_there_yet() =>
        Assert.Equal([Admission.In, Admission.NotYours], new[] { Door.ComesToThisTable, Door.AtThisTable }.Select(door => At(door, new(Claims: true), Open)));

    [Fact, Rule("W9")]
    public void Who_leads_is_told_that_it_lies_in_the_bin_and_others_that_it_is_over()
    {
        Assert.Equal(Admission.Binned, At(Door.Leads, Second, Binned));
        Assert.Equal(Admission.Ended, At(Door.AtThisTable, Player, Binned));
    }

    [Theory, Rule("W7")]
    [InlineData(Door.InTheRoom), InlineData(Door.TakesPart), InlineData(Door.ComesToThisTable), InlineData(Door.AtThisTable), InlineData(Door.HoldsThisSeat), InlineData(Door.SeesTheWall), InlineData(Door.SeesThisTable)]
    public void When_the_time_to_look_is_over_the_room_is_closed_for_its_people(Door door)
    {
        Assert.Equal(Admission.In, At(door, Player, Open));
        Assert.Equal(Admission.Ended, At(door, Player, Open, hasEnded: true));
    }

    [Fact, Rule("W7")]
    public void Who_leads_and_who_has_the_read_link_come_in_also_after_that()
    {
        Assert.Equal(Admission.In, At(Door.Leads, Second, Open, hasEnded: true));
        Assert.Equal(Admission.In, At(Door.InTheRoom, First, Open, hasEnded: true));
        Assert.Equal(Admission.In, At(Door.ReadsByLink, WithKey, Open, hasEnded: true));
        Assert.Equal(Admission.Ended, At(Door.SeesTheWall, WithKey, Open, hasEnded: true));
    }

    [Fact, Rule("W7")]
    public void An_old_code_says_that_there_is_a_new_one_and_a_revoked_code_that_it_ended()
    {
        Assert.Equal(Admission.In, At(Door.WithTheCode, new(Code: Code), Open));
        Assert.Equal(Admission.CodeRenewed, At(Door.WithTheCode, new(Code: Code), Open with { Code = NewCode }));
        Assert.Equal(Admission.Ended, At(Door.WithTheCode, new(Code: Code), Open with { IsCodeRevoked = true }));
        Assert.Equal(Admission.Ended, At(Door.WithTheCode, new(Code: Code), Open, hasEnded: true));
    }

    [Fact, Rule("W2")]
    public void Whether_others_lead_and_whether_it_is_deleted_is_for_the_first_facilitator()
    {
        foreach (var door in new[] { Door.LeadsFirst, Door.KeepsTheBin })
        {
            Assert.Equal(Admission.In, At(door, First, Open));
            Assert.Equal(Admission.NotYours, At(door, Second, Open));
        }
    }

    [Fact, Rule("T2")]
    public void A_seat_is_asked_for_by_who_holds_it_alone()
    {
        Assert.Equal(Admission.NotYours, At(Door.HoldsThisSeat, Player with { HoldsSeat = false }, Open));
        Assert.Equal(Admission.In, At(Door.ComesToThisTable, new(Claims: true), Open));
        Assert.Equal(Admission.NotYours, At(Door.AtThisTable, new(Claims: true), Open));
    }

    [Fact]
    public void A_workshop_that_is_not_there_has_no_doors() => Assert.Equal(Admission.Unknown, At(Door.Leads, First, Workshop.Empty));

    private static Admission At(Door door, Arrival arrival, Workshop workshop, bool hasEnded = false) => Doors.Admit(door, arrival, workshop, hasEnded);
}
