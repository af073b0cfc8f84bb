namespace Leerklimaat.Domain.Reports;

/// <summary>The chi-square distribution, as far as the report needs it.</summary>
internal static class ChiSquare
{
    private const double Hair = 1e-16;

    /// <summary>
    /// The chance of a value above this one (0 or more) with so many degrees of freedom (1 or more): the upper incomplete gamma function, by its
    /// power series below the middle and by its continued fraction above it, where it would be lost in 1 minus nearly 1.
    /// </summary>
    public static double Above(double value, int degrees)
    {
        if (value <= 0) return 1;

        double shape = degrees / 2.0, half = value / 2;
        var front = Math.Exp(shape * Math.Log(half) - half - LogGamma(degrees));
        return half < shape + 1 ? 1 - front * Series(shape, half) : front * Fraction(shape, half);
    }

    private static double Series(double shape, double half)
    {
        double term = 1 / shape, sum = term;
        for (var step = 1; term > sum * Hair; step++)
        {
            term *= half / (shape + step);
            sum += term;
        }

        return sum;
    }

    // From the inside outwards; far more steps than a value above shape + 1 needs.
    private static double Fraction(double shape, double half)
    {
        var inner = 0.0;
        for (var step = 500; step > 0; step--) inner = step * (step - shape) / (half + 2 * step + 1 - shape - inner);
        return 1 / (half + 1 - shape - inner);
    }

    // ln Γ(degrees / 2): Γ(½) = √π, Γ(1) = 1, Γ(x + 1) = x·Γ(x).
    private static double LogGamma(int degrees)
    {
        var sum = degrees % 2 == 0 ? 0 : Math.Log(Math.PI) / 2;
        for (var twice = degrees - 2; twice > 0; twice -= 2) sum += Math.Log(twice / 2.0);
        return sum;
    }
}
