using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("T1")]
public class SittingDown : ATable
{
    [Fact]
    public void Who_sits_down_gets_a_seat_and_a_pawn_that_nobody_has() =>
        Assert.Equal([1, 2, 3], Seated.State.Seats.Select(seat => seat.Pawn));

    [Fact]
    public void A_full_table_takes_nobody_more() => Seated.When(new TakeSeat(DennisPhone, "Dennis", "x", "", Monday)).ThenRefused(Reason.TableFull);

    [Fact]
    public void Its_name_and_the_number_of_its_seats_change_and_nobody_loses_a_seat()
    {
        var smaller = Seated
            .When(new LayTable(Seated.State.Setting! with { Seats = 2, Name = "De Uilen" }, Monday)).Then(new TableChanged(2, "De Uilen"))
            .When(new LayTable(Seated.State.Setting! with { Seats = 2, Name = "De Uilen" }, Monday)).ThenNothing()
            .And(table => Assert.Equal((3, "De Uilen"), (table.Seats.Length, table.Setting!.Name)));
        smaller.When(new TakeSeat(DennisPhone, "Dennis", "x", "", Monday)).ThenRefused(Reason.TableFull);
        smaller.After(new LayTable(Seated.State.Setting! with { Seats = 4 }, Monday)).When(new TakeSeat(DennisPhone, "Dennis", "x", "", Monday)).Then(new SeatTaken(new(4), 4, DennisPhone, "Dennis", "x", ""));
    }

    [Fact, Rule("W10")]
    public void A_table_is_taken_away_when_nobody_ever_sat_there_and_then_takes_nobody() => Laid
        .When(new TakeTableAway(Monday)).Then(new TableTakenAway(Monday)).When(new TakeTableAway(Monday)).ThenNothing()
        .When(new TakeSeat(AnnasPhone, "Anna", "a", "", Monday)).ThenRefused(Reason.TableUnknown);

    [Fact]
    public void Where_somebody_sits_it_stays() => Seated.When(new TakeTableAway(Monday)).ThenRefused(Reason.TableHasPeople);

    [Fact]
    public void A_name_is_optional_and_not_too_long() => Laid.When(new TakeSeat(AnnasPhone, new string('a', 41), "x", "", Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 40));

    [Fact]
    public void A_player_chooses_another_free_pawn() => Seated.When(new ChangePawn(Anna, AnnasPhone, 9, Monday)).Then(new PawnChanged(Anna, 9));

    [Fact]
    public void A_pawn_of_somebody_else_is_taken() => Seated.When(new ChangePawn(Anna, AnnasPhone, 2, Monday)).ThenRefused(Reason.PawnTaken);

    [Theory, InlineData(0), InlineData(13)]
    public void There_are_twelve_pawns(int pawn) => Seated.When(new ChangePawn(Anna, AnnasPhone, pawn, Monday)).ThenRefused(Reason.PawnUnknown);

    [Fact]
    public void Keeping_ones_pawn_changes_nothing() => Seated.When(new ChangePawn(Anna, AnnasPhone, 1, Monday)).ThenNothing();

    [Fact]
    public void A_player_changes_their_name() => Seated
        .When(new RenameSeat(Chaima, ChaimasPhone, "Chaima", Monday)).Then(new SeatRenamed(Chaima, "Chaima"))
        .When(new RenameSeat(Chaima, ChaimasPhone, "Chaima", Monday)).ThenNothing();

    [Fact]
    public void A_new_name_is_not_too_long_either() => Seated.When(new RenameSeat(Anna, AnnasPhone, new string('a', 41), Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 40));

    [Fact]
    public void A_table_that_was_not_laid_is_not_there() => Nothing.When(new TakeSeat(AnnasPhone, "", "x", "", Monday)).ThenRefused(Reason.TableUnknown);

