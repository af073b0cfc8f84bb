using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class AgreeingWithinAGroup
{
    [Theory]
    [InlineData(3, "2/3")]
    [InlineData(4, "5/4")]
    [InlineData(5, "2")]
    [InlineData(6, "35/12")]
    [InlineData(7, "4")]
    public void The_variance_of_chance_comes_out(int squares, string variance) => Printed.Is(variance, WithinGroup.EvenVariance(squares), "σ²");

    // [4,4,5,3,4], [3,4,4,4,5] and [5,4,4,4,4] on five squares.
    [Fact]
    public void Three_cards_together_agree_more_than_each_alone()
    {
        Distribution[] cards = [Printed.Counts("0,0,1,3,1"), Printed.Counts("0,0,1,3,1"), Printed.Counts("0,0,0,4,1")];
        Printed.Is(".75", WithinGroup.Rwg(cards[0]), "rwg");
        Printed.Is(".75", WithinGroup.Rwg(cards[1]), "rwg");
        Printed.Is(".90", WithinGroup.Rwg(cards[2]), "rwg");
        Printed.Is("0.923077", WithinGroup.RwgJ(cards), "rwg(3)");
    }

    [Fact]
    public void One_card_together_is_that_card() => Assert.Equal(0.75, WithinGroup.RwgJ([Printed.Counts("0,0,1,3,1")])!.Value, 12);

    [Theory]
    [InlineData("1,1,1,1,1", "0.375")]
    [InlineData("3,0,0,0,3", "-0.2")]
    [InlineData("0,0,0,0,5", "1")]
    public void Against_half_at_each_end_the_variance_of_chance_is_greater(string counts, string rwg) => Printed.Is(rwg, WithinGroup.RwgStar(Printed.Counts(counts)), "r*wg");

    [Fact]
    public void Of_one_pawn_only_its_distance_is_known()
    {
        var one = Printed.Counts("0,1,0,0");
        Assert.Equal([null, null, null, 0], [WithinGroup.Rwg(one), WithinGroup.RwgStar(one), WithinGroup.Awg(one), WithinGroup.AdM(one)]);
    }

    [Fact]
    public void Of_nobody_nothing_is_said() => Assert.Null(WithinGroup.AdM(Printed.Counts("0,0,0,0")));

    [Fact]
    public void Cards_without_enough_pawns_or_wider_than_chance_have_nothing_in_common()
    {
        Assert.Null(WithinGroup.RwgJ([]));
        Assert.Null(WithinGroup.RwgJ([Printed.Counts("0,1,0,0")]));
        Assert.Null(WithinGroup.RwgJ([Printed.Counts("3,0,0,3")]));
    }

    [Fact]
    public void Cards_on_different_boards_do_not_belong_together() =>
        Assert.Throws<ArgumentException>(() => WithinGroup.RwgJ([Printed.Counts("1,1,1"), Printed.Counts("1,1,1,1")]));
}
