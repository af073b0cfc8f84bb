using System.Globalization;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>Compares what is computed with a value as the measures print it: a number, a fraction, or – for nothing.</summary>
internal static class Printed
{
    public static void Is(string printed, double? computed, string what = "")
    {
        if (printed == "–")
        {
            Assert.True(computed is null, $"{what} is {computed}, and should be nothing");
            return;
        }

        // Whole numbers and fractions are exact; decimals are rounded at the last that is printed.
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var hair = (point < 0 ? 0 : 0.5 * Math.Pow(10, point + 1 - printed.Length)) + 1e-9;
        Assert.True(computed is { } value && Math.Abs(value - Number(printed)) <= hair, $"{what} is {computed}, and should be {printed}");
    }

    /// <summary>The printed frequencies or squares, such as <c>0,2,3</c>.</summary>
    public static double[] Row(string printed) => [.. printed.Split(',').Select(Number)];

    public static Domain.Reports.Distribution Counts(string printed) => new([.. Row(printed).Select(count => (int)count)]);

    private static double Number(string printed) => printed.Split('/') is [var above, var below]
        ? Number(above) / Number(below)
        : double.Parse(printed.Replace('−', '-'), CultureInfo.InvariantCulture);
}
