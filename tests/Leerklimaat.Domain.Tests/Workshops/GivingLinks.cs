using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

public class GivingLinks : AProgramme
{
    private static readonly DeviceId Fatima = new(new Guid(7, 0, 0, new byte[8]));
    private static readonly JoinCode Other = JoinCode.From([6, 5, 4, 3, 2, 1]);

    [Fact, Rule("W7")]
    public void The_code_is_revoked_and_renewed_at_once() => Started
        .When(new RevokeCode(Monday)).Then(new CodeRevoked(Monday)).When(new RevokeCode(Monday)).ThenNothing()
        .When(new RenewCode(Other, Monday)).Then(new CodeRenewed(Other, Monday)).When(new RenewCode(Other, Monday)).ThenNothing()
        .And(workshop => Assert.Equal((Other, false), (workshop.Code, workshop.IsCodeRevoked)));

    [Fact, Rule("W7")]
    public void A_read_link_has_its_own_end_and_can_be_taken_back()
    {
        var given = Started.When(new GiveReadLink("proof", After(60), ReadLevel.Agreements, Monday)).Then(new ReadLinkGiven("proof", After(60), HasQuotes: false, ReadLevel.Agreements)).When(new GiveReadLink("proof", After(60), ReadLevel.Agreements, Monday)).ThenNothing();
        Assert.True(given.State.MayBeReadWith("proof", After(59)));
        Assert.False(given.State.MayBeReadWith("proof", After(60)));
        Assert.False(given.State.MayBeReadWith("guess", Monday));
        Assert.False(given.After(new WithdrawReadLink(Monday)).State.MayBeReadWith("proof", Monday));
    }

    [Theory, Rule("W7"), InlineData(true, ReadLevel.All), InlineData(false, ReadLevel.WithoutQuotes)]
    public void A_read_link_of_an_old_journal_shows_what_it_showed(bool hasQuotes, ReadLevel level) =>
        Started.Given(new ReadLinkGiven("proof", After(60), hasQuotes)).And(workshop => Assert.Equal(level, workshop.ReadLink!.Level));

    [Fact, Rule("W7")]
    public void A_new_read_link_ends_the_old_one() => Started.After(new GiveReadLink("old", After(60), ReadLevel.All, Monday), new GiveReadLink("new", After(60), ReadLevel.All, Monday)).And(workshop => Assert.False(workshop.MayBeReadWith("old", Monday)));

    [Fact, Rule("W6")]
    public void A_follower_is_counted_once() => Started.When(new Follow(Fatima, Monday)).Then(new FollowerCame(Fatima)).When(new Follow(Fatima, Monday)).ThenNothing();

    [Fact, Rule("W8")]
    public void Who_follows_and_then_takes_a_seat_is_one_person()
    {
        var workshop = Started.After(new Follow(Fatima, Monday)).State;
        Table[] AtTable(params DeviceId[] devices) => [Table.Empty with { Seats = [.. devices.Select((device, place) => new Seat(new(place + 1), place + 1, device, "", "", "", IsAway: false))] }];
        Assert.Equal(1, workshop.PeopleWith([]));
        Assert.Equal(2, workshop.PeopleWith(AtTable(new DeviceId(new Guid(8, 0, 0, new byte[8])))));
        Assert.Equal(1, workshop.PeopleWith(AtTable(Fatima)));
        Assert.Equal(2, workshop.PeopleWith(AtTable(Fatima, Fatima)));
    }

    [Fact, Rule("W6")]
    public void Nobody_starts_to_follow_a_closed_workshop() => Started.After(new CloseWorkshop(Monday)).When(new Follow(Fatima, Monday)).ThenRefused(Reason.WorkshopClosed);

    [Fact, Rule("W2")]
    public void A_second_facilitator_joins_by_accepting_an_offer() => Started
        .When(new OfferRole("offer", false, After(60), Monday)).Then(new RoleOffered("offer", false, After(60))).When(new OfferRole("offer", false, After(60), Monday)).ThenNothing()
        .When(new AcceptRole("offer", "second", "words", Monday)).Then(new SecondJoined("second", Monday)).When(new AcceptRole("offer", "second", "words", Monday)).ThenNothing()
        .And(workshop => Assert.Equal((true, true), (workshop.IsLedBy("key"), workshop.IsLedBy("second"))));

    [Fact, Rule("W2")]
    public void Who_hands_the_role_over_loses_it_when_it_is_accepted_and_not_before()
    {
        var offered = Started.After(new OfferRole("offer", true, After(60), Monday));
        Assert.True(offered.State.IsLedBy("key"));
        offered.When(new AcceptRole("offer", "new", "words", Monday)).Then(new RoleHandedOver("new", "words", Monday))
            .And(workshop => Assert.Equal((false, true, "words"), (workshop.IsLedBy("key"), workshop.IsLedBy("new"), workshop.RecoveryProof)));
    }

    [Fact, Rule("W2")]
    public void An_offer_is_accepted_once_and_in_time()
    {
        Started.After(new OfferRole("offer", false, After(60), Monday), new AcceptRole("offer", "second", "words", Monday)).When(new AcceptRole("offer", "third", "words", Monday)).ThenRefused(Reason.OfferEnded);
        Started.After(new OfferRole("offer", false, After(60), Monday)).When(new AcceptRole("offer", "second", "words", After(60))).ThenRefused(Reason.OfferEnded);
        Started.After(new OfferRole("offer", false, After(60), Monday), new WithdrawOffer(Monday)).When(new AcceptRole("offer", "second", "words", Monday)).ThenRefused(Reason.OfferEnded);
        Started.When(new AcceptRole("", "second", "words", Monday)).ThenRefused(Reason.OfferEnded);
    }

