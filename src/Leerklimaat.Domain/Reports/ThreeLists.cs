using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>The three lists as the room arranged them, and what it agreed (P1–P4). What was hidden there is not in it.</summary>
public sealed record ThreeLists(ImmutableArray<ReportedLine> Present, ImmutableArray<ReportedLine> ToDevelop, ImmutableArray<ReportedLine> Questions)
{
    public IEnumerable<ReportedLine> All => [.. Present, .. ToDevelop, .. Questions];

    public IEnumerable<(ReportedLine About, ActionPoint Action)> Actions => All.SelectMany(line => line.Actions.Select(action => (line, action)));

    public IEnumerable<ReportedLine> LeftOver => All.Where(line => line.LeftOver is not null);

    /// <summary>The names of bundles, what was agreed, approved wordings and the answers stay: the room, or who leads it, wrote them for others. Notes and owners go.</summary>
    public ThreeLists WithoutQuotes() => Of(line => line.WithoutQuotes());

    /// <summary>The same, with who does what, and with the words of a question that somebody answers: an answer without its question says nothing. A bundle has a name, and needs no note.</summary>
    public ThreeLists Agreed() => Of(line => line.Agreed());

    private ThreeLists Of(Func<ReportedLine, ReportedLine?> shown) => new(Of(Present, shown), Of(ToDevelop, shown), Of(Questions, shown));

    private static ImmutableArray<ReportedLine> Of(ImmutableArray<ReportedLine> lines, Func<ReportedLine, ReportedLine?> shown) => [.. lines.Select(shown).OfType<ReportedLine>()];
}

/// <summary>One line of a list: an entry by itself, or a bundle with its name.</summary>
/// <param name="Name">The name of a bundle; empty for an entry by itself.</param>
/// <param name="Dots">How many dots it got; nothing where no round of dots was closed, and where too few people set them (D10).</param>
public sealed record ReportedLine(string Name, ImmutableArray<ReportedEntry> Entries, DotCount? Dots, ImmutableArray<ActionPoint> Actions, LeftOver? LeftOver)
{
    public bool IsBundle => Name.Length > 0;

    /// <summary>What who leads approved in place of the words of the room (O4); empty where those stand.</summary>
    public string Wording { get; init; } = "";

    /// <summary>Others read these words and not those of who wrote it, whose name goes with them.</summary>
    public ReportedLine Reworded(string words) => words.Length == 0 ? this : this with
    {
        Wording = words,
        Name = IsBundle ? words : "",
        Entries = IsBundle ? Entries : [.. Entries.Select(entry => entry.IsNote ? entry with { Text = words, SignedBy = "" } : entry)],
    };

    /// <returns>Nothing where only a quote would have stood.</returns>
    public ReportedLine? WithoutQuotes() => !IsBundle && Actions.IsEmpty && LeftOver is null && Wording.Length == 0 && Entries.All(entry => entry.IsNote) ? null : this with
    {
        Entries = [.. Entries.Select(entry => entry.WithoutQuotes())],
        Actions = [.. Actions.Select(action => action with { Owner = "" })],
        LeftOver = LeftOver is null ? null : LeftOver with { Owner = "" },
    };

    /// <inheritdoc cref="WithoutQuotes"/>
    public ReportedLine? Agreed() => WithoutQuotes() is { } plain ? plain with { Actions = Actions, LeftOver = LeftOver, Entries = LeftOver is null || IsBundle ? plain.Entries : [.. Entries.Select(entry => entry with { SignedBy = "" })] } : null;
}

/// <summary>A card that tables laid on a pile, or a note; traced to card and table, never to a person.</summary>
/// <param name="CardText">The statement, or what was written on a blank card.</param>
/// <param name="Text">What is on the note; empty for a card, and where quotes are left out.</param>
public sealed record ReportedEntry(CardId Card, bool IsCase, string CardText, EntryKind Kind, string Text, ImmutableArray<int> Tables)
{
    /// <summary>Who signed the note; empty where nobody did, and for a card.</summary>
    public string SignedBy { get; init; } = "";

    /// <summary>Of what the card says the less the better (G17).</summary>
    public bool IsReversed { get; init; }

    public bool IsNote => Kind.IsNote();

    public ReportedEntry WithoutQuotes() => this with { CardText = IsCase ? "" : CardText, Text = "", SignedBy = "" };
}