    [Fact, Rule("T3")]
    public void One_device_may_hold_several_seats() => Laid
        .After(new TakeSeat(AnnasPhone, "Anna", "a", "", Monday)).When(new TakeSeat(AnnasPhone, "Oma", "b", "", Monday))
        .And(table => Assert.Equal(2, table.SeatsOf(AnnasPhone).Count()));

    [Fact, Rule("T3")]
    public void It_places_for_each_of_them() => Laid
        .After(new TakeSeat(AnnasPhone, "Anna", "a", "", Monday), new TakeSeat(AnnasPhone, "Oma", "b", "", Monday), new OpenGame(Monday), Choose(Anna, Safety), Place(Anna, 1))
        .When(new PlacePawn(Bram, AnnasPhone, 1, new(4), Monday)).Then(new PawnPlaced(Bram, new(4)));
}

[Rule("T2")]
public class ComingBack : ATable
{
    private static readonly DeviceId NewPhone = Device(50);

    [Fact]
    public void Another_device_returns_with_the_personal_code() => Seated.When(new ReturnToSeat(NewPhone, "code-anna", Monday)).Then(new SeatHandedOver(Anna, NewPhone));

    [Fact]
    public void Pawn_placement_and_history_stay() => AllPlaced.When(new ReturnToSeat(NewPhone, "code-anna", Monday))
        .And(table => Assert.Equal((1, new Domain.Tables.Place(1)), (table.Find(Anna)!.Pawn, table.Round!.FirstOf(Anna))));

    [Fact]
    public void The_old_device_no_longer_holds_the_seat() => Placing.After(new ReturnToSeat(NewPhone, "code-anna", Monday)).When(Place(Anna, 2)).ThenRefused(Reason.NotYourSeat);

    [Fact]
    public void A_wrong_code_opens_no_seat() => Seated.When(new ReturnToSeat(NewPhone, "code-dennis", Monday)).ThenRefused(Reason.PersonalCodeUnknown);

    [Fact]
    public void The_same_device_is_there_already() => Seated.When(new ReturnToSeat(AnnasPhone, "code-anna", Monday)).ThenNothing();

    [Fact]
    public void Who_comes_back_is_not_away_any_more() => Seated.After(new LeaveTable(Anna, AnnasPhone, Monday))
        .When(new ReturnToSeat(NewPhone, "code-anna", Monday)).Then(new SeatHandedOver(Anna, NewPhone), new SeatResumed(Anna));

    [Fact]
    public void Somebody_at_the_table_says_that_is_you() => Seated
        .When(new ClaimSeat(NewPhone, Anna, Monday)).Then(new SeatClaimed(Anna, NewPhone, Monday))
        .When(new AnswerClaim(Bram, BramsPhone, Anna, true, Monday.AddMinutes(1))).Then(new SeatHandedOver(Anna, NewPhone))
        .And(table => Assert.Empty(table.Claims));

    [Fact]
    public void Somebody_at_the_table_says_no() => Seated.After(new ClaimSeat(NewPhone, Anna, Monday))
        .When(new AnswerClaim(Bram, BramsPhone, Anna, false, Monday)).Then(new ClaimDenied(Anna, NewPhone))
        .And(table => Assert.True(table.Holds(AnnasPhone, Anna)));

    [Fact]
    public void Who_claims_cannot_confirm_it_themselves() => Seated.After(new ClaimSeat(NewPhone, Anna, Monday))
        .When(new AnswerClaim(Anna, NewPhone, Anna, true, Monday)).ThenRefused(Reason.NotYourSeat);

    [Theory, InlineData(true), InlineData(false)]
    public void Who_sits_elsewhere_on_the_same_device_cannot_answer_either(bool isThem) => Seated.After(new ClaimSeat(BramsPhone, Anna, Monday))
        .When(new AnswerClaim(Bram, BramsPhone, Anna, isThem, Monday)).ThenRefused(Reason.OwnClaim);