    [Fact, Rule("O2")]
    public void Each_owner_has_a_link_to_one_action_also_after_the_closing_and_a_new_one_ends_the_old_one()
    {
        var (coffee, rest) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        var given = Started.After(new CloseWorkshop(Monday), new GiveActionLink(coffee, "one", Monday), new GiveActionLink(rest, "two", Monday));
        Assert.Equal((coffee, rest, null), (given.State.ActionWith("one"), given.State.ActionWith("two"), given.State.ActionWith("")));
        given.When(new GiveActionLink(coffee, "one", Monday)).ThenNothing();
        var renewed = given.After(new GiveActionLink(coffee, "three", Monday), new WithdrawActionLink(rest, Monday));
        Assert.Equal((null, null, coffee), (renewed.State.ActionWith("one"), renewed.State.ActionWith("two"), renewed.State.ActionWith("three")));
        renewed.When(new WithdrawActionLink(rest, Monday)).ThenNothing();
    }

    [Fact, Rule("W2")]
    public void Other_facilitators_are_dismissed() => Started.After(new OfferRole("offer", false, After(60), Monday), new AcceptRole("offer", "second", "words", Monday))
        .When(new DismissSeconds(Monday)).Then(new SecondsDismissed(Monday)).When(new DismissSeconds(Monday)).ThenNothing().And(workshop => Assert.False(workshop.IsLedBy("second")));

    [Fact, Rule("W2"), Rule("W10")]
    public void Who_was_dismissed_last_can_lead_again() => Started.After(new OfferRole("offer", false, After(60), Monday), new AcceptRole("offer", "second", "words", Monday))
        .When(new TakeSecondsBack(Monday)).ThenNothing()
        .After(new DismissSeconds(Monday)).When(new TakeSecondsBack(Monday)).Then(new SecondsTakenBack(Monday)).When(new TakeSecondsBack(Monday)).ThenNothing()
        .And(workshop => Assert.True(workshop.IsLedBy("second")))
        .After(new DismissSeconds(Monday), new OfferRole("hand over", true, After(60), Monday), new AcceptRole("hand over", "new", "words", Monday)).When(new TakeSecondsBack(Monday)).ThenNothing();

    [Fact, Rule("W2")]
    public void Those_who_are_taken_back_and_those_who_came_since_are_not_too_many_together()
    {
        var full = Enumerable.Range(0, Workshop.MostSeconds).Aggregate(Started, (story, number) => story.After(new OfferRole($"offer {number}", false, After(60), Monday), new AcceptRole($"offer {number}", $"second {number}", "words", Monday)));
        full.After(new DismissSeconds(Monday), new OfferRole("another", false, After(60), Monday), new AcceptRole("another", "sixth", "words", Monday))
            .When(new TakeSecondsBack(Monday)).ThenRefused(Reason.TooManyFacilitators);
    }

    [Fact, Rule("W2")]
    public void An_open_offer_is_not_ended_by_another()
    {
        var offered = Started.After(new OfferRole("offer", false, After(60), Monday));
        offered.When(new OfferRole("another", true, After(60), Monday)).ThenRefused(Reason.OfferIsOpen);
        offered.When(new OfferRole("another", true, After(120), After(60))).Then(new RoleOffered("another", true, After(120)));
    }

    [Fact, Rule("W2")]
    public void Nobody_leads_by_knowing_nothing() => Assert.False(Workshop.Empty.IsLedBy(""));

    [Fact, Rule("W9")]
    public void A_workshop_in_the_bin_does_nothing_until_it_is_taken_out() => Begun
        .When(new BinWorkshop(Monday)).Then(new WorkshopBinned(Monday)).When(new BinWorkshop(Monday)).ThenNothing()
        .And(workshop => Assert.False(workshop.MayBeReadWith("proof", Monday)))
        .When(new RestoreWorkshop(Monday)).Then(new WorkshopRestored(Monday)).When(new RestoreWorkshop(Monday)).ThenNothing();

    [Fact, Rule("W9")]
    public void In_the_bin_nothing_goes_on() => Begun.After(new BinWorkshop(Monday)).When(new GoToPart(Playing.Id, Monday)).ThenRefused(Reason.WorkshopBinned);

    [Fact, Rule("W9")]
    public void What_lies_in_the_bin_is_due_after_the_time_to_think_again()
    {
        var (one, story) = (new WorkshopId(new Guid(1, 0, 0, new byte[8])), new Story<Bin, BinCommand, BinEvent>(Bin.Empty, Bin.Decide, Bin.Evolve));
        story.When(new LayInBin(one, Monday)).Then(new LaidInBin(one, Monday)).When(new LayInBin(one, Monday)).ThenNothing();
        Assert.Empty(story.State.Due(Monday.AddDays(30).AddSeconds(-1), TimeSpan.FromDays(30)));
        Assert.Equal([one], story.State.Due(Monday.AddDays(30), TimeSpan.FromDays(30)));
        story.When(new TakeFromBin(one)).Then(new TakenFromBin(one)).When(new TakeFromBin(one)).ThenNothing();
    }
}
