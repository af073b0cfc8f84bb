using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Following;

/// <summary>The garden on the wall shows what tables decided, and of pawns no more than a report.</summary>
[Rule("D1"), Rule("D7")]
public class GrowingAGarden
{
    private const string Card = "veiligheid-1";

    [Fact]
    public void Before_anything_was_shown_a_plant_says_only_what_the_piles_say()
    {
        var one = Plant(new AReport(6).Plays(1, Card, [1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2], Pile.RedToImprove));
        Assert.Equal(one, Plant(new AReport(6).Plays(1, Card, [4, 4, 4, 4, 4, 4], [3, 3, 3, 3, 3, 3], Pile.RedToImprove)));
        Assert.Null(one.Before);
        Assert.True(Plant(new AReport(6).Plays(1, Card, [1, 1, 1, 1, 1, 1], null, Pile.Green)).Height > one.Height);
    }

    [Fact]
    public void What_was_shown_it_shows_too_with_the_movement()
    {
        var workshop = new AReport(6).Plays(1, Card, [1, 1, 1, 1, 1, 1], [4, 4, 4, 4, 4, 4]);
        workshop.Make();
        Assert.Equal((0, 1), (Plant(workshop).Before, Plant(workshop).Height));
    }

    [Fact, Rule("D2")]
    public void A_table_of_two_does_not_tell_its_pile_by_a_plant()
    {
        var one = Plant(new AReport(2).Plays(1, Card, [1, 1], null, Pile.RedNotPresent));
        Assert.Equal(one, Plant(new AReport(2).Plays(1, Card, [4, 4], null, Pile.Green)));
        Assert.Equal(Laid.Untold, one.Laid);
    }

    [Theory, InlineData(Pile.Green, Pile.Green, Laid.Green), InlineData(Pile.RedToImprove, Pile.RedNotPresent, Laid.Red), InlineData(Pile.Green, Pile.RedToImprove, Laid.OnBoth)]
    public void Tables_that_laid_a_card_on_different_piles_are_not_made_to_agree(Pile one, Pile other, Laid expected) =>
        Assert.Equal(expected, Plant(new AReport(6, 6).Plays(1, Card, [4, 4, 4, 4, 4, 4], null, one).Plays(2, Card, [2, 2, 2, 2, 2, 2], null, other)).Laid);

    [Fact]
    public void Who_comes_last_does_not_move_a_plant()
    {
        var workshop = new AReport(6, 1).Plays(1, Card, [1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2]);
        workshop.Make();
        var before = Plant(workshop);
        workshop.Plays(2, Card, [4], [4]);
        workshop.Make();
        Assert.Equal(before, Plant(workshop));
    }

    private static PlantView Plant(AReport workshop) =>
        Garden.Of(workshop.Deck, Board.Default, Enumerable.Range(1, workshop.Tables).Select(workshop.State), workshop.Publications).SelectMany(bed => bed.Plants).Single();
}
