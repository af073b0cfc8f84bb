using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("P5")]
public class DrawingACard : APlenary
{
    private const string Card = "veiligheid-1";

    private static readonly CardPicture Drawn = new AReport(5).Plays(1, Card, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]).Pictures(Card)!;

    [Fact]
    public void It_shows_the_pawns_of_all_tables_before_and_after_and_how_they_moved()
    {
        var picture = new AReport(5, 5).Plays(1, Card, [1, 2, 3, 3, 4], [2, 2, 4, 3, 4]).Plays(2, Card, [1, 4, 2, 2, 3], [3, 4, 2, 1, 3]).Pictures(Card)!;
        Assert.Equal([2, 3, 3, 2], picture.Before.Counts);
        Assert.Equal([1, 3, 3, 3], picture.After!.Counts);
        Assert.Equal((3, 1, 6), (picture.Movement!.Up, picture.Movement.Down, picture.Movement.Same));
    }

    [Fact]
    public void A_card_on_which_fewer_than_five_people_placed_is_not_drawn() => Assert.Null(new AReport(2, 2).Plays(1, Card, [1, 2], [2, 2]).Plays(2, Card, [1, 4], [3, 4]).Pictures(Card));

    [Fact]
    public void Who_placed_once_is_in_no_picture_with_two_placements()
    {
        var picture = new AReport(5, 5).Plays(1, Card, [1, 1, 1, 1, 1], [2, 2, 2, 2, 2]).Plays(2, Card, [4, 4, 4, 4, 4]).Pictures(Card)!;
        Assert.Equal((5, 5), (picture.Before.Counting, picture.After!.Counting));
    }

    [Fact]
    public void Where_too_few_placed_twice_the_first_placement_is_drawn()
    {
        var picture = new AReport(4, 6, 6).Plays(1, Card, [1, 2, 3, 3], [2, 2, 2, 4]).Plays(2, Card, [1, 2, 3, 4, 4, 4]).Plays(3, Card, [1, 2, 2, 3, 4, 4]).Pictures(Card)!;
        Assert.Equal(16, picture.Before.Counting);
        Assert.Null(picture.After);
    }

    [Fact, Rule("G3"), Rule("G7")]
    public void While_a_table_places_again_what_it_places_is_not_drawn()
    {
        var workshop = new AReport(6).Holds(1, Card, [1, 2, 3, 4, 4, 4]).Happens(1, new HeldCardTaken(1, Monday), new PawnPlacedAgain(new(1), new(4)));
        var picture = workshop.Pictures(Card)!;
        Assert.Equal([1, 1, 1, 3], picture.Before.Counts);
        Assert.Null(picture.After);
        Assert.True(CardPicture.IsSecondHidden(new(Card), [workshop.State(1)]));
        Assert.False(CardPicture.IsSecondHidden(new("tijd-1"), [workshop.State(1)]));
    }

    [Fact]
    public void Nobody_can_be_found_in_what_is_kept()
    {
        Assert.Equal(5, Drawn.Size);
        // Sums and nothing else: no list of whatever kind, of people, placements or pawns.
        Assert.DoesNotContain(typeof(CardPicture).GetProperties(), property => typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType));
    }

    [Fact]
    public void The_facilitator_shows_a_card_and_then_the_lists()
    {
        Fresh.When(new ShowCard(new(Card), Drawn, Monday)).Then(new CardDrawn(Drawn), new CardShown(new(Card)))
            .When(new ShowCard(new(Card), Drawn, Monday)).ThenNothing()
            .When(new ShowLists(Monday)).Then(new ListsShown())
            .When(new ShowLists(Monday)).ThenNothing();
        Fresh.When(new ShowCard(new(Card), null, Monday)).ThenRefused(Reason.TooFewPeople);
    }

    [Fact, Rule("D7")]
    public void One_more_person_does_not_change_the_picture_and_so_cannot_be_found_in_the_difference()
    {
        var workshop = new AReport(5, 1).Plays(1, Card, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]);
        var five = workshop.Pictures(Card)!;
        var six = workshop.Plays(2, Card, [1], [1]).Pictures(Card);
        Assert.True(five.IsSameAs(six));
        Fresh.After(new ShowCard(new(Card), five, Monday)).When(new ShowCard(new(Card), six, Monday)).ThenNothing();
    }

    [Fact, Rule("D7")]
    public void Five_more_people_do()
    {
        var workshop = new AReport(5, 5).Plays(1, Card, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]);
        var five = workshop.Pictures(Card)!;
        var ten = workshop.Plays(2, Card, [1, 1, 1, 1, 2], [1, 1, 1, 1, 2]).Pictures(Card)!;
        Assert.Equal(10, ten.Size);
        Fresh.After(new ShowCard(new(Card), five, Monday)).When(new ShowCard(new(Card), ten, Monday)).Then(new CardDrawn(ten));
    }

    [Fact, Rule("D7")]
    public void Who_places_anew_does_not_change_a_picture_that_was_shown()
    {
        var workshop = new AReport(5).Plays(1, Card, [1, 2, 3, 4, 4], [2, 2, 4, 4, 4]);
        var before = workshop.Pictures(Card)!;
        workshop.Happens(1, new CardTakenBack(1), new SteppedBack(Phase.SecondPlacement), new PawnPlacedAgain(new(1), new(1)), new SecondPawnsRevealed(), new CardLaid(Pile.Green, null));
        Assert.True(before.IsSameAs(workshop.Pictures(Card)));
    }

    [Fact, Rule("G3")]
    public void A_held_card_that_is_stepped_back_to_its_first_placement_is_not_drawn_while_its_pawns_lie_face_down()
    {
        AReport Taken() => new AReport(5).Holds(1, Card, [1, 2, 3, 4, 4]).Happens(1, new HeldCardTaken(1, AReport.Monday));
        Assert.NotNull(Taken().Pictures(Card));
        // Two steps back; whoever moves a pawn now does it in secret.
        AReport back = Taken().Happens(1, new SteppedBack(Phase.Telling), new SteppedBack(Phase.FirstPlacement));
        Assert.Null(back.Pictures(Card));
        Assert.Null(back.Happens(1, new PawnPlaced(new(1), new(4))).Pictures(Card));
    }

    [Fact]
    public void The_second_placement_of_the_same_people_may_follow()
    {
        var workshop = new AReport(5).Holds(1, Card, [1, 2, 3, 4, 4]);
        var first = workshop.Pictures(Card)!;
        var second = workshop.PlacesAgain(1, [2, 2, 4, 4, 4]).Pictures(Card)!;
        Assert.Null(first.After);
        Assert.Equal([0, 2, 0, 3], second.After!.Counts);
        Fresh.After(new ShowCard(new(Card), first, Monday)).When(new ShowCard(new(Card), second, Monday)).Then(new CardDrawn(second));
    }

    [Fact]
    public void The_minimum_can_be_raised_but_never_below_five()
    {
        Fresh.When(new ChooseMinimum(4, Monday)).ThenRefused(Reason.MinimumTooLow);
        Fresh.After(new ShowCard(new(Card), Drawn, Monday)).When(new ChooseMinimum(8, Monday)).Then(new MinimumChosen(8))
            .And(plenary => Assert.Null(plenary.PictureOf(new(Card))))
            .When(new ShowCard(new(Card), Drawn, Monday)).ThenRefused(Reason.TooFewPeople);
    }
}
