using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>The points and the proposal of a table are those that the table saw, or none.</summary>
[Rule("R1")]
public class TellingWhatTheTableSaw
{
    [Fact]
    public void The_first_placement_of_a_card_that_was_placed_again_is_not_the_end_and_gives_no_points()
    {
        var workshop = new AReport(6).Holds(1, "tijd-1", [4, 4, 4, 4, 4, 4]);
        workshop.Pictures("tijd-1");
        var report = workshop.PlacesAgain(1, [1, 1, 1, 1, 1], Pile.RedNotPresent).Make();

        Assert.All(report.Cards.Single().Tables, table => Assert.Null(table.Points));
        Assert.All(report.Cards.Single().Tables, table => Assert.Null(table.Proposal));
        if (report.Cards.Single().Once is { } once) Assert.False(once.IsLast);
    }

    [Fact]
    public void Points_of_fewer_people_than_the_table_added_up_are_not_told()
    {
        var workshop = new AReport(6).Plays(1, "tijd-1", [2, 2, 2, 2, 2], [2, 2, 2, 2, 4, 4]);

        Assert.Equal(Pile.Green, workshop.State(1).Played.Single().TallyOn(Board.Default).Proposal);
        Assert.Null(workshop.Make().Cards.Single().Tables.Single().Points);
    }

    [Fact]
    public void A_card_that_was_placed_anew_keeps_no_proposal_of_before()
    {
        var workshop = new AReport(6).Plays(1, "tijd-1", [4, 4, 4, 4, 3, 3], [4, 4, 4, 3, 3, 3]);
        workshop.Make();
        workshop.Happens(1, new CardTakenBack(1), new SteppedBack(Phase.SecondPlacement), new PawnPlacedAgain(new(1), new(1)), new SecondPawnsRevealed(), new CardLaid(Pile.RedToImprove, null));
        var table = workshop.Make().Cards.Single().Tables.Single();

        Assert.Equal(Pile.RedToImprove, table.Pile);
        Assert.Null(table.Points);
    }

    [Fact]
    public void Points_that_the_table_saw_are_told()
    {
        var table = new AReport(6).Plays(1, "tijd-1", [2, 2, 3, 3, 1, 1], [2, 2, 4, 4, 3, 3]).Make().Cards.Single().Tables.Single();

        Assert.Equal((18, 6, 24, Pile.Green), (table.Points!.Sum, table.Points.Lowest, table.Points.Highest, table.Proposal));
    }
}
