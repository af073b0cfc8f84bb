using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>What belongs to another list of the source counts for no factor.</summary>
[Rule("R5")]
public class KeepingListsApart
{
    private static readonly CardSet Factors = new("factors", "Factoren"), Features = new("features", "Kenmerken", "Maya Swaans", IsApart: true);

    private static readonly Deck Sorted = new(
        "leerklimaat", 2, "nl", "Een goed leerklimaat", "", "", "", Board.Default, [new("veiligheid", "Veiligheid", ""), new("openheid", "Openheid", "")],
        [
            new("veiligheid-1", CardKind.Statement, "veiligheid", "factors", "Fouten melden we.", "", ""),
            new("features-1", CardKind.Statement, "veiligheid", "features", "Iedereen leert samen.", "", ""),
            new("features-2", CardKind.Statement, "openheid", "features", "Kennis is van iedereen.", "", ""),
        ])
    { Sets = [Factors, Features] };

    private static AReport Played(Deck deck) => new AReport(8) { Deck = deck }
        .Plays(1, "veiligheid-1", [1, 1, 2, 2, 2, 3, 4, 4]).Plays(1, "features-1", [4, 4, 4, 3, 3, 3, 2, 1]).Plays(1, "features-2", [1, 2, 3, 4, 4, 3, 2, 1]);

    [Fact]
    public void A_factor_counts_only_the_cards_of_its_own_list()
    {
        var factor = Assert.Single(Played(Sorted).Make().Factors);
        Assert.Equal(("veiligheid", 1, 0), (factor.Id, factor.Shown, factor.Withheld));
        Assert.Equal(8, factor.Profile!.Counting);
    }

    [Fact]
    public void Each_card_says_which_list_it_is_from() =>
        Assert.Equal(["factors", "features", "features"], Played(Sorted).Make().Cards.Select(card => card.Set!.Id));

    [Fact]
    public void A_factor_of_which_only_another_list_was_played_was_not_discussed() => Assert.Equal(["openheid"], Played(Sorted).Make().NotDiscussed.Select(factor => factor.Id));

    [Fact]
    public void Of_a_deck_from_before_there_were_lists_everything_counts_as_it_did() =>
        Assert.Equal([("veiligheid", 2), ("openheid", 1)], Played(Sorted with { Sets = [] }).Make().Factors.Select(factor => (factor.Id, factor.Shown)));
}
