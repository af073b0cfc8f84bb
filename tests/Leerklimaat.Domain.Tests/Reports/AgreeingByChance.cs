using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>How much agreement is chance (§2.5): every way in which n people can place, all squares equally likely, is gone through.</summary>
public class AgreeingByChance
{
    private const double Hair = 1e-9;

    [Theory]
    [InlineData("| 4 | 3 | .312 | 1.000 | .344 | .344 | .344 | .719 |")]
    [InlineData("| 4 | 4 | .299 | .833 | .461 | .109 | .180 | .461 |")]
    [InlineData("| 4 | 5 | .251 | .733 | .229 | .092 | .092 | .609 |")]
    [InlineData("| 4 | 6 | .216 | .667 | .213 | .032 | .046 | .407 |")]
    [InlineData("| 4 | 8 | .195 | .583 | .136 | .014 | .013 | .217 |")]
    [InlineData("| 4 | 10 | .168 | .533 | .073 | .006 | .004 | .314 |")]
    [InlineData("| 5 | 3 | .307 | .833 | .376 | .232 | .232 | .520 |")]
    [InlineData("| 5 | 4 | .301 | .875 | .309 | .098 | .098 | .366 |")]
    [InlineData("| 5 | 5 | .266 | .700 | .165 | .098 | .059 | .469 |")]
    [InlineData("| 5 | 6 | .227 | .667 | .185 | .036 | .045 | .263 |")]
    [InlineData("| 5 | 8 | .198 | .562 | .101 | .009 | .021 | .113 |")]
    [InlineData("| 5 | 10 | .176 | .500 | .070 | .005 | .006 | .166 |")]
    public void The_table_of_chance_comes_out(string row)
    {
        string[] cells = [.. row.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var ways = Ways((int)Printed.Row(cells[0])[0], (int)Printed.Row(cells[1])[0]).ToList();

        Assert.Equal(1, Chance(_ => true), 12);
        Printed.Is(cells[2], ways.Sum(way => way.Chance * way.A), "E[A]");
        Printed.Is(cells[3], ways.Select(way => way.A).Order().First(a => Chance(way => way.A <= a + Hair) >= 0.95), "95th percentile of A");
        Printed.Is(cells[4], Chance(way => way.A >= 0.5 - Hair), "P(A ≥ .5)");
        Printed.Is(cells[5], Chance(way => way.A >= 0.7 - Hair), "P(A ≥ .7)");
        Printed.Is(cells[6], Chance(way => WithinGroup.Rwg(way.Distribution) >= 0.7 - Hair), "P(rwg ≥ .70)");
        Printed.Is(cells[7], Chance(way => way.Distribution.InterquartileRange <= 1), "P(IQR ≤ 1)");

        double Chance(Func<Way, bool> counts) => ways.Where(counts).Sum(way => way.Chance);
    }

    private static IEnumerable<Way> Ways(int squares, int people) =>
        from counts in Counts(squares, people)
        let distribution = new Distribution([.. counts])
        select new Way(distribution, Agreement.A(distribution.Frequencies)!.Value, Orders(counts) / Math.Pow(squares, people));

    private static IEnumerable<int[]> Counts(int squares, int people) => squares == 1
        ? [[people]]
        : Enumerable.Range(0, people + 1).SelectMany(here => Counts(squares - 1, people - here).Select(rest => (int[])[here, .. rest]));

    // In how many ways people can be dealt over these counts.
    private static double Orders(int[] counts) => Factorial(counts.Sum()) / counts.Aggregate(1.0, (product, count) => product * Factorial(count));

    private static double Factorial(int number) => Enumerable.Range(1, number).Aggregate(1.0, (product, next) => product * next);

    private sealed record Way(Distribution Distribution, double A, double Chance);
}
