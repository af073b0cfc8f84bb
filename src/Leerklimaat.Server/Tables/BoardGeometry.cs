using System.Globalization;

namespace Leerklimaat.Server.Tables;

/// <summary>
/// Where everything stands on the drawn board, in units of the drawing; 360 units are as wide as the board, so on a phone of 390 px a unit is
/// about a pixel. The squares stand side by side as a path with a plant on each, the cloud for "weet ik niet" lies below. Pawns on one square
/// stand in rows before the plant; all rows fit also when every pawn of the table stands on the same square, so the board keeps its size.
/// </summary>
/// <param name="squares">3 to 7.</param>
/// <param name="seats">How many seats the table has, so that the board keeps its height during a round.</param>
public sealed class BoardGeometry(int squares, int seats)
{
    public const double Width = 360, Pawn = 36, CloudHeight = 48, TrayHeight = 52;

    private const double FootWidth = 22, LeastPitch = 21, MostPitch = 27, Padding = 2, Top = 6, Line = 15;

    public double Gap { get; } = squares <= 4 ? 6 : 4;

    public double SquareWidth => (Width - (squares - 1) * Gap) / squares;

    public double Plant => Math.Min(SquareWidth - 2, 88);

    public double SquareHeight => ZoneTop + Zone;

    public double Horizon => Top + Plant * .8;

    public double CloudTop => SquareHeight + (squares <= 4 ? 2 * Line + 8 : 4 * Line + 14);

    public double Height => CloudTop + CloudHeight + 2;

    private double RowPitch => squares <= 5 ? 22 : 25;

    private double Room => SquareWidth - 2 * Padding - FootWidth;

    private int Columns => (int)(Room / LeastPitch) + 1;

    private double Pitch => Columns > 1 ? Math.Min(MostPitch, Room / (Columns - 1)) : 0;

    private int Rows => Math.Max(1, (seats + Columns - 1) / Columns);

    private double Zone => Pawn + (Rows - 1) * RowPitch + 8;

    private double ZoneTop => Top + Plant * .9;

    /// <summary>The left side of a square, counted from 1.</summary>
    public double LeftOf(int square) => (square - 1) * (SquareWidth + Gap);

    public double MiddleOf(int square) => LeftOf(square) + SquareWidth / 2;

    /// <summary>The further along the path, the bigger the plant.</summary>
    public double PlantSize(int square) => Plant * (.74 + .26 * (square - 1) / (squares - 1));

    public double PlantTop(int square) => Top + Plant - PlantSize(square);

    /// <summary>Where more than four squares stand, their words take turns on two levels.</summary>
    public double WordsTop(int square) => SquareHeight + 17 + (HasTwoLevels && square % 2 == 0 ? 2 * Line + 4 : 0);

    public bool HasTwoLevels => squares > 4;

    /// <summary>The feet of a pawn on a square: the <paramref name="slot"/>th, from 0, of <paramref name="together"/> there. The front rows take one more, and rows lean to and fro like bricks, so that no body hides a head.</summary>
    public (double X, double Y) OnSquare(int square, int slot, int together)
    {
        var rows = (together + Columns - 1) / Columns;
        var (least, extra) = Math.DivRem(together, rows);
        var row = 0;
        var before = 0;
        while (slot >= before + InRow(row)) before += InRow(row++);

        var front = ZoneTop + Zone - 4 - (Zone - 8 - Pawn - (rows - 1) * RowPitch) / 2;
        var slack = Room - (least + Math.Min(extra, 1) - 1) * Pitch;
        var lean = rows > 1 ? Math.Min(Pitch / 4, slack / 2) * (row % 2 == 1 ? 1 : -1) : 0;
        return (MiddleOf(square) + (slot - before - (InRow(row) - 1) / 2.0) * Pitch + lean, front - (rows - 1 - row) * RowPitch);

        int InRow(int number) => least + (number >= rows - extra ? 1 : 0);
    }

    public (double X, double Y) OnCloud(int slot, int together) => (116 + slot * (together > 1 ? Math.Min(26, 228.0 / (together - 1)) : 0), CloudTop + CloudHeight - 6);

    /// <summary>Beside the board, before the reveal.</summary>
    public static (double X, double Y) InTray(int slot, int together) => (Width / 2 + (slot - (together - 1) / 2.0) * (together > 1 ? Math.Min(40, 324.0 / (together - 1)) : 0), 46);

    /// <summary>A low arc from where a pawn stood to where it stands.</summary>
    public static string Trail((double X, double Y) from, (double X, double Y) to)
    {
        var height = Math.Min(from.Y, to.Y) - 20 - Math.Abs(to.X - from.X) * .14;
        return $"M{Text(from.X)} {Text(from.Y - 5)}Q{Text((from.X + to.X) / 2)} {Text(height)} {Text(to.X)} {Text(to.Y - 5)}";
    }

    public static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