    [Fact]
    public void A_different_tablemate_can() => Seated.After(new ClaimSeat(BramsPhone, Anna, Monday))
        .When(new AnswerClaim(Chaima, ChaimasPhone, Anna, true, Monday.AddMinutes(1))).Then(new SeatHandedOver(Anna, BramsPhone));

    [Fact]
    public void A_seat_that_nobody_claims_is_not_given_away() => Seated.When(new AnswerClaim(Bram, BramsPhone, Anna, true, Monday)).ThenRefused(Reason.SeatNotClaimed);

    [Fact]
    public void Claiming_twice_asks_once() => Seated.After(new ClaimSeat(NewPhone, Anna, Monday)).When(new ClaimSeat(NewPhone, Anna, Monday)).ThenNothing();

    [Fact]
    public void A_seat_that_does_not_exist_cannot_be_claimed() => Seated.When(new ClaimSeat(NewPhone, new(9), Monday)).ThenRefused(Reason.SeatUnknown);
}

[Rule("T4")]
public class LeavingAndComingLate : ATable
{
    [Fact]
    public void A_late_player_takes_part_from_the_current_card() => Laid
        .After(new TakeSeat(AnnasPhone, "", "a", "", Monday), new OpenGame(Monday), Choose(Anna, Safety), Place(Anna, 1), new TakeSeat(BramsPhone, "", "b", "", Monday))
        .When(Place(Bram, 2)).Then(new PawnPlaced(Bram, new(2)));

    [Fact]
    public void Who_comes_after_the_reveal_tells_last() => Laid
        .After(new TakeSeat(AnnasPhone, "", "a", "", Monday), new OpenGame(Monday), Choose(Anna, Safety), Place(Anna, 1), Reveal(Anna), new TakeSeat(BramsPhone, "", "b", "", Monday))
        .And(table => Assert.Equal([Anna, Bram], table.TellingOrder));

    [Fact]
    public void Who_leaves_is_not_waited_for_and_comes_back() => Placing
        .When(new LeaveTable(Chaima, ChaimasPhone, Monday)).Then(new SeatLeft(Chaima)).And(table => Assert.Equal(2, table.Placers.Count()))
        .When(new ComeBack(Chaima, ChaimasPhone, Monday)).Then(new SeatResumed(Chaima))
        .When(new ComeBack(Chaima, ChaimasPhone, Monday)).ThenNothing();

    [Fact]
    public void Who_is_away_and_places_is_back() => Placing.After(new SetAside(Anna, AnnasPhone, Bram, Monday)).When(Place(Bram, 2)).Then(new SeatResumed(Bram), new PawnPlaced(Bram, new(2)));

    [Fact]
    public void Setting_aside_who_is_away_changes_nothing() => Placing.After(new SetAside(Anna, AnnasPhone, Bram, Monday)).When(new SetAside(Chaima, ChaimasPhone, Bram, Monday)).ThenNothing();

    [Fact]
    public void Nobody_can_be_set_aside_who_is_not_there() => Placing.When(new SetAside(Anna, AnnasPhone, new(9), Monday)).ThenRefused(Reason.SeatUnknown);
}

[Rule("T5")]
public class MovingTheTableOn : ATable
{
    private static Story<Table, TableCommand, TableEvent> Hosted => AllPlaced.After(new ChooseHost(Anna, AnnasPhone, Bram, Monday));

    [Fact]
    public void Any_player_may_move_the_table_on() => AllPlaced.When(Reveal(Chaima)).Then(new PawnsRevealed());

    [Fact]
    public void Where_the_table_chose_a_host_only_the_host_may() => Hosted.When(Reveal(Anna)).ThenRefused(Reason.OnlyTheHost);

    [Fact]
    public void The_host_may() => Hosted.When(Reveal(Bram)).Then(new PawnsRevealed());

