using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>How pawns moved between the first and the second placement. Up, down and same are always shown: a net of zero may hide movement.</summary>
/// <param name="Squares">How many squares the board has: K.</param>
/// <param name="Moves">K rows of K counts: the row is where a pawn came from, the column where it went. Read it with <see cref="Moved"/>.</param>
/// <param name="Unpaired">Who stood on a square once at most: left out of everything else, and said so.</param>
public sealed record Shift(int Squares, ImmutableArray<int> Moves, int Unpaired)
{
    /// <summary>The pawns of one table. "Weet ik niet" is no square, so it makes no pair. Throws IndexOutOfRangeException for a square off the board.</summary>
    public static Shift Of(Board board, IEnumerable<Placement> first, IEnumerable<Placement> second)
    {
        var before = first.ToDictionary(placement => placement.Seat, placement => placement.Place);
        var after = second.ToDictionary(placement => placement.Seat, placement => placement.Place);
        var squares = board.Squares.Length;
        var moves = new int[squares, squares];
        var unpaired = 0;
        foreach (var seat in before.Keys.Union(after.Keys))
        {
            if (before.GetValueOrDefault(seat) is { IsOnASquare: true } from && after.GetValueOrDefault(seat) is { IsOnASquare: true } to)
                moves[from.Square - 1, to.Square - 1]++;
            else unpaired++;
        }

        return new(squares, [.. moves.Cast<int>()], unpaired);
    }

    /// <summary>The pawns of both together. Throws ArgumentException when the boards have not the same number of squares.</summary>
    public static Shift operator +(Shift one, Shift other) => one.Squares == other.Squares
        ? new(one.Squares, [.. one.Moves.Zip(other.Moves, (here, there) => here + there)], one.Unpaired + other.Unpaired)
        : throw new ArgumentException($"Boards of {one.Squares} and of {other.Squares} squares cannot be added up.", nameof(other));

    /// <summary>How many pawns went from one square to another, both counted from 1.</summary>
    public int Moved(int from, int to) => Moves[(from - 1) * Squares + to - 1];

    /// <summary>How many pawns stood on a square both times.</summary>
    public int Pairs => Moves.Sum();

    /// <summary>How many moved to a later square: more of it is there.</summary>
    public int Up => Count(distance => distance > 0);

    /// <summary>How many moved to an earlier square.</summary>
    public int Down => Count(distance => distance < 0);

    /// <summary>How many stayed.</summary>
    public int Same => Count(distance => distance == 0);

    /// <summary>The average move in squares, 1 − K to K − 1; nothing without pairs.</summary>
    public double? Net => Average(distance => distance);

    /// <summary>The average move in squares whatever its direction, 0 to K − 1; nothing without pairs.</summary>
    public double? Gross => Average(Math.Abs);

    /// <summary>How far each pair moved, in squares, in the order of the squares: it says nothing about who.</summary>
    public IEnumerable<double> Distances => Moves.SelectMany((count, index) => Enumerable.Repeat((double)Distance(index), count));

    public bool Equals(Shift? other) =>
        other is not null && Squares == other.Squares && Unpaired == other.Unpaired && Moves.SequenceEqual(other.Moves);

    public override int GetHashCode() => HashCode.Combine(Squares, Pairs, Unpaired);

    private int Distance(int index) => index % Squares - index / Squares;

    private int Count(Func<int, bool> counts) => Moves.Where((_, index) => counts(Distance(index))).Sum();

    private double? Average(Func<int, int> of) => Pairs == 0 ? null : (double)Moves.Select((count, index) => count * of(Distance(index))).Sum() / Pairs;
}
