using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G5")]
public class TellingWhatHappens : ATable
{
    [Fact]
    public void The_extremes_tell_first() => Telling.And(table =>
    {
        // On average they stand at 2⅔: Anna on 1 is farthest, then Chaima on 4, then Bram on 3.
        Assert.Equal([Anna, Chaima, Bram], table.TellingOrder);
        Assert.Equal(Anna, table.Teller!.Number);
    });

    [Fact]
    public void Of_two_who_stand_equally_far_the_lower_tells_first() =>
        Placing.After(Place(Anna, 4), Place(Bram, 1), Place(Chaima, 0), Reveal(Anna)).And(table => Assert.Equal([Bram, Anna, Chaima], table.TellingOrder));

    [Fact]
    public void A_story_is_marked_and_the_next_one_tells() => Telling
        .When(Tell(Anna, Story.NotYet)).Then(new TurnFinished(Anna, Story.NotYet))
        .And(table => Assert.Equal(Chaima, table.Teller!.Number));

    [Fact]
    public void A_player_may_pass() => Telling.When(Tell(Anna, Story.Passed)).Then(new TurnFinished(Anna, Story.Passed));

    [Fact]
    public void A_tablemate_may_mark_the_turn_of_who_tells() =>
        Telling.When(new FinishTurn(Bram, BramsPhone, Anna, Story.HappensAlready, Monday)).Then(new TurnFinished(Anna, Story.HappensAlready));

    [Fact]
    public void A_tablemate_may_not_mark_a_turn_that_is_not_there_yet() =>
        Telling.When(new FinishTurn(Anna, AnnasPhone, Bram, Story.Passed, Monday)).ThenRefused(Reason.NotYourTurn);

    [Fact]
    public void Who_has_told_may_mark_it_differently() => AllTold.When(Tell(Anna, Story.NotYet)).Then(new TurnFinished(Anna, Story.NotYet));

    [Fact, Rule("L2")]
    public void The_same_mark_twice_changes_nothing() => Telling.After(Tell(Anna)).When(Tell(Anna)).ThenNothing();

    [Fact]
    public void Nobody_tells_before_the_pawns_are_turned_over() => Placing.When(Tell(Anna)).ThenRefused(Reason.NotNow);

    [Fact]
    public void A_teller_who_does_not_exist_is_refused() => Telling.When(new FinishTurn(Anna, AnnasPhone, new(9), Story.Passed, Monday)).ThenRefused(Reason.SeatUnknown);

    [Fact, Rule("T4")]
    public void Who_left_does_not_hold_up_the_telling() => Telling.After(new LeaveTable(Anna, AnnasPhone, Monday)).And(table => Assert.Equal(Chaima, table.Teller!.Number));
}

[Rule("G8")]
public class AddingUpThePoints : ATable
{
    [Theory]
    [InlineData(1, 4, new[] { 1, 2, 3, 4, 4 }, 14, 0.6, Pile.Green)]
    [InlineData(1, 4, new[] { 1, 1, 2, 3 }, 7, 0.25, Pile.RedToImprove)]
    [InlineData(1, 4, new[] { 2, 3, 2, 3 }, 10, 0.5, null)]
    [InlineData(1, 5, new[] { 3, 3, 3, 3 }, 12, 0.5, null)]
    [InlineData(1, 5, new[] { 5, 4, 4, 5, 3 }, 21, 0.8, Pile.Green)]
    public void The_vectors_of_the_measures_come_out(int lowest, int highest, int[] squares, int sum, double score, Pile? pile)
    {
        var board = new Domain.Decks.Board([.. Enumerable.Range(lowest, highest).Select(points => new Domain.Decks.Square($"{points}", points))]);
        var tally = Tally.Of(board, squares.Select((square, seat) => new Placement(new(seat + 1), new(square))));

        Assert.Equal(sum, tally.Sum);
        Assert.Equal(score, tally.Score!.Value, 12);
        Assert.Equal(pile, tally.Proposal);
    }

    [Fact]
    public void Weet_ik_niet_does_not_count() => Assert.Equal((2, 7), (TallyOf(3, 0, 4).Counting, TallyOf(3, 0, 4).Sum));

    [Fact]
    public void With_nobody_counting_the_table_decides() => Assert.Null(TallyOf(0, 0).Proposal);

    [Fact]
    public void Red_is_not_present_when_most_stand_on_the_first_square() => Assert.Equal(Pile.RedNotPresent, TallyOf(1, 1, 3).Proposal);

    [Fact]
    public void Red_is_to_improve_otherwise() => Assert.Equal(Pile.RedToImprove, TallyOf(1, 1, 2, 2).Proposal);

    [Fact]
    public void The_second_placement_is_added_up() => AddingUp.And(table => Assert.Equal(9, table.Round!.TallyOn(table.Setting!.Board).Sum));

    [Fact]
    public void The_table_may_decide_otherwise_and_both_are_kept() =>
        AddingUp.When(new LayCard(Bram, BramsPhone, Pile.RedToImprove, Monday)).Then(new CardLaid(Pile.RedToImprove, Pile.Green));

    [Fact]
    public void A_card_ends_on_a_pile_only_after_adding_up() => Telling.When(new LayCard(Bram, BramsPhone, Pile.Green, Monday)).ThenRefused(Reason.NotNow);

    [Fact]
    public void A_statement_does_not_end_without_a_pile() => AddingUp.When(new LayCard(Bram, BramsPhone, null, Monday)).ThenRefused(Reason.NotNow);

    [Fact, Rule("G9")]
    public void Points_belong_to_a_card_and_no_type_gives_a_player_any()
    {
        var ofPlayers = new[] { typeof(Seat), typeof(Turn), typeof(Placement), typeof(PawnPlaced), typeof(PawnPlacedAgain) };
        Assert.DoesNotContain(ofPlayers.SelectMany(type => type.GetProperties()), property => property.Name.Contains("Point", StringComparison.Ordinal) || property.Name.Contains("Score", StringComparison.Ordinal));
    }

    private static Tally TallyOf(params int[] squares) => Tally.Of(Domain.Decks.Board.Default, squares.Select((square, seat) => new Placement(new(seat + 1), new(square))));
}