    [Fact, Rule("T4")]
    public void A_host_who_left_holds_nobody_up() => Hosted.After(new LeaveTable(Bram, BramsPhone, Monday)).When(Reveal(Anna)).Then(new PawnsRevealed());

    [Fact]
    public void Only_the_host_gives_the_role_away() => Hosted.When(new ChooseHost(Anna, AnnasPhone, Anna, Monday)).ThenRefused(Reason.OnlyTheHost);

    [Fact]
    public void The_host_lets_everybody_move_on_again() => Hosted.When(new ChooseHost(Bram, BramsPhone, null, Monday)).Then(new HostChosen(null));

    [Fact]
    public void A_host_sits_at_the_table() => AllPlaced.When(new ChooseHost(Anna, AnnasPhone, new(9), Monday)).ThenRefused(Reason.SeatUnknown);

    [Fact]
    public void Choosing_the_same_host_changes_nothing() => Hosted.When(new ChooseHost(Bram, BramsPhone, Bram, Monday)).ThenNothing();
}

[Rule("T3")]
public class SharingOneDevice : ATable
{
    private static Story<Table, TableCommand, TableEvent> Sharing => Laid.After(new TakeSeat(AnnasPhone, "Anna", "a", "", Monday), new TakeSeat(AnnasPhone, "Oma", "b", "", Monday));

    [Fact]
    public void Each_seat_has_its_own_place_on_it() => Sharing.And(table => Assert.Equal((0, 1), (PlaceOf(table, 1), PlaceOf(table, 2))));

    [Fact]
    public void Which_it_keeps_when_another_goes_to_a_device_of_its_own() => Sharing.After(new ReturnToSeat(BramsPhone, "a", Monday)).And(table => Assert.Equal((0, 1), (PlaceOf(table, 1), PlaceOf(table, 2))));

    [Fact]
    public void And_when_one_comes_that_sat_down_earlier() => Laid
        .After(new TakeSeat(BramsPhone, "Bram", "c", "", Monday), new TakeSeat(AnnasPhone, "Anna", "a", "", Monday), new ReturnToSeat(AnnasPhone, "c", Monday))
        .And(table => Assert.Equal((1, 0), (PlaceOf(table, 1), PlaceOf(table, 2))));

    [Fact]
    public void A_seat_that_comes_back_has_the_place_that_it_had() => Sharing
        .After(new ReturnToSeat(BramsPhone, "a", Monday), new ReturnToSeat(AnnasPhone, "a", Monday)).And(table => Assert.Equal((0, 1), (PlaceOf(table, 1), PlaceOf(table, 2))));

    private static int PlaceOf(Table table, int seat) => table.PlaceOf(table.Find(new(seat))!);
}

[Rule("T6")]
public class AskingForHelp : ATable
{
    [Fact]
    public void A_table_asks_once_and_the_facilitator_ends_it() => Seated
        .When(new AskForHelp(Anna, AnnasPhone, Monday)).Then(new HelpAsked(Monday))
        .When(new AskForHelp(Bram, BramsPhone, Monday)).ThenNothing()
        .When(new EndHelp(Monday)).Then(new HelpEnded())
        .When(new EndHelp(Monday)).ThenNothing();

    [Fact]
    public void The_table_may_have_managed_by_itself() => Seated.After(new AskForHelp(Anna, AnnasPhone, Monday)).When(new WithdrawHelp(Bram, BramsPhone, Monday)).Then(new HelpEnded());

    [Fact]
    public void The_game_opens_and_stops_once_and_a_message_is_shown() => Laid
        .When(new OpenGame(Monday)).Then(new GameOpened()).When(new OpenGame(Monday)).ThenNothing()
        .When(new StopGame(Monday)).Then(new GameStopped()).When(new StopGame(Monday)).ThenNothing()
        .When(new ShowMessage("Nog vijf minuten", Monday)).Then(new MessageShown("Nog vijf minuten")).When(new ShowMessage("Nog vijf minuten", Monday)).ThenNothing();
}
