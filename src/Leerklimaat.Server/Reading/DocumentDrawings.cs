using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reading;

/// <summary>Draws for the Word document what the page has as drawings: the same shapes in the same places. A drawing is never longer than a page.</summary>
public sealed class DocumentDrawings(IStringLocalizer<Phrases> say)
{
    private const double Tallest = 330, Key = 18;

    public IEnumerable<(DocumentDrawing Drawing, string Told)> Of(BarsBlock block) => Pages(block.Bars, bar => bar.Label, 58, ChartGeometry.UnderBar).Select(bars => (Draw(bars, block.Board), Told(block.Title)));

    public IEnumerable<(DocumentDrawing Drawing, string Told)> Of(MovesBlock block) => Pages(block.Moves, move => move.Label, 76, ChartGeometry.UnderMove).Select(moves => (Draw(moves, block.Board), Told(block.Title)));

    private string Told(string title) => say["Report.Drawing", title];

    private static DocumentDrawing Draw(List<ChartRow<Bar>> bars, Board board)
    {
        var keys = Keys(board);
        var top = (keys[^1].Line + 1) * Key + 6;
        var drawing = new DocumentDrawing(top + bars[^1].Bottom);
        foreach (var (square, x, line) in keys)
        {
            drawing.Part(x, line * Key + 2, 18, 12, ChartGeometry.PatternName(square, board));
            drawing.Words(x + 22, line * Key + 11.5, board.Squares[square - 1].Words);
        }

        foreach (var row in bars) Draw(row, board, top + row.Top, drawing);
        return drawing;
    }

    private static void Draw(ChartRow<Bar> row, Board board, double top, DocumentDrawing drawing)
    {
        var bar = top + row.Lines.Count * ChartGeometry.Line + 3;
        Label(row.Lines, top, drawing);
        drawing.Words(ChartGeometry.Width - 2, bar - 6, row.What.Beside, Side.Left, DocumentDrawing.Quiet);
        foreach (var part in ChartGeometry.Parts(row.What.Distribution.Counts)) drawing.Part(part.X, bar, part.Width, ChartGeometry.BarHeight, ChartGeometry.PatternName(part.Square, board));
        drawing.Rule(ChartGeometry.Middle, bar - 4, ChartGeometry.Middle, bar + ChartGeometry.BarHeight + 4, DocumentDrawing.StrongLine, 1);
        foreach (var part in ChartGeometry.Parts(row.What.Distribution.Counts).Where(part => part.Width >= 12))
            drawing.Words(part.X + part.Width / 2, bar + ChartGeometry.BarHeight / 2 + 3.5, part.Count.ToString(CultureInfo.CurrentCulture), Side.Middle, size: 9, isBold: true, isOnPaper: true);
    }

    private DocumentDrawing Draw(List<ChartRow<Move>> moves, Board board)
    {
        var words = board.Squares.Select(square => ChartGeometry.WordsOf(square, board)).ToList();
        var scale = Key + words.Max(lines => lines.Count) * ChartGeometry.Line;
        var drawing = new DocumentDrawing(scale + 8 + moves[^1].Bottom);
        drawing.Ring(10, 8, 5, isFull: false);
        drawing.Words(20, 11.5, say["Report.Before"]);
        drawing.Ring(90, 8, 4, isFull: true);
        drawing.Words(100, 11.5, say["Report.After"]);
        for (var square = 1; square <= words.Count; square++)
        {
            var x = ChartGeometry.OnScale(square, board);
            drawing.Rule(x, scale + 2, x, scale + moves[^1].Bottom, DocumentDrawing.Line, .75, isDotted: true);
            var side = square == 1 ? Side.Right : square == words.Count ? Side.Left : Side.Middle;
            foreach (var (line, number) in words[square - 1].Select((line, number) => (line, number)))
                drawing.Words(side switch { Side.Right => 2, Side.Left => ChartGeometry.Width - 2, _ => x }, Key + 11.5 + number * ChartGeometry.Line, line, side, DocumentDrawing.Quiet, 9);
        }

        foreach (var row in moves) Draw(row, board, scale + 8 + row.Top, drawing);
        return drawing;
    }

    private static void Draw(ChartRow<Move> row, Board board, double top, DocumentDrawing drawing)
    {
        var y = top + row.Lines.Count * ChartGeometry.Line + 10;
        Label(row.Lines, top, drawing);
        if (row.What is { From: { } from, To: { } to })
        {
            drawing.Rule(ChartGeometry.OnScale(from, board), y, ChartGeometry.OnScale(to, board), y, DocumentDrawing.Ink, 2.25);
            drawing.Ring(ChartGeometry.OnScale(from, board), y, 6, isFull: false);
            drawing.Ring(ChartGeometry.OnScale(to, board), y, 4, isFull: true);
        }

        drawing.Words(2, y + 22, row.What.Beside, color: DocumentDrawing.Quiet, size: 9);
    }

    private static void Label(IReadOnlyList<string> lines, double top, DocumentDrawing drawing)
    {
        foreach (var (line, number) in lines.Select((line, number) => (line, number))) drawing.Words(2, top + 12 + number * ChartGeometry.Line, line, isBold: true);
    }

    // Beside each other as long as they fit.
    private static List<(int Square, double X, int Line)> Keys(Board board)
    {
        var keys = new List<(int, double, int)>();
        var (x, line) = (2.0, 0);
        for (var square = 1; square <= board.Squares.Length; square++)
        {
            var width = 38 + 4.4 * board.Squares[square - 1].Words.Length;
            if (x > 2 && x + width > ChartGeometry.Width) (x, line) = (2, line + 1);
            keys.Add((square, x, line));
            x += width;
        }

        return keys;
    }

    private static IEnumerable<List<ChartRow<T>>> Pages<T>(IReadOnlyList<T> all, Func<T, string> label, int widest, double under)
    {
        var left = all.ToList();
        while (left.Count > 0)
        {
            var page = ChartGeometry.Rows(left, label, widest, under).TakeWhile((row, number) => number == 0 || row.Bottom <= Tallest).ToList();
            yield return page;
            left.RemoveRange(0, page.Count);
        }
    }
}
