using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>Somebody says that Anna's seat is theirs, or comes with her two words. Whoever that is, her pawn that lies face down stays hers.</summary>
[Rule("T2")]
public class TakingASeatElsewhere : ATable
{
    private static readonly DeviceId NewPhone = Device(50), LaterPhone = Device(51);
    private static readonly DateTimeOffset Later = Monday.AddMinutes(1);

    private static Story<Table, TableCommand, TableEvent> Claimed => AllPlaced.After(new ClaimSeat(NewPhone, Anna, Monday));

    private static Story<Table, TableCommand, TableEvent> HandedOver => Claimed.After(Yes(Bram, Later));

    [Fact]
    public void Who_plays_the_seat_is_asked_first() => Claimed.When(Yes(Bram, Monday.AddSeconds(20))).ThenRefused(new Refusal(Reason.HolderIsAskedFirst, 40));

    [Fact]
    public void And_may_say_yes_at_once() => Claimed.When(Yes(Anna, Monday)).Then(new SeatHandedOver(Anna, NewPhone));

    [Fact]
    public void And_may_say_no() => Claimed.When(new AnswerClaim(Anna, AnnasPhone, Anna, false, Monday)).Then(new ClaimDenied(Anna, NewPhone));

    [Fact]
    public void A_no_of_a_tablemate_counts_at_once() => Claimed.When(new AnswerClaim(Bram, BramsPhone, Anna, false, Monday)).Then(new ClaimDenied(Anna, NewPhone));

    [Fact]
    public void After_a_minute_a_tablemate_says_yes() => Claimed.When(Yes(Bram, Later)).Then(new SeatHandedOver(Anna, NewPhone));

    [Fact]
    public void Who_claims_anew_waits_anew() => Claimed.After(new ClaimSeat(LaterPhone, Anna, Later)).When(Yes(Bram, Later)).ThenRefused(new Refusal(Reason.HolderIsAskedFirst, 60));

    [Fact]
    public void Who_sat_down_during_the_card_cannot_say_yes() => TwoSit.After(Choose(Anna, Safety), Place(Anna, 1), new TakeSeat(ChaimasPhone, "Chaima", "c", "", Monday), new ClaimSeat(NewPhone, Anna, Monday))
        .When(Yes(Chaima, Later)).ThenRefused(Reason.CameDuringTheCard);

    [Fact]
    public void Nor_who_sat_down_just_before_it_while_nobody_played() => TwoSit
        .After(Choose(Anna, Safety), new SkipCard(Anna, AnnasPhone, Safety, Monday), new TakeSeat(ChaimasPhone, "Chaima", "c", "", Monday), new ClaimSeat(NewPhone, Anna, Monday))
        .When(Yes(Chaima, Later)).ThenRefused(Reason.CameDuringTheCard);

    [Fact]
    public void With_the_next_card_who_came_late_knows_the_others() => TwoSit
        .After(Choose(Anna, Safety), new TakeSeat(ChaimasPhone, "Chaima", "c", "", Monday), new SkipCard(Anna, AnnasPhone, Safety, Monday), Choose(Anna, Openness), new ClaimSeat(NewPhone, Anna, Monday))
        .When(Yes(Chaima, Later)).Then(new SeatHandedOver(Anna, NewPhone));

    [Fact]
    public void Nor_who_took_another_seat_over_during_the_card() => AllPlaced
        .After(new ReturnToSeat(LaterPhone, "code-bram", Monday), new ClaimSeat(NewPhone, Anna, Monday))
        .When(new AnswerClaim(Bram, LaterPhone, Anna, true, Later)).ThenRefused(Reason.CameDuringTheCard);

    [Fact]
    public void Going_to_and_fro_makes_nobody_an_old_hand() => TwoSit
        .After(Choose(Anna, Safety), new TakeSeat(ChaimasPhone, "Chaima", "c", "", Monday), new ReturnToSeat(LaterPhone, "c", Monday), new GiveSeatBack(ChaimasPhone, Chaima, Monday), new ClaimSeat(NewPhone, Anna, Monday))
        .When(Yes(Chaima, Later)).ThenRefused(Reason.CameDuringTheCard);

    [Fact]
    public void A_claim_from_an_old_journal_has_waited_long_enough() => AllPlaced.Given(new SeatClaimed(Anna, NewPhone)).When(Yes(Bram, Monday)).Then(new SeatHandedOver(Anna, NewPhone));

    [Theory, InlineData(1), InlineData(2), InlineData(0)]
    public void Placing_anew_is_the_same_wherever_the_pawn_lay(int square) => HandedOver.When(PlaceElsewhere(square)).Then(new PawnPlaced(Anna, new(square)))
        .When(PlaceElsewhere(square)).ThenNothing();

