using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>How the pawns of one card stand over the squares, "weet ik niet" apart: it is counted, and in no sum.</summary>
/// <param name="Counts">The number of pawns on each square, from the first to the last; never negative.</param>
/// <param name="DontKnow">The number of pawns at "weet ik niet".</param>
public sealed record Distribution(ImmutableArray<int> Counts, int DontKnow = 0)
{
    /// <summary>Counts the pawns on a board. Throws IndexOutOfRangeException for a pawn on a square that the board does not have.</summary>
    public static Distribution Of(Board board, IEnumerable<Placement> placements)
    {
        var places = placements.Select(placement => placement.Place).ToList();
        return new([.. Tally.StandingOn(board, places)], places.Count(place => !place.IsOnASquare));
    }

    /// <summary>The pawns of both together. Throws ArgumentException when the boards have not the same number of squares.</summary>
    public static Distribution operator +(Distribution one, Distribution other) => one.Squares == other.Squares
        ? new([.. one.Counts.Zip(other.Counts, (here, there) => here + there)], one.DontKnow + other.DontKnow)
        : throw new ArgumentException($"Boards of {one.Squares} and of {other.Squares} squares cannot be added up.", nameof(other));

    /// <summary>The same pawns counted from the other end: square i as K + 1 − i. So a reversed statement stands in the sum of its factor (G17).</summary>
    public Distribution Reversed() => this with { Counts = [.. Counts.Reverse()] };

    /// <summary>How many squares the board has: K in the formulas.</summary>
    public int Squares => Counts.Length;

    /// <summary>How many pawns stand on a square: n in the formulas.</summary>
    public int Counting => Counts.Sum();

    /// <summary>The counts as the measures of agreement take them.</summary>
    public ImmutableArray<double> Frequencies => [.. Counts.Select(count => (double)count)];

    /// <summary>The average square, 1 to K; nothing when nobody counts.</summary>
    public double? Mean => Counting == 0 ? null : (double)Counts.Select((count, index) => count * (index + 1)).Sum() / Counting;

    /// <summary>s², in squares squared, 0 or more, with n − 1; nothing for fewer than two pawns.</summary>
    public double? SampleVariance => Counting < 2 ? null : Squared(Mean!.Value) / (Counting - 1);

    /// <summary>
    /// The interpolated median, ½ to K + ½: square i covers i − ½ to i + ½. At exactly half: the middle between this square and the next that
    /// is not empty. Nothing when nobody counts. From the measures, §2.2; it gives the published values of the University of Michigan.
    /// </summary>
    public double? Median
    {
        get
        {
            var below = 0;
            for (var square = 1; square <= Squares; square++)
            {
                var here = Counts[square - 1];
                if (2 * (below + here) > Counting) return square - 0.5 + (Counting / 2.0 - below) / here;
                if (2 * (below + here) == Counting && here > 0) return (square + NextFilled(square)) / 2.0;
                below += here;
            }

            return null;
        }
    }

    /// <summary>The distance between the quarters, 0 to K − 1, by <see cref="Quantile"/>; nothing when nobody counts.</summary>
    public double? InterquartileRange => Quantile(0.75) - Quantile(0.25);

    /// <summary>
    /// The square below which this share (0 to 1) of the pawns stands, 1 to K, by type 7 of Hyndman and Fan (the default of R, QUARTILE.INC of
    /// a spreadsheet): h = (n − 1)·share. Nothing when nobody counts; throws ArgumentOutOfRangeException for a share outside 0 to 1.
    /// </summary>
    public double? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (Counting == 0) return null;

        var place = (Counting - 1) * share;
        int lower = SquareOf((int)Math.Floor(place)), upper = SquareOf((int)Math.Ceiling(place));
        return lower + (place - Math.Floor(place)) * (upper - lower);
    }

    public bool Equals(Distribution? other) => other is not null && DontKnow == other.DontKnow && Counts.SequenceEqual(other.Counts);

    public override int GetHashCode() => HashCode.Combine(Counting, DontKnow);

    private double Squared(double mean) => Counts.Select((count, index) => count * (index + 1 - mean) * (index + 1 - mean)).Sum();

    private int NextFilled(int square) => Enumerable.Range(square + 1, Squares - square).First(next => Counts[next - 1] > 0);

    // The pawns in a row from the first square to the last, counted from 0.
    private int SquareOf(int pawn)
    {
        var square = 1;
        for (var passed = Counts[0]; passed <= pawn; passed += Counts[square - 1]) square++;
        return square;
    }
}
