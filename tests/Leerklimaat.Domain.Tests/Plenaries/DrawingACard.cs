using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("P5")]
public class DrawingACard : APlenary
{
    private static readonly TableId Table3 = new(new Guid(3, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void It_shows_the_pawns_of_all_tables_before_and_after_and_how_they_moved()
    {
        var picture = Draw((Table1, [1, 2, 3], [2, 2, 4]), (Table2, [1, 4], [3, 4]))!;
        Assert.Equal([2, 1, 1, 1], picture.Before.Counts);
        Assert.Equal([0, 2, 1, 2], picture.After!.Counts);
        Assert.Equal((3, 0, 2), (picture.Movement!.Up, picture.Movement.Down, picture.Movement.Same));
    }

    [Fact]
    public void A_card_on_which_fewer_than_five_people_placed_is_not_drawn() => Assert.Null(Draw((Table1, [1, 2], [2, 2]), (Table2, [1, 4], [3, 4])));

    [Fact]
    public void Weet_ik_niet_is_no_place_on_the_board() => Assert.Null(Draw((Table1, [1, 2, 3], [2, 2, 4]), (Table2, [1, 0], [3, 4])));

    [Fact]
    public void Who_placed_once_is_in_no_picture_with_two_placements()
    {
        var picture = Draw((Table1, [1, 1, 1, 1, 1], [2, 2, 2, 2, 2]), (Table2, [4, 4], []))!;
        Assert.Equal((5, 5), (picture.Before.Counting, picture.After!.Counting));
    }

    [Fact]
    public void Where_too_few_placed_twice_the_first_placement_is_drawn() => Assert.Null(Draw((Table1, [1, 1, 2], [2, 2, 2]), (Table2, [4, 4], []))!.After);

    [Fact, Rule("G3")]
    public void While_a_table_places_again_the_second_placement_of_nobody_is_drawn()
    {
        var hidden = PlacingAgain.After(Place(Anna, 2)).State;
        var tables = Tables((Table1, Closed((Safety, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))), (Table2, hidden));
        Assert.Null(CardPicture.Draw(Safety, Board.Default, tables, 5)!.After);
        Assert.Equal(5, CardPicture.Draw(Safety, Board.Default, tables, 5)!.Before.Counting);
    }

    [Fact]
    public void Nobody_can_be_found_in_what_is_kept() =>
        Assert.DoesNotContain(typeof(CardPicture).GetProperties(), property => property.PropertyType == typeof(ImmutableArray<Placement>));

    [Fact]
    public void The_facilitator_shows_a_card_and_then_the_lists()
    {
        var picture = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]));
        Fresh.When(new ShowCard(Safety, picture, Monday)).Then(new CardDrawn(picture!), new CardShown(Safety))
            .When(new ShowCard(Safety, picture, Monday)).ThenNothing()
            .When(new ShowLists(Monday)).Then(new ListsShown())
            .When(new ShowLists(Monday)).ThenNothing();
        Fresh.When(new ShowCard(Safety, null, Monday)).ThenRefused(Reason.TooFewPeople);
    }

    [Fact, Rule("R3")]
    public void One_more_person_does_not_change_the_picture_and_so_cannot_be_found_in_the_difference()
    {
        var five = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))!;
        var six = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]), (Table2, [1], [1]))!;
        Fresh.After(new ShowCard(Safety, five, Monday)).When(new ShowCard(Safety, six, Monday)).ThenNothing()
            .And(plenary => Assert.Same(five, plenary.PictureOf(Safety)));
    }

    [Fact, Rule("R3")]
    public void Five_more_people_do()
    {
        var five = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))!;
        var ten = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]), (Table2, [1, 1, 1, 1, 2], [1, 1, 1, 1, 2]))!;
        Fresh.After(new ShowCard(Safety, five, Monday)).When(new ShowCard(Safety, ten, Monday)).Then(new CardDrawn(ten));
    }

    [Fact, Rule("R3")]
    public void Who_places_anew_does_not_change_a_picture_that_was_shown()
    {
        var before = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))!;
        var after = Draw((Table1, [1, 2, 3, 4, 4], [1, 2, 4, 4, 4]))!;
        Fresh.After(new ShowCard(Safety, before, Monday)).When(new ShowCard(Safety, after, Monday)).ThenNothing();
    }

    [Fact]
    public void The_second_placement_of_the_same_people_may_follow()
    {
        var first = Draw((Table1, [1, 2, 3, 4, 4], []))!;
        var second = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))!;
        Fresh.After(new ShowCard(Safety, first, Monday)).When(new ShowCard(Safety, second, Monday)).Then(new CardDrawn(second));
    }

    [Fact]
    public void The_minimum_can_be_raised_but_never_below_five()
    {
        Fresh.When(new ChooseMinimum(4, Monday)).ThenRefused(Reason.MinimumTooLow);
        var five = Draw((Table1, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]))!;
        Fresh.After(new ShowCard(Safety, five, Monday)).When(new ChooseMinimum(8, Monday)).Then(new MinimumChosen(8))
            .And(plenary => Assert.Null(plenary.PictureOf(Safety)))
            .When(new ShowCard(Safety, five, Monday)).ThenRefused(Reason.TooFewPeople);
    }

    private static CardPicture? Draw(params (TableId Id, int[] First, int[] Second)[] tables) =>
        CardPicture.Draw(Safety, Board.Default, tables.Select(table => KeyValuePair.Create(table.Id, Closed((Safety, table.First, table.Second)))), 5);

    private static Table Closed((CardId Card, int[] First, int[] Second) round) => Table.Empty with
    {
        Setting = new(Guid.Empty, 1, "leerklimaat", Board.Default, 12),
        Played = [new Round(1, round.Card, RoundKind.Statement, null, Monday) { Phase = Phase.Closed, Pile = Pile.Green, First = Pawns(round.First), Second = Pawns(round.Second) }],
    };

    private static ImmutableArray<Placement> Pawns(int[] squares) => [.. squares.Select((square, seat) => new Placement(new(seat + 1), new(square)))];
}
