using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class Agreeing
{
    [Theory]
    [InlineData("30,40,210,130,530,50,10", "0.6113333")]
    [InlineData("30,40,210,130,530,50,10", "917/1500")]
    [InlineData("2.4,2.8,3.2,6.2,13.5,30.4,41.6", "0.6097236")]
    [InlineData("1.6,2.6,8.2,21,29.3,27,10.3", "0.4823333")]
    [InlineData("2,0,1,1", "0.0833333")]
    [InlineData("2,0,1,1", "1/12")]
    public void The_published_values_of_A_come_out(string frequencies, string published) => Printed.Is(published, Agreement.A(Printed.Row(frequencies)), "A");

    [Theory]
    [InlineData("2.4,2.8,3.2,6.2,13.5,30.4,41.6", "0.61")]
    [InlineData("1.6,2.6,8.2,21,29.3,27,10.3", "0.48")]
    [InlineData("2,0,1,1", "0.08")]
    public void A_rounds_to_what_the_article_prints(string frequencies, string published) => Printed.Is(published, Agreement.A(Printed.Row(frequencies)), "A");

    [Theory]
    [InlineData("1,1,1,1,1,1,0", ".167")]
    [InlineData("0,1,1,1,1,1,0", ".333")]
    [InlineData("0,0,1,1,1,1,0", ".5")]
    [InlineData("0,0,1,1,1,0,0", ".667")]
    [InlineData("0,0,1,0,1,0,0", ".467")]
    public void The_layers_of_the_article_come_out(string layer, string published) => Printed.Is(published, Agreement.A(Printed.Row(layer)), "A");

    [Theory]
    [InlineData("30,40,210,130,530,50,10", "0.194")]
    [InlineData("30,40,210,130,530,50,10", "0.1943333")]
    [InlineData("6,8,5,3,2,0,2", "79/260")]
    [InlineData("6,8,5,3,2,0,2", "0.3038462")]
    public void The_published_polarisation_comes_out(string frequencies, string published) =>
        Printed.Is(published, Agreement.Polarisation(Printed.Row(frequencies)), "polarisation");

    [Theory, InlineData("0.287"), InlineData("0.2866667")]
    public void The_published_D_of_Leik_comes_out(string published) => Printed.Is(published, Agreement.LeikD(Printed.Row("30,40,210,130,530,50,10")), "D");

    [Theory]
    [InlineData("30,40,210,130,530,50,10", "0.7256876")]
    [InlineData("19,16,26,29,10", "0.5184145")]
    public void The_consensus_of_Tastle_and_Wierman_comes_out(string frequencies, string published) =>
        Printed.Is(published, Agreement.Cns(Printed.Row(frequencies)), "Cns");

    [Theory]
    [InlineData("1,0,0,1", -1)]
    [InlineData("1,0,1,0", -0.167)]
    [InlineData("0,1,0,1,0", 0.167)]
    public void Only_mass_at_the_two_ends_is_minus_one(string frequencies, double value) => Assert.Equal(value, Agreement.A(Printed.Row(frequencies))!.Value, 3);

    [Theory, InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7)]
    public void An_even_spread_is_zero_on_every_board(int squares) => Assert.Equal(0, Agreement.A([.. Enumerable.Repeat(2.0, squares)]));

    [Fact]
    public void Turning_the_board_round_changes_no_agreement()
    {
        double[] there = [3, 1, 4, 1, 5, 2], back = [2, 5, 1, 4, 1, 3];
        Assert.Equal(Agreement.A(there)!.Value, Agreement.A(back)!.Value, 12);
        Assert.Equal(Agreement.Cns(there)!.Value, Agreement.Cns(back)!.Value, 12);
        Assert.Equal(Agreement.LeikD(there)!.Value, Agreement.LeikD(back)!.Value, 12);
    }

    [Fact]
    public void Of_nobody_nothing_is_said() => Assert.Equal([null, null, null, null], NothingOf([0, 0, 0, 0]));

    [Fact]
    public void Two_squares_are_too_few() => Assert.Throws<ArgumentException>(() => Agreement.A([1, 2]));

    [Theory, Rule("R4")]
    [InlineData("1,4,2,1,0", "0.5625", "0.697743", "0.3125")]
    [InlineData("0,2,2,4,0", "0.6250", "0.691800", "0.3750")]
    public void Measures_may_point_in_different_directions_so_one_is_chosen(string frequencies, string a, string cns, string d)
    {
        Printed.Is(a, Agreement.A(Printed.Row(frequencies)), "A");
        Printed.Is(cns, Agreement.Cns(Printed.Row(frequencies)), "Cns");
        Printed.Is(d, Agreement.LeikD(Printed.Row(frequencies)), "D");
    }

    [Theory]
    [InlineData("0,0,0,3", Closeness.Unsaid)]
    [InlineData("0,0,0,0", Closeness.Unsaid)]
    [InlineData("0,0,0,4", Closeness.CloseTogether)]
    [InlineData("0,1,3,1,0", Closeness.CloseTogether)]
    [InlineData("0,1,3,1", Closeness.Varied)]
    [InlineData("1,1,1,1", Closeness.Varied)]
    [InlineData("0,0,2,3,1", Closeness.CloseTogether)]
    [InlineData("1,2,3,4,3,2,1", Closeness.Varied)]
    [InlineData("3,0,0,3", Closeness.Varied)]
    public void The_word_needs_four_pawns_and_a_bar_that_is_lower_from_six_on(string counts, Closeness word) => Assert.Equal(word, Agreement.Word(Printed.Counts(counts)));

    [Theory, InlineData("0,1,3,1,0"), InlineData("0,0,1,3,1"), InlineData("1,3,1,0,0")]
    public void Exactly_on_the_high_bar_is_close_together(string counts) => Assert.Equal(Closeness.CloseTogether, Agreement.Word(Printed.Counts(counts)));

    [Theory, InlineData("2,2,2,0,0"), InlineData("0,1,1,2,3"), InlineData("0,0,2,3,0,6")]
    public void Exactly_on_the_low_bar_is_close_together(string counts)
    {
        Assert.Equal(0.5, Agreement.A(Printed.Row(counts))!.Value, 12);
        Assert.Equal(Closeness.CloseTogether, Agreement.Word(Printed.Counts(counts)));
    }

    [Fact, Rule("R4")]
    public void No_word_calls_agreement_good() => Assert.Equal(["Unsaid", "CloseTogether", "Varied"], Enum.GetNames<Closeness>());

    private static double?[] NothingOf(double[] frequencies) =>
        [Agreement.A(frequencies), Agreement.Polarisation(frequencies), Agreement.Cns(frequencies), Agreement.LeikD(frequencies)];
}
