using System.Globalization;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Server.Reports;

/// <summary>Where everything stands in the report's drawings, in units of the drawing; 400 are as wide as it is.</summary>
public static class ChartGeometry
{
    public const double Width = 400, Middle = Width / 2, Line = 15, BarHeight = 20, Gap = 11, UnderBar = 3 + BarHeight + Gap, UnderMove = 36 + Gap;

    // A bar is half as wide as the drawing, so that it fits on either side of the middle.
    private const double Whole = Middle - 6;

    /// <summary>
    /// The parts of a bar, from the first square to the last. The squares of the lower half lie left of the middle and those of the upper half right of
    /// it; the middle square of an odd board lies across it.
    /// </summary>
    public static IEnumerable<(int Square, double X, double Width, int Count)> Parts(IReadOnlyList<int> counts)
    {
        var all = counts.Sum();
        if (all == 0) yield break;

        var half = counts.Take(counts.Count / 2).Sum() + (counts.Count % 2 == 1 ? counts[counts.Count / 2] / 2.0 : 0);
        var x = Middle - half / all * Whole;
        for (var square = 1; square <= counts.Count; square++)
        {
            var width = counts[square - 1] * Whole / all;
            if (width > 0) yield return (square, x, width, counts[square - 1]);
            x += width;
        }
    }

    /// <summary>The pattern of a square: lines for the lower half, closer together towards the first square; dots and dark for the upper half.</summary>
    public static string PatternName(int square, Board board) => (2 * square).CompareTo(board.Squares.Length + 1) switch
    {
        0 => "middle",
        < 0 => $"low-{(board.Squares.Length + 1) / 2 - square + 1 - board.Squares.Length % 2}",
        _ => $"high-{square - (board.Squares.Length + board.Squares.Length % 2) / 2}",
    };

    /// <summary>The same as a page refers to it.</summary>
    public static string PatternOf(int square, Board board) => $"url(#{PatternName(square, board)})";

    /// <summary>The words of a square, broken to fit on the scale.</summary>
    public static IReadOnlyList<string> WordsOf(Square square, Board board) => Lines(square.Words, board.Squares.Length > 4 ? 10 : 16);

    /// <summary>Where a place on the scale stands, 1 to K, with room at both ends.</summary>
    public static double OnScale(double place, Board board) => 30 + (place - 1) * (Width - 60) / (board.Squares.Length - 1);

    /// <summary>Under each other: the label in lines, and room for what is drawn under it.</summary>
    public static IEnumerable<ChartRow<T>> Rows<T>(IEnumerable<T> all, Func<T, string> label, int widest, double under, double from = 0)
    {
        foreach (var one in all)
        {
            var lines = Lines(label(one), widest);
            var row = new ChartRow<T>(one, lines, from, from + lines.Count * Line + under);
            yield return row;
            from = row.Bottom;
        }
    }

    /// <summary>Words broken into lines of at most so many characters.</summary>
    public static IReadOnlyList<string> Lines(string words, int widest = 54)
    {
        var lines = new List<string> { "" };
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > widest) lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }

    public static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One of the things that a drawing has under each other.</summary>
public sealed record ChartRow<T>(T What, IReadOnlyList<string> Lines, double Top, double Bottom);
