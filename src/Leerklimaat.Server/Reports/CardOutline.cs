using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>One card in the document: where its pawns stood, where the tables laid it, and what was written about it.</summary>
public sealed class CardOutline(IStringLocalizer<Phrases> say)
{
    /// <summary>A case has no words where quotes are left out.</summary>
    public string NameOf(CardReport card) => card.IsReversed ? $"{card.Text} ({say["Reversed.Mark"]})" : NameOf(card.Text, card.IsCase);

    public string NameOf(ReportedEntry entry) => say.LaidAs(NameOf(entry.CardText, entry.IsCase), entry.IsReversed, entry.Kind.Pile());

    public string NameOf(HeldCard card) => NameOf(card.Text, card.IsCase);

    public string Movement(Movement movement) => movement.Moved is { } moved
        ? say["Report.Moved", Text(moved.Up), Text(moved.Down), Text(moved.Same)]
        : say[$"Direction.{movement.Direction}"];

    /// <summary>One or two are "enkele" (D4).</summary>
    public string Text(Amount amount) => amount.Exactly is { } exactly ? ReportOutline.Text(exactly) : say["Amount.Few"];

    /// <param name="level">Of its heading: below that of its factor, or of its set.</param>
    public IEnumerable<Block> Of(CardReport card, WorkshopReport report, int level = 3)
    {
        yield return new HeadingBlock(level, NameOf(card));
        if (card.IsReversed) yield return new LineBlock(say["Report.Reversed"], IsQuiet: true);
        if (card.HappensNow.Length > 0) yield return new LineBlock(say["Report.HappensNow", card.HappensNow]);
        if (card.Asks.Length > 0) yield return new LineBlock(say["Report.Asks", card.Asks]);
        foreach (var block in Pawns(card, report)) yield return block;
        if (!card.Tables.IsEmpty) yield return TablesOf(card, report);
        if (card.NoteCounts != NoteCounts.None) yield return new LineBlock(say[report.HasQuotes ? "Report.NoteCounts.OnLists" : "Report.NoteCounts", card.NoteCounts.Green, card.NoteCounts.Needs, card.NoteCounts.Questions]);
    }

    /// <summary>An entry of a list; where quotes are left out a note is only that there is one.</summary>
    public ListLine LineOf(ReportedEntry entry)
    {
        var card = NameOf(entry);
        var from = entry.SignedBy.Length > 0 ? $"{entry.SignedBy} · {At(entry.Tables)}" : At(entry.Tables);
        return entry.IsNote && entry.Text.Length > 0 ? new(entry.Text, KindOf(entry.Kind), $"{from} · {card}", PaperOf(entry.Kind)) : new(card, KindOf(entry.Kind), from, PaperOf(entry.Kind));
    }

    /// <summary>What a line of a list is about, in words that may be shown: the bundle's name, the note, or the card.</summary>
    public string NameOf(ReportedLine line) => line switch
    {
        { Wording: { Length: > 0 } wording } => wording,
        { IsBundle: true } => line.Name,
        // Not the statement itself: an answer would stand beside other words than its question.
        { Entries: [{ IsNote: true, Text: "" } note, ..] } => say[$"Report.About.{note.Kind}", NameOf(note.CardText, note.IsCase)],
        _ => LineOf(line.Entries[0]).Text,
    };

    /// <summary>Such as "tafel 1" and "tafels 1, 2".</summary>
    public string At(IReadOnlyCollection<int> tables) => say[tables.Count == 1 ? "Report.AtTable" : "Report.AtTables", string.Join(", ", tables)];

    public string KindOf(EntryKind kind) => say[$"Report.Kind.{kind}"];

    public string KindOf(NoteKind kind) => say[$"Note.{kind}"];

    private string NameOf(string text, bool isCase) => text.Length > 0 ? text : isCase ? say["Case"] : say["CardGone"];

    private static NoteKind? PaperOf(EntryKind kind) => kind switch
    {
        EntryKind.GreenNote or EntryKind.Aspect or EntryKind.Activity or EntryKind.Example => NoteKind.Green,
        EntryKind.Need or EntryKind.Tip => NoteKind.Need,
        EntryKind.Question => NoteKind.Question,
        _ => null,
    };

    private IEnumerable<Block> Pawns(CardReport card, WorkshopReport report)
    {
        if (card.Twice is { } twice) foreach (var block in PawnsOf(twice, say["Report.Pawns"], report)) yield return block;
        if (card.Once is { } once) foreach (var block in PawnsOf(once, say[card.Twice is null ? "Report.Pawns.First" : "Report.Pawns.Once"], report)) yield return block;
        var held = report.Held.FirstOrDefault(one => one.Id == card.Id);
        if (card.NotIn > 0 && (card.Twice is not null || card.Once is not null)) yield return new LineBlock(say["Report.NotIn", card.NotIn], IsQuiet: true);
        if (card.Twice is null && card.Once is null && (held is null || !card.Tables.IsEmpty)) yield return new LineBlock(card switch { { Tables.IsEmpty: true } => say["Report.NotPlayed"], { IsPublished: false } => say["Report.NotPublished.Pawns"], _ => say["Report.TooFew", report.Minimum] }, IsQuiet: true);
        if (held is not null) yield return new LineBlock(say["Report.Held.Here", At(held.Tables)], IsQuiet: true);
    }

