using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("G17")]
public class CountingReversedStatements
{
    private static readonly Deck Mixed = new(
        "leerklimaat", 2, "nl", "Een goed leerklimaat", "", "", "", Board.Default, [new("veiligheid", "Veiligheid", "")],
        [
            new("veiligheid-1", CardKind.Statement, "veiligheid", "", "Fouten melden we.", "", ""),
            new("veiligheid-2", CardKind.Statement, "veiligheid", "", "Wie een fout maakt, krijgt de schuld.", "", "") { IsReversed = true },
        ]);

    private static readonly int[] Squares = [1, 1, 1, 2, 2, 3, 4, 4];

    [Fact, Rule("R4")]
    public void In_the_sum_of_its_factor_it_stands_mirrored()
    {
        var profile = Played().Make().Factors.Single().Profile!;
        Assert.Equal([3 + 2, 2 + 1, 1 + 2, 2 + 3], profile.Distribution.Counts);
    }

    [Fact, Rule("R2")]
    public void By_itself_it_is_told_as_people_placed_and_its_points_count_the_other_way_round()
    {
        var card = Played().Make().Cards.Single(card => card.IsReversed);
        Assert.Equal([3, 2, 1, 2], card.Last!.Counts);
        var points = card.Tables.Single().Points!;
        Assert.Equal((3 * 4 + 2 * 3 + 1 * 2 + 2 * 1, 8, 32), (points.Sum, points.Lowest, points.Highest));
        Assert.Equal(Pile.Green, points.Proposal);
    }

    [Fact, Rule("P1")]
    public void On_a_list_it_says_that_it_is_reversed() =>
        Assert.Equal([("veiligheid-1", false), ("veiligheid-2", true)], Played().Make().Lists.Present.SelectMany(line => line.Entries).OrderBy(entry => entry.Card.Value).Select(entry => (entry.Card.Value, entry.IsReversed)));

    private static AReport Played() => new AReport(8) { Deck = Mixed }
        .Plays(1, "veiligheid-1", Squares).Plays(1, "veiligheid-2", Squares, isReversed: true);
}
