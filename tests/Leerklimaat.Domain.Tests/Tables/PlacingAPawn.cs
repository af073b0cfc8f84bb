using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G3")]
public class PlacingAPawn : ATable
{
    [Fact]
    public void A_player_places_on_a_square_of_choice() => Placing.When(Place(Anna, 2)).Then(new PawnPlaced(Anna, new(2)));

    [Fact]
    public void A_player_may_not_know() => Placing.When(Place(Anna, 0)).Then(new PawnPlaced(Anna, Domain.Tables.Place.DontKnow));

    [Fact]
    public void A_player_may_move_their_own_pawn_until_the_reveal() => AllPlaced.When(Place(Anna, 4)).Then(new PawnPlaced(Anna, new(4)));

    [Fact, Rule("L2")]
    public void Placing_the_same_pawn_twice_changes_nothing() => AllPlaced.When(Place(Anna, 1)).ThenNothing();

    [Theory, InlineData(5), InlineData(99), InlineData(-1)]
    public void A_square_that_the_board_does_not_have_is_refused(int square) => Placing.When(Place(Anna, square)).ThenRefused(Reason.SquareUnknown);

    [Fact]
    public void There_is_nothing_to_place_on_before_a_card_is_chosen() => Seated.When(Place(Anna, 1)).ThenRefused(Reason.NoRound);

    [Fact]
    public void A_pawn_meant_for_an_earlier_card_does_not_land_on_this_one() =>
        Played.After(Choose(Anna, Openness)).When(Place(Anna, 4, round: 1)).ThenRefused(Reason.NotNow);

    [Fact]
    public void Nobody_places_from_somebody_elses_seat() =>
        Placing.When(new PlacePawn(Anna, BramsPhone, 1, new(2), Monday)).ThenRefused(Reason.NotYourSeat);

    [Fact]
    public void Dennis_who_has_no_seat_here_cannot_place()
    {
        Assert.DoesNotContain(Placing.State.Seats, seat => seat.Device == DennisPhone);
        Placing.When(new PlacePawn(Anna, DennisPhone, 1, new(2), Monday)).ThenRefused(Reason.NotYourSeat);
    }

    [Fact]
    public void A_seat_that_does_not_exist_is_refused() => Placing.When(new PlacePawn(new(9), AnnasPhone, 1, new(2), Monday)).ThenRefused(Reason.SeatUnknown);

    [Fact]
    public void While_the_game_is_stopped_nobody_places() => Placing.After(new StopGame(Monday)).When(Place(Anna, 2)).ThenRefused(Reason.GameNotOpen);

    [Fact, Rule("G13")]
    public void The_default_board_has_four_squares_of_one_to_four_points_and_weet_ik_niet_beside_it()
    {
        Assert.Equal([("niet aanwezig", 1), ("een beetje", 2), ("grotendeels", 3), ("volop aanwezig", 4)], Domain.Decks.Board.Default.Squares.Select(square => (square.Words, square.Points)));
        Assert.True(Domain.Decks.Board.Default.Has(Domain.Tables.Place.DontKnow));
    }
}

[Rule("G4")]
public class TurningThePawnsOver : ATable
{
    [Fact]
    public void All_pawns_turn_over_at_once_when_all_have_placed() => AllPlaced.When(Reveal(Bram)).Then(new PawnsRevealed()).And(table => Assert.Equal(Phase.Telling, table.Round!.Phase));

    [Fact, Rule("T5")]
    public void When_not_everybody_has_placed_the_table_is_asked_once() =>
        Placing.After(Place(Anna, 1), Place(Bram, 2)).When(Reveal(Anna)).ThenRefused(new Refusal(Reason.NotEverybodyReady, 2, 3));

    [Fact, Rule("T4")]
    public void The_table_may_decide_not_to_wait() => Placing.After(Place(Anna, 1)).When(Reveal(Anna, anyway: true)).Then(new PawnsRevealed());

    [Fact]
    public void After_the_reveal_the_first_placement_cannot_change() => Telling.When(Place(Anna, 4)).ThenRefused(Reason.NotNow);

    [Fact]
    public void Two_who_turn_over_at_the_same_time_do_it_once() => Telling.When(Reveal(Bram)).ThenNothing();

    [Fact, Rule("T4")]
    public void Nobody_waits_for_who_is_away() =>
        Placing.After(Place(Anna, 1), Place(Bram, 2), new SetAside(Anna, AnnasPhone, Chaima, Monday)).When(Reveal(Anna)).Then(new PawnsRevealed());
}

[Rule("G7")]
public class PlacingASecondTime : ATable
{
    [Fact, Rule("G3")]
    public void That_a_pawn_lies_is_news_and_that_it_moves_is_not() => PlacingAgain.After(Place(Anna, 2)).And(table => Assert.Equal(
        (false, true, true), (table.IsNews(new PawnPlacedAgain(Anna, new(4))), table.IsNews(new PawnPlacedAgain(Bram, new(4))), table.IsNews(new SecondPawnsRevealed()))));

    [Fact]
    public void Each_player_places_again_after_the_talk() => AllTold
        .When(new OpenSecondPlacement(Bram, BramsPhone, false, Monday)).Then(new SecondPlacementOpened())
        .When(Place(Anna, 3)).Then(new PawnPlacedAgain(Anna, new(3)));

    [Fact]
    public void The_first_placement_stays_as_it_was() => PlacingAgain.When(Place(Anna, 3))
        .And(table => Assert.Equal(new Domain.Tables.Place(1), table.Round!.FirstOf(Anna)));

    [Fact, Rule("T5")]
    public void When_not_everybody_has_told_the_table_is_asked_once() => Telling.After(Tell(Anna))
        .When(new OpenSecondPlacement(Bram, BramsPhone, false, Monday)).ThenRefused(new Refusal(Reason.NotEverybodyReady, 1, 3));

    [Fact]
    public void It_turns_over_like_the_first() => PlacingAgain.After(Place(Anna, 2)).When(Reveal(Anna)).ThenRefused(new Refusal(Reason.NotEverybodyReady, 1, 3));

    [Fact]
    public void It_cannot_come_before_the_talk() => Placing.When(new OpenSecondPlacement(Bram, BramsPhone, true, Monday)).ThenRefused(Reason.NotNow);

    [Fact]
    public void It_may_be_skipped_and_then_the_first_placement_counts() => AllTold
        .When(new SkipSecondPlacement(Anna, AnnasPhone, Monday)).Then(new SecondPlacementSkipped())
        .And(table => Assert.Equal(8, table.Round!.TallyOn(table.Setting!.Board).Sum));

}
