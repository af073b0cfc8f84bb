using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Reports;

/// <summary>A piece of the report as a document: the page, the Word file and the transcript are all drawn from the same pieces.</summary>
public abstract record Block;

/// <param name="Level">1 for a chapter; the title of the document stands above it.</param>
public sealed record HeadingBlock(int Level, string Text) : Block
{
    /// <summary>Whether it begins a new page on paper.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>By which the contents lead to it; empty where nothing does.</summary>
    public string Anchor { get; init; } = "";
}

/// <summary>What comes after the first pages, chapter by chapter.</summary>
public sealed record ContentsBlock(string Title, IReadOnlyList<HeadingBlock> Chapters) : Block;

public sealed record LineBlock(string Text, bool IsQuiet = false) : Block
{
    /// <summary>By which a browser knows an answer that it showed before (O4); empty for what is no answer.</summary>
    public string Version { get; init; } = "";
}

/// <param name="Headers">One for each column; the first cell of a row names the row.</param>
public sealed record GridBlock(string Caption, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>True when a column holds numbers, which then stand under each other, and here and there a word in place of one.</summary>
    public bool IsNumeric(int column) => Rows.Any(row => row[column].Any(char.IsDigit)) && Rows.All(row => row[column].All(character => char.IsDigit(character) || character is ',' or '.' or '–') || !row[column].Any(char.IsDigit));
}

public sealed record ListBlock(IReadOnlyList<ListLine> Lines) : Block;

/// <param name="Kind">What stands before it, in words; empty for none.</param>
/// <param name="Origin">Where it comes from; empty for none.</param>
public sealed record ListLine(string Text, string Kind, string Origin, NoteKind? Paper)
{
    /// <inheritdoc cref="LineBlock.Version"/>
    public string Version { get; init; } = "";
}

/// <summary>Bars of pawns over the squares, around the middle of the board. The table with the same numbers follows it.</summary>
public sealed record BarsBlock(string Title, Board Board, IReadOnlyList<Bar> Bars) : Block;

/// <param name="Beside">What stands beside the label, such as how many.</param>
public sealed record Bar(string Label, string Beside, Distribution Distribution);

/// <summary>Where the middle of each card's pawns went. The table with the same numbers follows it.</summary>
public sealed record MovesBlock(string Title, Board Board, IReadOnlyList<Move> Moves) : Block;

/// <param name="From">The interpolated median in squares, like <paramref name="To"/>; nothing when nobody stood on a square.</param>
public sealed record Move(string Label, string Beside, double? From, double? To);
