using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R4")]
public class ExcludingChance
{
    [Theory]
    [InlineData(7, 1, ".0703125")]
    [InlineData(9, 1, ".021484375")]
    [InlineData(6, 0, ".03125")]
    [InlineData(5, 0, ".0625")]
    [InlineData(0, 0, "1")]
    [InlineData(3, 3, "1")]
    public void The_sign_test_comes_out(int up, int down, string p) => Printed.Is(p, SignedRanks.SignTest(up, down), "p");

    [Theory]
    [InlineData(3, ".25")]
    [InlineData(4, ".125")]
    [InlineData(5, ".0625")]
    [InlineData(6, ".03125")]
    [InlineData(7, ".015625")]
    [InlineData(8, ".0078125")]
    public void Below_six_movers_nothing_can_come_out(int movers, string smallest)
    {
        Printed.Is(smallest, SignedRanks.SignTest(movers, 0), "sign p");
        Printed.Is(smallest, SignedRanks.Wilcoxon([.. Enumerable.Repeat(1.0, movers)]).P, "Wilcoxon p");
    }

    // Hollander and Wolfe: the depression scale of nine patients before and after. The one-sided p is half of the two-sided one here.
    [Fact]
    public void The_published_test_of_nine_patients_comes_out()
    {
        double[] before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var test = SignedRanks.Wilcoxon([.. before.Zip(after, (first, second) => first - second)]);
        Printed.Is("40", test.Up, "V");
        Printed.Is("0.0390625", test.P, "p₂");
        Printed.Is("0.0195312", test.P / 2, "p₁");
        Printed.Is(".01953", test.P / 2, "p₁");
    }

    [Fact]
    public void The_chance_is_that_of_going_through_all_signs()
    {
        double[] distances = [1, -1, 2, 2, -3, 1, 4, -2, 2, 0, 1, 3];
        var moves = distances.Where(distance => distance != 0).ToArray();
        double[] ranks = [.. moves.Select(move => moves.Count(other => Math.Abs(other) < Math.Abs(move)) + (moves.Count(other => Math.Abs(other) == Math.Abs(move)) + 1) / 2.0)];
        var seen = Math.Abs(ranks.Zip(moves, (rank, move) => rank * Math.Sign(move)).Sum());
        var asFar = Enumerable.Range(0, 1 << ranks.Length).Count(signs => Math.Abs(ranks.Select((rank, index) => (signs >> index & 1) == 1 ? rank : -rank).Sum()) >= seen);

        Assert.Equal((double)asFar / (1 << ranks.Length), SignedRanks.Wilcoxon(distances).P, 12);
    }

    [Fact]
    public void The_approximation_takes_over_without_a_jump()
    {
        var exact = SignedRanks.Wilcoxon([.. Moves(SignedRanks.MostExact)]);
        var near = SignedRanks.Wilcoxon([.. Moves(SignedRanks.MostExact), 1]);
        Assert.Equal((SignedRanks.MostExact, SignedRanks.MostExact + 1), (exact.Moved, near.Moved));
        Assert.InRange(exact.P, 0.02, 0.2);
        Assert.InRange(near.P, exact.P - 0.003, exact.P + 0.003);
    }

    [Fact]
    public void Fewer_than_ten_pairs_are_not_tested_for_an_organisation()
    {
        Assert.Null(SignedRanks.ForOrganisation(Pairs(up: 9)));
        Assert.Equal(2 / 1024.0, SignedRanks.ForOrganisation(Pairs(up: 10))!.P, 12);
    }

    // One to three squares, a few more of them up than down.
    private static IEnumerable<double> Moves(int count) => Enumerable.Range(0, count).Select(number => (number % 3 + 1) * (number * 7 % 13 < 7 ? 1.0 : -1));

    private static Shift Pairs(int up) => new(3, [0, up, 0, 0, 0, 0, 0, 0, 0], 0);
}
