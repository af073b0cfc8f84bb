using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class CountingPlacements
{
    [Fact]
    public void Pawns_are_counted_per_square_and_weet_ik_niet_apart() => Assert.Equal(new([1, 0, 2, 1], 2), Of(4, 3, 0, 1, 3, 0));

    [Fact]
    public void Weet_ik_niet_is_in_no_sum() => Assert.Equal((2, 3.5, 3.5), (Of(0, 3, 4, 0).Counting, Of(0, 3, 4, 0).Mean, Of(0, 3, 4, 0).Median));

    [Fact]
    public void A_pawn_on_a_square_that_is_not_there_is_an_error() => Assert.Throws<IndexOutOfRangeException>(() => Of(5));

    [Fact]
    public void Tables_are_added_up() => Assert.Equal(new Distribution([1, 2, 1, 1], 2), new Distribution([1, 0, 1, 0], 2) + new Distribution([0, 2, 0, 1]));

    [Fact]
    public void Boards_of_different_sizes_are_not_added_up() => Assert.Throws<ArgumentException>(() => new Distribution([1, 0, 1]) + new Distribution([1, 0, 1, 0]));

    [Fact]
    public void Of_nobody_nothing_is_said()
    {
        var nobody = new Distribution([0, 0, 0, 0], 3);
        Assert.Equal([null, null, null, null, null], [nobody.Mean, nobody.SampleVariance, nobody.Median, nobody.Quantile(0.5), nobody.InterquartileRange]);
    }

    [Fact]
    public void One_pawn_has_a_place_but_no_variance()
    {
        var one = new Distribution([0, 0, 1, 0]);
        Assert.Equal([3, null, 3, 0], [one.Mean, one.SampleVariance, one.Median, one.InterquartileRange]);
    }

    [Theory]
    [InlineData("0,1,0,10,9", "4.4000")]
    [InlineData("2,1,6,10,1", "3.6000")]
    public void The_interpolated_medians_of_the_University_of_Michigan_come_out(string counts, string median) =>
        Printed.Is(median, Printed.Counts(counts).Median, "interpolated median");

    [Theory]
    [InlineData("3,0,0,3,0", "2.5")]
    [InlineData("1,1,1,1,2", "3.5")]
    public void At_exactly_half_the_median_is_midway_to_the_next_square_that_is_not_empty(string counts, string median) =>
        Printed.Is(median, Printed.Counts(counts).Median, "interpolated median");

    [Fact]
    public void Quarters_differ_by_rule_and_ours_is_type_7() => Assert.Equal(0.75, Printed.Counts("0,0,2,3,1").InterquartileRange);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void A_quantile_lies_between_two_pawns(double share, double square) => Assert.Equal(square, new Distribution([1, 1, 1, 1]).Quantile(share));

    [Theory, InlineData(-0.1), InlineData(1.1)]
    public void A_share_lies_between_none_and_all(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => new Distribution([1, 1, 1]).Quantile(share));

    private static Distribution Of(params int[] squares) => Distribution.Of(Board.Default, squares.Select((square, seat) => new Placement(new(seat + 1), new(square))));
}
