using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>The table-size vectors of the measures, §2.4, with all their columns.</summary>
[Rule("R1")]
public class CheckingAgainstTheTables
{
    [Theory]
    [InlineData("| 0,0,0,0,5 | 5 | 1.000000 | 1.000000 | 0.000000 | 5.0000 | 0.0000 | 1.0000 | – | 0.0000 | 0.00 | 0.00 | 5.0000 |")]
    [InlineData("| 1,1,1,1,1 | 5 | 0.000000 | 0.433985 | 0.600000 | 3.0000 | 2.5000 | -0.2500 | 0.0000 | 1.2000 | 2.00 | 2.00 | 3.0000 |")]
    [InlineData("| 3,0,0,0,3 | 6 | -1.000000 | 0.000000 | 1.000000 | 3.0000 | 4.8000 | -1.4000 | -1.0000 | 2.0000 | 4.00 | 4.00 | 3.0000 |")]
    [InlineData("| 0,3,3,0,0 | 6 | 0.750000 | 0.807355 | 0.250000 | 2.5000 | 0.3000 | 0.8500 | 0.8667 | 0.5000 | 1.00 | 1.00 | 2.5000 |")]
    [InlineData("| 0,0,2,3,1 | 6 | 0.666667 | 0.774038 | 0.250000 | 3.8333 | 0.5667 | 0.7167 | 0.7143 | 0.5556 | 0.75 | 1.00 | 3.8333 |")]
    [InlineData("| 0,1,3,1,0 | 5 | 0.700000 | 0.833985 | 0.200000 | 3.0000 | 0.5000 | 0.7500 | 0.8000 | 0.4000 | 0.00 | 0.00 | 3.0000 |")]
    [InlineData("| 2,1,0,1,2 | 6 | -0.425926 | 0.194988 | 0.833333 | 3.0000 | 3.6000 | -0.8000 | -0.5000 | 1.6667 | 3.50 | 4.00 | 3.0000 |")]
    [InlineData("| 0,2,0,2,0 | 4 | 0.166667 | 0.584963 | 0.500000 | 3.0000 | 1.3333 | 0.3333 | 0.5000 | 1.0000 | 2.00 | 2.00 | 3.0000 |")]
    [InlineData("| 1,0,0,0,4 | 5 | 0.200000 | 0.278072 | 0.400000 | 4.2000 | 3.2000 | -0.6000 | -1.0000 | 1.2800 | 0.00 | 0.00 | 4.8750 |")]
    [InlineData("| 2,0,0,0,3 | 5 | -0.600000 | 0.029049 | 0.800000 | 3.4000 | 4.8000 | -1.4000 | -1.0000 | 1.9200 | 4.00 | 4.00 | 4.6667 |")]
    [InlineData("| 1,0,3,1,0 | 5 | 0.466667 | 0.680186 | 0.300000 | 2.8000 | 1.2000 | 0.4000 | 0.5152 | 0.7200 | 0.00 | 0.00 | 3.0000 |")]
    [InlineData("| 0,0,1,4,1 | 6 | 0.750000 | 0.861654 | 0.166667 | 4.0000 | 0.4000 | 0.8000 | 0.7778 | 0.3333 | 0.00 | 0.00 | 4.0000 |")]
    [InlineData("| 1,1,1,1,2 | 6 | 0.166667 | 0.368037 | 0.666667 | 3.3333 | 2.6667 | -0.3333 | -0.1429 | 1.3333 | 2.50 | 3.00 | 3.5000 |")]
    [InlineData("| 1,0,0,4,0 | 5 | 0.433333 | 0.548042 | 0.300000 | 3.4000 | 1.8000 | 0.1000 | 0.2500 | 0.9600 | 0.00 | 0.00 | 3.8750 |")]
    [InlineData("| 3,0,0,3,0 | 6 | -0.416667 | 0.321928 | 0.750000 | 2.5000 | 2.7000 | -0.3500 | -0.2000 | 1.5000 | 3.00 | 3.00 | 2.5000 |")]
    [InlineData("| 0,0,0,5 | 5 | 1.000000 | 1.000000 | 0.000000 | 4.0000 | 0.0000 | 1.0000 | – | 0.0000 | 0.00 | 0.00 | 4.0000 |")]
    [InlineData("| 1,1,1,1 | 4 | 0.000000 | 0.368483 | 0.666667 | 2.5000 | 1.6667 | -0.3333 | -0.1111 | 1.0000 | 1.50 | 2.00 | 2.5000 |")]
    [InlineData("| 2,0,0,2 | 4 | -1.000000 | 0.000000 | 1.000000 | 2.5000 | 3.0000 | -1.4000 | -1.0000 | 1.5000 | 3.00 | 3.00 | 2.5000 |")]
    [InlineData("| 0,1,3,1 | 5 | 0.600000 | 0.766015 | 0.266667 | 3.0000 | 0.5000 | 0.6000 | 0.6000 | 0.4000 | 0.00 | 0.00 | 3.0000 |")]
    [InlineData("| 1,1,2,1 | 5 | 0.200000 | 0.451749 | 0.533333 | 2.6000 | 1.3000 | -0.0400 | 0.0714 | 0.8800 | 1.00 | 1.00 | 2.7500 |")]
    [InlineData("| 1,0,2,2 | 5 | 0.133333 | 0.449022 | 0.533333 | 3.0000 | 1.5000 | -0.2000 | -0.2000 | 0.8000 | 1.00 | 1.00 | 3.2500 |")]
    [InlineData("| 0,3,2,0 | 5 | 0.733333 | 0.747358 | 0.266667 | 2.4000 | 0.3000 | 0.7600 | 0.7857 | 0.4800 | 1.00 | 1.00 | 2.3333 |")]
    [InlineData("| 2,0,2,0 | 4 | -0.166667 | 0.415037 | 0.666667 | 2.0000 | 1.3333 | -0.0667 | 0.0000 | 1.0000 | 2.00 | 2.00 | 2.0000 |")]
    [InlineData("| 4,0,0 | 4 | 1.000000 | 1.000000 | 0.000000 | 1.0000 | 0.0000 | 1.0000 | – | 0.0000 | 0.00 | 0.00 | 1.0000 |")]
    [InlineData("| 1,2,1 | 4 | 0.250000 | 0.500000 | 0.500000 | 2.0000 | 0.6667 | 0.0000 | 0.0000 | 0.5000 | 0.50 | 1.00 | 2.0000 |")]
    [InlineData("| 2,0,2 | 4 | -1.000000 | 0.000000 | 1.000000 | 2.0000 | 1.3333 | -1.0000 | -1.0000 | 1.0000 | 2.00 | 2.00 | 2.0000 |")]
    [InlineData("| 1,1,1 | 3 | 0.000000 | 0.333333 | 0.666667 | 2.0000 | 1.0000 | -0.5000 | -0.3333 | 0.6667 | 1.00 | 1.00 | 2.0000 |")]
    [InlineData("| 0,0,1,2,3,0 | 6 | 0.733333 | 0.789020 | 0.266667 | 4.3333 | 0.6667 | 0.7714 | 0.8000 | 0.6667 | 1.00 | 1.00 | 4.5000 |")]
    [InlineData("| 1,0,1,1,2,1 | 6 | 0.183333 | 0.495887 | 0.533333 | 4.0000 | 3.2000 | -0.0971 | 0.1111 | 1.3333 | 1.75 | 2.00 | 4.5000 |")]
    [InlineData("| 1,2,3,4,3,2,1 | 16 | 0.291667 | 0.630121 | 0.416667 | 4.0000 | 2.6667 | 0.3333 | 0.4444 | 1.2500 | 2.00 | 2.00 | 4.0000 |")]
    [InlineData("| 5,0,0,0,0,0,5 | 10 | -1.000000 | 0.000000 | 1.000000 | 4.0000 | 10.0000 | -1.5000 | -1.0000 | 3.0000 | 6.00 | 6.00 | 4.0000 |")]
    public void Every_column_of_the_table_comes_out(string row)
    {
        string[] cells = [.. row.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var distribution = Printed.Counts(cells[0]);
        var frequencies = distribution.Frequencies;

        Printed.Is(cells[1], distribution.Counting, "n");
        Printed.Is(cells[2], Agreement.A(frequencies), "A");
        Printed.Is(cells[3], Agreement.Cns(frequencies), "Cns");
        Printed.Is(cells[4], Agreement.LeikD(frequencies), "Leik D");
        Printed.Is(cells[5], distribution.Mean, "mean");
        Printed.Is(cells[6], distribution.SampleVariance, "s²");
        Printed.Is(cells[7], WithinGroup.Rwg(distribution), "rwg");
        Printed.Is(cells[8], WithinGroup.Awg(distribution), "awg");
        Printed.Is(cells[9], WithinGroup.AdM(distribution), "AD_M");
        Printed.Is(cells[10], distribution.InterquartileRange, "IQR type 7");
        Printed.Is(cells[11], BetweenTukeysHinges(distribution), "IQR Tukey");
        Printed.Is(cells[12], distribution.Median, "interpolated median");
    }

    // Not in the product: it shows that another rule gives other quarters, which is why one rule is fixed.
    private static double BetweenTukeysHinges(Distribution distribution)
    {
        var pawns = distribution.Counts.SelectMany((count, index) => Enumerable.Repeat(index + 1.0, count)).ToList();
        var half = (pawns.Count + 1) / 2;
        return Middle(pawns[^half..]) - Middle(pawns[..half]);
    }

    private static double Middle(List<double> row) => (row[(row.Count - 1) / 2] + row[row.Count / 2]) / 2;
}
