namespace Leerklimaat.Domain.Reports;

/// <summary>
/// How close together pawns stand. The first measure is A, because an even spread is 0 on any board; the others are for who wants to check.
/// Measures may point in different directions, so the distribution is always shown beside them, and closer is never called better (R4).
/// </summary>
public static class Agreement
{
    /// <summary>From how many pawns on there is a word, and from how many on a lower A suffices: fewer agree too easily by chance.</summary>
    public const int FewestForAWord = 4, FewestForALowerBar = 6;

    // A is a fraction such as 7/10; a hair less than the bar still reaches it, or adding up binary fractions would decide.
    private const double HighBar = 0.7, LowBar = 0.5, Hair = 1e-9;

    /// <summary>The word for the agreement of n pawns: none for n ≤ 3; close together when A ≥ .7 for n = 4 or 5, A ≥ .5 from 6 on. §2.5.</summary>
    public static Closeness Word(Distribution distribution) => distribution.Counting switch
    {
        < FewestForAWord => Closeness.Unsaid,
        < FewestForALowerBar => A(distribution.Frequencies) >= HighBar - Hair ? Closeness.CloseTogether : Closeness.Varied,
        _ => A(distribution.Frequencies) >= LowBar - Hair ? Closeness.CloseTogether : Closeness.Varied,
    };

    /// <summary>
    /// Van der Eijk's A, −1 (half at each end) by 0 (even) to 1 (all on one square), of frequencies that need not be whole. Nothing when all are
    /// zero; throws ArgumentException for fewer than three squares. Quality &amp; Quantity 35 (2001), 325–341.
    /// </summary>
    public static double? A(IReadOnlyList<double> frequencies)
    {
        if (frequencies.Count < 3) throw new ArgumentException("A needs three squares or more.", nameof(frequencies));

        var total = frequencies.Sum();
        if (total <= 0) return null;

        var agreement = 0.0;
        var rest = frequencies.ToArray();
        while (rest.Any(left => left > 0))
        {
            bool[] filled = [.. rest.Select(left => left > 0)];
            var height = rest.Where(left => left > 0).Min();
            agreement += height * filled.Count(square => square) / total * OfLayer(filled);
            rest = [.. rest.Select(left => left > 0 ? left - height : 0)];
        }

        return agreement;
    }

    /// <summary>(1 − A) / 2: 0 when all stand on one square, ½ when evenly spread, 1 with half at each end. The rest as for <see cref="A"/>.</summary>
    public static double? Polarisation(IReadOnlyList<double> frequencies) => (1 - A(frequencies)) / 2;

    /// <summary>
    /// Tastle and Wierman's consensus, 0 (half at each end) to 1 (all on one square); nothing when all frequencies are zero. International Journal
    /// of Approximate Reasoning 45 (2007), 531–545.
    /// </summary>
    public static double? Cns(IReadOnlyList<double> frequencies)
    {
        var total = frequencies.Sum();
        if (total <= 0) return null;

        var mean = frequencies.Select((frequency, index) => frequency * index).Sum() / total;
        return 1 + frequencies
            .Select((frequency, index) => frequency > 0 ? frequency / total * Math.Log2(1 - Math.Abs(index - mean) / (frequencies.Count - 1)) : 0)
            .Sum();
    }

    /// <summary>Leik's D, 0 (all on one square) to 1 (half at each end); nothing when all frequencies are zero. Leik 1966.</summary>
    public static double? LeikD(IReadOnlyList<double> frequencies)
    {
        var total = frequencies.Sum();
        if (total <= 0) return null;

        double below = 0, sum = 0;
        foreach (var frequency in frequencies)
        {
            below += frequency;
            sum += Math.Min(below, total - below) / total;
        }

        return 2 * sum / (frequencies.Count - 1);
    }

    private static double OfLayer(bool[] filled)
    {
        int squares = filled.Length, size = filled.Count(square => square);
        if (size == 1) return 1;

        var (oneTop, twoTops) = Triples(filled);
        return oneTop + twoTops == 0
            ? 0
            : (double)((squares - 2) * oneTop - (squares - 1) * twoTops) / ((squares - 2) * (oneTop + twoTops)) * (1 - (size - 1.0) / (squares - 1));
    }

    // TU and TDU of the article: of every three squares from left to right, 110 and 011 have one top, 101 has two.
    private static (int OneTop, int TwoTops) Triples(bool[] filled)
    {
        int oneTop = 0, twoTops = 0;
        for (var left = 0; left < filled.Length; left++)
            for (var middle = left + 1; middle < filled.Length; middle++)
                for (var right = middle + 1; right < filled.Length; right++)
                {
                    if (filled[middle] && filled[left] != filled[right]) oneTop++;
                    else if (!filled[middle] && filled[left] && filled[right]) twoTops++;
                }

        return (oneTop, twoTops);
    }
}

/// <summary>The word for agreement (§2.5); the texts are the server's. Too few to say, close together, or varied, of which none is better.</summary>
public enum Closeness { Unsaid, CloseTogether, Varied }
