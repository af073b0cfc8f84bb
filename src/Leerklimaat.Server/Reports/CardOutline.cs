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
    public string NameOf(CardReport card) => NameOf(card.Text, card.IsCase);

    public string NameOf(ReportedEntry entry) => NameOf(entry.CardText, entry.IsCase);

    public string NameOf(HeldCard card) => NameOf(card.Text, card.IsCase);

    public string Movement(Shift shift) => say["Report.Moved", shift.Up, shift.Down, shift.Same];

    public IEnumerable<Block> Of(CardReport card, WorkshopReport report)
    {
        yield return new HeadingBlock(3, NameOf(card));
        if (card.HappensNow.Length > 0) yield return new LineBlock(say["Report.HappensNow", card.HappensNow]);
        foreach (var block in Pawns(card, report)) yield return block;
        if (!card.Tables.IsEmpty) yield return TablesOf(card, report);
        if (!card.Notes.IsEmpty) yield return new ListBlock([.. card.Notes.OrderBy(note => note.Kind).Select(LineOf)]);
        else if (card.NoteCounts != NoteCounts.None) yield return new LineBlock(say["Report.NoteCounts", card.NoteCounts.Green, card.NoteCounts.Needs, card.NoteCounts.Questions]);
    }

    /// <summary>An entry of a list; where quotes are left out a note is only that there is one.</summary>
    public ListLine LineOf(ReportedEntry entry)
    {
        var card = NameOf(entry.CardText, entry.IsCase);
        var from = say["Report.AtTables", string.Join(", ", entry.Tables)].Value;
        return entry.IsNote && entry.Text.Length > 0 ? new(entry.Text, KindOf(entry.Kind), $"{from} · {card}", PaperOf(entry.Kind)) : new(card, KindOf(entry.Kind), from, PaperOf(entry.Kind));
    }

    /// <summary>What a line of a list is about, in words that may be shown: the bundle's name, the note, or the card.</summary>
    public string NameOf(ReportedLine line) => line.IsBundle ? line.Name : LineOf(line.Entries[0]).Text;

    public string KindOf(EntryKind kind) => say[$"Report.Kind.{kind}"];

    public string KindOf(NoteKind kind) => say[$"Note.{kind}"];

    private string NameOf(string text, bool isCase) => text.Length > 0 ? text : isCase ? say["Case"] : say["CardGone"];

    private ListLine LineOf(ReportedNote note)
    {
        var from = say["Report.Table", note.Table].Value;
        return new(note.Text, KindOf(note.Kind), note.SignedBy.Length > 0 ? $"{note.SignedBy} · {from}" : from, note.Kind);
    }

    private static NoteKind? PaperOf(EntryKind kind) => kind switch
    {
        EntryKind.GreenNote => NoteKind.Green,
        EntryKind.Need => NoteKind.Need,
        EntryKind.Question => NoteKind.Question,
        _ => null,
    };

    private IEnumerable<Block> Pawns(CardReport card, WorkshopReport report)
    {
        if (card.Twice is { } twice) foreach (var block in PawnsOf(twice, say["Report.Pawns"], report)) yield return block;
        if (card.Once is { } once) foreach (var block in PawnsOf(once, say[card.Twice is null ? "Report.Pawns.First" : "Report.Pawns.Once"], report)) yield return block;
        var held = report.Held.FirstOrDefault(one => one.Id == card.Id);
        if (card.Twice is null && card.Once is null && (held is null || !card.Tables.IsEmpty)) yield return new LineBlock(card.Tables.IsEmpty ? say["Report.NotPlayed"] : say["Report.TooFew", report.Minimum], IsQuiet: true);
        if (held is not null) yield return new LineBlock(say["Report.Held.Here", string.Join(", ", held.Tables)], IsQuiet: true);
    }

    private IEnumerable<Block> PawnsOf(Counted counted, string title, WorkshopReport report)
    {
        var before = (Name: say["Report.Before"].Value, Pawns: counted.Before);
        var rows = counted.After is { } after ? [before, (say["Report.After"], after)] : new[] { before };
        yield return new BarsBlock(title, report.Board, [.. rows.Select(row => new Bar(row.Name, say["Report.Counting", row.Pawns.Counting], row.Pawns))]);
        yield return new GridBlock(
            title,
            [say["Report.When"], .. ReportOutline.SquaresOf(report.Board), say["DontKnow"], say["Report.Median"]],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, .. ReportOutline.Counts(row.Pawns), ReportOutline.Text(row.Pawns.DontKnow), ReportOutline.Number(row.Pawns.Median)])]);

        var sentences = new List<string>();
        if (counted.Shift is { } shift)
        {
            sentences.Add(say["Report.Moved.Sentence", shift.Up, shift.Down, shift.Same]);
            if (shift.Unpaired > 0) sentences.Add(say["Report.Unpaired", shift.Unpaired]);
        }

        if (counted.Closeness != Closeness.Unsaid) sentences.Add(say[$"Closeness.{counted.Closeness}.Sentence"]);
        if (sentences.Count > 0) yield return new LineBlock(string.Join(' ', sentences));
        if (counted.IsEarlier) yield return new LineBlock(say["Report.Earlier"], IsQuiet: true);
    }

    private GridBlock TablesOf(CardReport card, WorkshopReport report) => new(
        say["Report.Outcomes"],
        [say["Report.TableHead"], say["Report.Pile"], say["Report.Proposal"], say["Report.Points"], say["Report.N"]],
        [.. card.Tables.Select(table => (IReadOnlyList<string>)[
            say[report.OnPaper.Contains(table.Table) ? "Report.Table.OnPaper" : "Report.Table", table.Table],
            say.PileName(table.Pile),
            ProposalOf(table),
            table.Counted is { } points ? say["Report.PointsOf", points.Tally.Sum, points.Tally.Lowest, points.Tally.Highest] : "–",
            table.Counted is { } counted ? ReportOutline.Text(counted.Tally.Counting) : "–"])]);

    private string ProposalOf(TableOutcome table) => table switch
    {
        { Counted: null } => say["Report.Hidden"],
        { Proposal: { } pile } => say.PileName(pile),
        _ => say["Report.Even"],
    };
}
