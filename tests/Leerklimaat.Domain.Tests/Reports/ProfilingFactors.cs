using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class ProfilingFactors
{
    private static readonly (string, Distribution)[] Cards =
    [
        ("veiligheid", new([0, 1, 0, 4], 1)), ("tijd", new([2, 0, 0, 2])), ("veiligheid", new([0, 0, 0, 6])), ("veiligheid", new([0, 0, 0, 0], 3)),
    ];

    [Fact]
    public void A_factor_is_all_its_cards_and_tables_together()
    {
        var safety = Profile.Of(Cards)[0];
        Assert.Equal(new Distribution([0, 1, 0, 10], 4), safety.Distribution);
        Assert.Equal(("veiligheid", 11, Closeness.CloseTogether), (safety.Factor, safety.Counting, safety.Closeness));
        Assert.Equal(3.95, safety.Median!.Value, 12);
    }

    [Fact]
    public void A_factor_whose_pawns_stand_apart_has_another_word() => Assert.Equal(Closeness.Varied, Profile.Of(Cards)[1].Closeness);

    [Fact]
    public void A_factor_that_nobody_placed_on_says_nothing()
    {
        var silent = Assert.Single(Profile.Of([("rust", new Distribution([0, 0, 0, 0], 2))]));
        Assert.Equal((null, 0, Closeness.Unsaid), (silent.Median, silent.Counting, silent.Closeness));
    }

    [Fact]
    public void Boards_of_different_sizes_are_not_one_factor() =>
        Assert.Throws<ArgumentException>(() => Profile.Of([("tijd", new([1, 1, 1])), ("tijd", new([1, 1, 1, 1]))]));

    [Fact, Rule("R4")]
    public void Factors_keep_the_order_of_the_deck_and_are_not_ranked() =>
        Assert.Equal(["tijd", "veiligheid"], Profile.Of(Cards.Skip(1)).Select(profile => profile.Factor));
}