    [Fact]
    public void Another_device_knows_that_a_pawn_lies_and_did_not_lay_it() => HandedOver
        .And(table => Assert.Equal((new Place(1), false), (table.Round!.CurrentOf(Anna)!.Value, table.Round.IsLaidBy(Anna, NewPhone))));

    [Fact]
    public void The_pawn_that_nobody_placed_anew_turns_over_as_it_lay() => HandedOver.After(Reveal(Bram)).And(table => Assert.Equal(new Place(1), table.Round!.FirstOf(Anna)));

    [Fact]
    public void Who_played_it_before_takes_it_back_and_the_pawn_lies_as_it_lay() => HandedOver.After(PlaceElsewhere(4))
        .When(new GiveSeatBack(AnnasPhone, Anna, Later)).Then(new SeatGivenBack(Anna, AnnasPhone))
        .And(table => Assert.Equal((new Place(1), true, true), (table.Round!.FirstOf(Anna)!.Value, table.Round.IsLaidBy(Anna, AnnasPhone), table.Holds(AnnasPhone, Anna))));

    [Fact]
    public void So_does_a_tablemate() => HandedOver.When(new GiveSeatBack(BramsPhone, Anna, Later)).Then(new SeatGivenBack(Anna, AnnasPhone));

    [Fact]
    public void Not_who_sits_elsewhere() => HandedOver.When(new GiveSeatBack(DennisPhone, Anna, Later)).ThenRefused(Reason.NotYourSeat);

    [Fact]
    public void Nor_who_sat_down_during_the_card() => TwoSit
        .After(Choose(Anna, Safety), new TakeSeat(ChaimasPhone, "Chaima", "c", "", Monday), new ReturnToSeat(NewPhone, "code-anna", Monday))
        .When(new GiveSeatBack(ChaimasPhone, Anna, Later)).ThenRefused(Reason.CameDuringTheCard);

    [Fact]
    public void A_pawn_that_did_not_lie_is_taken_from_the_board() => Placing.After(new ReturnToSeat(NewPhone, "code-anna", Monday), PlaceElsewhere(4), new GiveSeatBack(AnnasPhone, Anna, Later))
        .And(table => Assert.Null(table.Round!.FirstOf(Anna)));

    [Fact]
    public void In_the_second_placement_too() => PlacingAgain.After(Place(Anna, 2), new ReturnToSeat(NewPhone, "code-anna", Monday), PlaceElsewhere(4), new GiveSeatBack(BramsPhone, Anna, Later))
        .And(table => Assert.Equal((new Place(1), new Place(2)), (table.Round!.FirstOf(Anna)!.Value, table.Round.SecondOf(Anna)!.Value)));

    [Fact, Rule("G4")]
    public void What_was_turned_over_stays() => HandedOver.After(PlaceElsewhere(4), Reveal(Bram), new GiveSeatBack(BramsPhone, Anna, Later)).And(table => Assert.Equal(new Place(4), table.Round!.FirstOf(Anna)));

    [Fact]
    public void From_hand_to_hand_it_goes_back_to_whom_it_was_taken_from() => HandedOver.After(new ReturnToSeat(LaterPhone, "code-anna", Later))
        .When(new GiveSeatBack(BramsPhone, Anna, Later)).Then(new SeatGivenBack(Anna, AnnasPhone)).And(table => Assert.Equal(new Place(1), table.Round!.FirstOf(Anna)));

    [Fact]
    public void Who_comes_home_has_nothing_to_undo() => HandedOver.After(new ReturnToSeat(AnnasPhone, "code-anna", Later)).When(new GiveSeatBack(BramsPhone, Anna, Later)).ThenRefused(Reason.NothingToUndo);

    [Fact]
    public void It_can_be_undone_until_the_next_card() => HandedOver.After(new SkipCard(Bram, BramsPhone, Safety, Monday))
        .And(table => Assert.Single(table.HandOvers)).After(Choose(Bram, Openness)).When(new GiveSeatBack(BramsPhone, Anna, Later)).ThenRefused(Reason.NothingToUndo);

    [Fact]
    public void And_between_two_cards_until_the_one_after() => Played.After(new ReturnToSeat(NewPhone, "code-anna", Monday), Choose(Bram, Openness))
        .When(new GiveSeatBack(BramsPhone, Anna, Later)).Then(new SeatGivenBack(Anna, AnnasPhone));

    [Fact, Rule("T7"), Rule("W11")]
    public void Nobody_was_a_seat_on_paper() => Laid.After(new SeatOnPaper(2, Monday)).When(new ClaimSeat(NewPhone, Anna, Monday)).ThenRefused(Reason.SeatUnknown);

    private static AnswerClaim Yes(SeatNumber by, DateTimeOffset at) => new(by, PhoneOf(by), Anna, true, at);

    private static PlacePawn PlaceElsewhere(int square) => new(Anna, NewPhone, 1, new(square), Later);
}
