using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Decks;

/// <summary>The scale on which pawns are placed: three to seven squares, from absent to fully present.</summary>
public sealed record Board(ImmutableArray<Square> Squares)
{
    public const int FewestSquares = 3, MostSquares = 7;

    /// <summary>Four squares, because an even number has no middle to hide in.</summary>
    public static readonly Board Default = new([new("niet aanwezig", 1), new("een beetje", 2), new("grotendeels", 3), new("volop aanwezig", 4)]);

    [JsonIgnore]
    public int LowestPoints => Squares.Min(square => square.Points);

    [JsonIgnore]
    public int HighestPoints => Squares.Max(square => square.Points);

    /// <summary>The points of a square, counted from 1.</summary>
    public int PointsOf(int square) => Squares[square - 1].Points;

    public bool Has(Tables.Place place) => place.Square >= 0 && place.Square <= Squares.Length;

    public bool Equals(Board? other) => other is not null && Squares.SequenceEqual(other.Squares);

    public override int GetHashCode() => Squares.Length;
}

/// <summary>One square of the board: its words and the points that a pawn on it counts for.</summary>
public sealed record Square(string Words, int Points);
