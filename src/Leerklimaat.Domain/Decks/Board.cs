using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Decks;

/// <summary>The scale on which pawns are placed: three to seven squares, from the least to the most (G13).</summary>
public sealed record Board(ImmutableArray<Square> Squares)
{
    public const int FewestSquares = 3, MostSquares = 7, LongestWords = 24, LongestOfMany = 14;

    /// <summary>Four squares, because an even number has no middle to hide in.</summary>
    public static readonly Board Default = Of(BoardKind.Presence, ["niet aanwezig", "een beetje", "grotendeels", "volop aanwezig"]);

    /// <summary>What its squares say, and by which rule pawns become a pile (G8). Boards of before were all of presence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BoardKind Kind { get; init; }

    /// <summary>Points rise with the squares (<see cref="DeckCheck"/>), or fall with them for a reversed statement.</summary>
    [JsonIgnore]
    public int LowestPoints => Math.Min(Squares[0].Points, Squares[^1].Points);

    [JsonIgnore]
    public int HighestPoints => Math.Max(Squares[0].Points, Squares[^1].Points);

    /// <summary>Who stands on one of the squares with the fewest points, as many as these, says that it is not there.</summary>
    [JsonIgnore]
    public int SquaresOfAbsence => Kind == BoardKind.Agreement ? 2 : 1;

    /// <summary>Why nobody can play on it; nothing where it can be played on.</summary>
    [JsonIgnore]
    public Refusal? WhyNot => this switch
    {
        _ when Squares.Length is < FewestSquares or > MostSquares => new(Reason.BoardSquaresWrong, FewestSquares, MostSquares),
        _ when Squares.Any(square => square.Words.Length > Fitting) => new(Reason.SquareTooLong, Fitting),
        _ when Squares.DistinctBy(square => square.Words.ToUpperInvariant()).Count() < Squares.Length => new(Reason.SquareTwice),
        _ => null,
    };

    // More than four squares stand so close that long words would run into each other.
    private int Fitting => Squares.Length > 4 ? LongestOfMany : LongestWords;

    /// <summary>A board of these words, with 1 point for the first square and one more for each after it.</summary>
    public static Board Of(BoardKind kind, IEnumerable<string> words) => new([.. words.Select((one, index) => new Square(one, index + 1))]) { Kind = kind };

    /// <summary>On which less is better: the squares say the same, and count the other way round (G17).</summary>
    [JsonIgnore]
    public bool IsReversed => Squares[0].Points > Squares[^1].Points;

    /// <summary>This board for a reversed statement; of a reversed one the ordinary.</summary>
    public Board Reversed() => this with { Squares = [.. Squares.Select((square, index) => square with { Points = Squares[^(index + 1)].Points })] };

    /// <summary>As a card is played on it.</summary>
    public Board For(bool isReversed) => isReversed ? Reversed() : this;

    /// <summary>The points of a square, counted from 1.</summary>
    public int PointsOf(int square) => Squares[square - 1].Points;

    public bool Has(Tables.Place place) => place.Square >= 0 && place.Square <= Squares.Length;

    public bool Equals(Board? other) => other is not null && Kind == other.Kind && Squares.SequenceEqual(other.Squares);

    public override int GetHashCode() => Squares.Length;
}

/// <summary>One square of the board: its words and the points that a pawn on it counts for.</summary>
public sealed record Square(string Words, int Points);

/// <summary>How much of it is there; the three states of the source, where a square is a pile; how far one agrees with a statement; or words of one's own, from the least to the most. And how well an approach works: a case is judged there, and lies on no pile (G11).</summary>
public enum BoardKind { Presence, States, Agreement, OwnWords, Approach }
