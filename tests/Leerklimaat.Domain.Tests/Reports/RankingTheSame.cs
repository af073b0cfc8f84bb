using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class RankingTheSame
{
    [Fact]
    public void Who_ranks_all_alike_agrees_entirely()
    {
        var all = Of("1,2,3,4", "1,2,3,4", "1,2,3,4");
        Printed.Is("1", all.W, "W");
        Printed.Is("9", all.ChiSquare, "χ²");
    }

    [Fact]
    public void A_Latin_square_has_nothing_in_common() => Assert.Equal((0, 1), (Of("1,2,3", "2,3,1", "3,1,2").W, Of("1,2,3", "2,3,1", "3,1,2").P));

    [Fact]
    public void Four_who_nearly_agree_come_out()
    {
        var four = Of("1,2,3,4,5", "1,3,2,4,5", "2,1,3,5,4", "1,2,4,3,5");
        Printed.Is("130", four.S, "S");
        Printed.Is("13/16", four.W, "W");
        Printed.Is("0.8125", four.W, "W");
        Printed.Is("13", four.ChiSquare, "χ²");
        Printed.Is(".01128", four.P, "p");
    }

    [Fact]
    public void Equals_share_the_middle_of_their_ranks()
    {
        var ties = Of("1,2,2,4", "1,1,3,4", "2,1,3,3");
        Printed.Is("33.5", ties.S, "S");
        Printed.Is("18", ties.T, "T");
        Printed.Is("67/81", ties.W, "W");
        Printed.Is("0.827160", ties.W, "W");
        Printed.Is("7.4444", ties.ChiSquare, "χ²");
        Printed.Is(".05900", ties.P, "p");
    }

    // The three rankings of ten films at accendoreliability.com/kendall-coefficient-of-concordance.
    [Fact]
    public void The_published_ranking_of_ten_films_comes_out()
    {
        var films = Of("1,5,6,7,10,4,8,3,9,2", "7,6,2,5,9,3,1,10,4,8", "6,4,8,5,10,1,3,9,7,2");
        Printed.Is("320.5", films.S, "S");
        Printed.Is("0.431650", films.W, "W");
        Printed.Is("11.6545", films.ChiSquare, "χ²");
        Printed.Is("0.23349", films.P, "p");
    }

    [Fact]
    public void Who_ranks_nothing_above_anything_says_nothing() => Assert.Equal([null, null, null], [Of("1,1,1").W, Of("1,1,1").ChiSquare, Of("1,1,1").P]);

    [Fact]
    public void Everybody_ranks_the_same_things()
    {
        Assert.Throws<ArgumentException>(() => Of("1,2,3", "1,2"));
        Assert.Throws<ArgumentException>(() => Of("1"));
        Assert.Throws<ArgumentException>(() => Of());
    }

    // Two raters and two things give χ² 2 with one degree; P(χ²₁ > 2) and the values below stand in any table of the distribution.
    [Theory]
    [InlineData(2, 2, "0.157299")]
    [InlineData(3, 3, "0.049787")]
    public void The_chance_of_full_agreement_falls_with_raters_and_things(int raters, int things, string p) =>
        Printed.Is(p, Of([.. Enumerable.Repeat(string.Join(',', Enumerable.Range(1, things)), raters)]).P, "p");

    [Fact]
    public void Many_who_agree_entirely_leave_no_chance() => Assert.InRange(Of([.. Enumerable.Repeat("1,2,3,4,5,6,7,8", 400)]).P!.Value, 0, 1e-300);

    private static Concordance Of(params string[] rows) => Concordance.Of([.. rows.Select(Printed.Row)]);
}