    private IEnumerable<Block> PawnsOf(Counted counted, string title, WorkshopReport report)
    {
        var before = (Name: say["Report.Before"].Value, Pawns: counted.Before);
        var rows = counted.After is { } after ? [before, (say["Report.After"], after)] : new[] { before };
        // Of nearly everybody there is nothing to draw or to count: a sentence says it (D4).
        foreach (var block in CountsOf([.. rows.Where(row => row.Pawns.Counts is not null).Select(row => (row.Name, row.Pawns.Counts!))], title, report.Board)) yield return block;

        var sentences = new List<string>();
        foreach (var (name, pawns) in rows.Where(row => row.Pawns.NearlyAllOn is not null)) sentences.Add(say["Nearly.Sentence", name, report.Board.Squares[pawns.NearlyAllOn!.Value - 1].Words, pawns.People]);
        if (counted.Movement is { } movement)
        {
            sentences.Add(movement.Moved is { } moved ? say["Report.Moved.Sentence", Text(moved.Up), Text(moved.Down), Text(moved.Same)] : say[$"Direction.{movement.Direction}.Sentence"]);
            if (movement.Moved is { Unpaired: > 0 and var unpaired }) sentences.Add(say["Report.Unpaired", unpaired]);
        }

        if (counted.Closeness != Closeness.Unsaid) sentences.Add(say[$"Closeness.{counted.Closeness}.{(counted.IsLast ? "Sentence" : "First")}"]);
        if (!counted.IsLast) sentences.Add(say["Report.OnlyFirst"]);
        if (sentences.Count > 0) yield return new LineBlock(string.Join(' ', sentences));
        if (counted.IsEarlier) yield return new LineBlock(say["Report.Earlier"], IsQuiet: true);
    }

    private IEnumerable<Block> CountsOf(IReadOnlyList<(string Name, Distribution Counts)> rows, string title, Board board)
    {
        if (rows.Count == 0) yield break;
        yield return new BarsBlock(title, board, [.. rows.Select(row => new Bar(row.Name, say["Report.Counting", row.Counts.Counting], row.Counts))]);
        yield return new GridBlock(
            title,
            [say["Report.When"], .. ReportOutline.SquaresOf(board), say["DontKnow"], say["Report.Median"]],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, .. ReportOutline.Counts(row.Counts), ReportOutline.Text(row.Counts.DontKnow), ReportOutline.Number(row.Counts.Median)])]);
    }

    private GridBlock TablesOf(CardReport card, WorkshopReport report) => new(
        say["Report.Outcomes"],
        // On a board of states nothing is added up.
        [say["Report.TableHead"], say["Report.Pile"], say["Report.Proposal"], .. HasPoints(report) ? [say["Report.Points"].Value] : (string[])[], say["Report.N"]],
        [.. card.Tables.Select(table => (IReadOnlyList<string>)[
            say[report.OnPaper.Contains(table.Table) ? "Report.Table.OnPaper" : "Report.Table", table.Table],
            PileOf(table),
            ProposalOf(table),
            .. HasPoints(report) ? [table.Points is { } points ? say["Report.PointsOf", points.Sum, points.Lowest, points.Highest] : WhyNot(table)] : (string[])[],
            table.Points is { } counted ? ReportOutline.Text(counted.Counting) : WhyNot(table)])]);

    private static bool HasPoints(WorkshopReport report) => report.Board.Kind != BoardKind.States;

    /// <summary>Of one or two pawns only that they discussed the card (D2).</summary>
    public string PileOf(TableOutcome table) => table.Pile is { } pile ? say.PileName(pile) : say["Report.Discussed"];

    /// <summary>What the points proposed, or in words why there is nothing: a tie is something else than what is not told.</summary>
    public string ProposalOf(TableOutcome table) => table switch
    {
        { Points: null } => WhyNot(table),
        { Proposal: { } pile } => say.PileName(pile),
        _ => say["Report.Even"],
    };

    /// <summary>Why the points of a table are not told.</summary>
    public string WhyNot(TableOutcome table) => table is { Counted.Tally: not null, IsAddedUp: false } ? say["Report.OtherPawns"] : Hidden(table.IsPublished);

    /// <summary>What stands in place of a number: that people are too few, or that nobody published it yet (D6, D7).</summary>
    public string Hidden(bool isPublished) => say[isPublished ? "Report.Hidden" : "Report.NotPublished"];
}
