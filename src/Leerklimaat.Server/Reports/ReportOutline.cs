using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>The report as a document, in the reader's language: two pages of what matters, then the detail.</summary>
public sealed class ReportOutline(IStringLocalizer<Phrases> say, FrontOutline front, CardOutline cards, ListsOutline lists, QuestionsOutline questions, PurposeOutline purpose)
{
    public IEnumerable<Block> Of(WorkshopReport report)
    {
        Block[] detail = [.. Factors(report), .. Themes(report), .. Movement(report), .. lists.Of(report), .. Cards(report), .. Cases(report), .. questions.Of(report), .. purpose.Outcome(report), .. Held(report), .. Skipped(report), .. HowItWasMade(report)];
        var chapters = 0;
        detail = [.. detail.Select(block => block is HeadingBlock { Level: 1 } chapter ? chapter with { Anchor = $"chapter_{++chapters}" } : block)];
        Block[] all = [.. front.Of(report), new ContentsBlock(say["Report.Contents"], [.. detail.OfType<HeadingBlock>().Where(heading => heading.Anchor.Length > 0)]), .. detail];
        return all.SelectMany(Telling);
    }

    /// <summary>The line under the title.</summary>
    public string DateOf(WorkshopReport report) => report.HeldAt is { } held
        ? say["Report.Of", held.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]
        : say["Report.NotHeld"];

    /// <summary>When it was made; empty where nobody asked when.</summary>
    public string MadeOf(WorkshopReport report) => report.Colophon.MadeAt is { } made ? say["Report.MadeAt", made.ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentCulture)] : "";

    // A column in which nothing is told is left out, and a line says why: the people are too few, or nobody published it yet (D6, D7).
    private IEnumerable<Block> Telling(Block block)
    {
        if (block is not GridBlock grid || grid.Rows.Count == 0)
        {
            yield return block;
            yield break;
        }

        var (hidden, unpublished) = (cards.Hidden(isPublished: true), cards.Hidden(isPublished: false));
        var columns = Enumerable.Range(0, grid.Headers.Count).ToLookup(column => column == 0 || grid.Rows.Any(row => row[column].Length > 0 && row[column] != "–" && row[column] != hidden && row[column] != unpublished));
        yield return grid with { Headers = [.. columns[true].Select(column => grid.Headers[column])], Rows = [.. grid.Rows.Select(row => (IReadOnlyList<string>)[.. columns[true].Select(column => row[column])])] };
        foreach (var (why, said) in new[] { (hidden, "Report.Hidden.Columns"), (unpublished, "Report.NotPublished.Columns") })
        {
            var withheld = columns[false].Where(column => grid.Rows.Any(row => row[column] == why)).Select(column => grid.Headers[column]).Distinct().ToList();
            if (withheld.Count > 0) yield return new LineBlock(say[said, string.Join(", ", withheld)], IsQuiet: true);
        }
    }

    private IEnumerable<Block> Factors(WorkshopReport report)
    {
        var shown = report.Factors.Where(factor => factor.Profile is not null).ToList();
        yield return new HeadingBlock(1, say["Report.Profile"]) { BeginsPage = true };
        if (shown.Count == 0)
        {
            yield return new LineBlock(say[report.Factors.Any(factor => factor.IsPublished) ? "Report.NothingShown" : "Report.NothingYet", report.Minimum]);
            yield break;
        }

        yield return new LineBlock(say["Report.Profile.Text"]);
        yield return new BarsBlock(say["Report.Profile"], report.Board,
            [.. shown.Select(factor => new Bar(factor.Name, say["Report.Placements", factor.Profile!.Counting], factor.Profile.Distribution))]);
        yield return new GridBlock(
            say["Report.Profile.Table"],
            [say["Report.Factor"], .. SquaresOf(report.Board), say["DontKnow"], say["Report.Median"], say["Report.N"], say["Report.Closeness"]],
            [.. shown.Select(factor => (IReadOnlyList<string>)[
                factor.Name, .. Counts(factor.Profile!.Distribution), Text(factor.Profile.Distribution.DontKnow), Number(factor.Profile.Median), Text(factor.Profile.Counting), say[$"Closeness.{factor.Profile.Closeness}"]])]);
        if (report.Factors.Sum(factor => factor.Withheld) is > 0 and var withheld) yield return new LineBlock(say["Report.Withheld", withheld, report.Minimum], IsQuiet: true);
        if (!report.NotDiscussed.IsEmpty) yield return new LineBlock(say["Report.NotKnown.Factors", string.Join(", ", report.NotDiscussed.Select(factor => factor.Name))], IsQuiet: true);
    }

    // Over all lists of the deck: what was laid where, and no sum of points. In the order in which the cards name them.
    private IEnumerable<Block> Themes(WorkshopReport report)
    {
        var themes = report.Cards.Where(card => card is { Theme: not null, Tables.IsEmpty: false }).GroupBy(card => card.Theme!).ToList();
        if (themes.Count == 0) yield break;

        yield return new HeadingBlock(1, say["Report.Themes"]);
        yield return new LineBlock(say["Report.Themes.Text"]);
        yield return new GridBlock(
            say["Report.Themes"], [say["Deck.Card.Theme"], say["Report.Themes.Played"], .. Enum.GetValues<Pile>().Select(pile => say.PileName(pile))],
            [.. themes.Select(theme => (IReadOnlyList<string>)[theme.Key.Name, Text(theme.Count()), .. Enum.GetValues<Pile>().Select(pile => Text(theme.SelectMany(card => card.Tables).Count(table => table.Pile == pile)))])]);
    }

    private IEnumerable<Block> Movement(WorkshopReport report)
    {
        var moved = report.Cards.Where(card => card.Twice is not null).ToList();
        if (moved.Count == 0) yield break;

        yield return new HeadingBlock(1, say["Report.Movement"]);
        yield return new LineBlock(say["Report.Movement.Text"]);
        yield return new MovesBlock(say["Report.Movement"], report.Board,
            [.. moved.Select(card => new Move(cards.NameOf(card), cards.Movement(card.Twice!.Movement!), Place(card.Twice.Before), Place(card.Twice.After!)))]);
        yield return new GridBlock(
            say["Report.Movement.Table"],
            [say["Report.Card"], say["Report.Before"], say["Report.N"], say["Report.After"], say["Report.N"], say["Report.Up"], say["Report.Down"], say["Report.Same"]],
            [.. moved.Select(card => (IReadOnlyList<string>)[cards.NameOf(card), .. Middle(card.Twice!.Before, report.Board), .. Middle(card.Twice.After!, report.Board), .. Moves(card.Twice.Movement!)])]);
    }

    // Where nearly everybody stands that square says it all; a median would tell how many (D4).
    private static double? Place(Spread pawns) => pawns.NearlyAllOn ?? pawns.Median;

    // Each median with its own number of pawns: who chose "weet ik niet" once is in one of them only.
    private IEnumerable<string> Middle(Spread pawns, Board board) => pawns.NearlyAllOn is { } square
        ? [say["Nearly.On", board.Squares[square - 1].Words], say["Nearly.People", pawns.People]]
        : [Number(pawns.Median), Text(pawns.Counts!.Counting)];

    private IEnumerable<string> Moves(Movement movement) => movement.Moved is { } moved
        ? [cards.Text(moved.Up), cards.Text(moved.Down), cards.Text(moved.Same)]
        : new[] { Direction.More, Direction.Less, Direction.Same }.Select(direction => say[direction == movement.Direction ? $"Direction.{direction}" : "Report.Hidden"].Value);

    private IEnumerable<Block> Cards(WorkshopReport report)
    {
        if (report.Cards.IsEmpty) yield break;

        // A list of the deck that counts for no factor is a chapter of its own.
        var (apart, ours) = (report.Cards.Where(card => card.Set is { IsApart: true }).GroupBy(card => card.Set!).ToList(), report.Cards.Where(card => card.Set is not { IsApart: true }).ToList());
        if (ours.Count > 0) yield return new HeadingBlock(1, say["Report.Cards"]);
        foreach (var factor in ours.GroupBy(card => card.Factor))
        {
            yield return new HeadingBlock(2, factor.Key.Length == 0 ? say["Report.Cases"] : factor.First().FactorName);
            foreach (var block in factor.SelectMany(card => cards.Of(card, report))) yield return block;
        }

        foreach (var set in apart)
        {
            yield return new HeadingBlock(1, set.Key.Name);
            if (set.Key.Source.Length > 0) yield return new LineBlock(say["Report.SetFrom", set.Key.Source], IsQuiet: true);
            foreach (var block in set.SelectMany(card => cards.Of(card, report, level: 2))) yield return block;
        }
    }

    private IEnumerable<Block> Cases(WorkshopReport report)
    {
        if (report.Cases.IsEmpty) yield break;

        yield return new HeadingBlock(1, say["Report.Cases"]);
        yield return new LineBlock(say["Report.Cases.Text"]);
        foreach (var brought in report.Cases)
        {
            yield return new HeadingBlock(2, brought.Text.Length > 0 ? brought.Text : say["Report.Cases.At", brought.Table]);
            if (brought.Text.Length > 0) yield return new LineBlock(cards.At([brought.Table]), IsQuiet: true);
            if (brought.HappensNow.Length > 0) yield return new LineBlock(say["Report.HappensNow", brought.HappensNow]);
            if (brought.Asks.Length > 0) yield return new LineBlock(say["Report.Asks", brought.Asks]);
            if (report.HasQuotes && !brought.Given.IsEmpty)
                yield return new ListBlock([.. brought.Given.OrderByDescending(given => given.IsTaken).Select(given => new ListLine(given.Text, say[$"Given.{given.Kind}"], string.Join(" · ", new[] { given.SignedBy, given.IsTaken ? say["Given.Taken"].Value : "" }.Where(part => part.Length > 0)), given.Kind))]);
            else
                yield return new LineBlock(say["Report.Cases.Given", brought.Given.Count(given => given.Kind.IsGreen()), brought.Given.Count(given => given.Kind != NoteKind.Green), brought.Given.Count(given => given.IsTaken)]);
        }
    }

    private IEnumerable<Block> Held(WorkshopReport report)
    {
        if (report.Held.IsEmpty) yield break;

        yield return new HeadingBlock(1, say["Report.Held"]);
        yield return new LineBlock(say["Report.Held.Text"]);
        yield return new GridBlock(say["Report.Held.Table"], [say["Report.Card"], say["Report.Tables"]],
            [.. report.Held.Select(card => (IReadOnlyList<string>)[cards.NameOf(card), string.Join(", ", card.Tables)])]);
    }

    private IEnumerable<Block> Skipped(WorkshopReport report)
    {
        if (report.Skipped.IsEmpty) yield break;

        yield return new HeadingBlock(1, say["Report.Skipped"]);
        yield return new GridBlock(say["Report.Skipped.Table"], [say["Report.Card"], say["Report.Tables"]],
            [.. report.Skipped.Select(card => (IReadOnlyList<string>)[card.Text, string.Join(", ", card.Tables)])]);
    }

    private IEnumerable<Block> HowItWasMade(WorkshopReport report)
    {
        yield return new HeadingBlock(1, say["Report.Made"]);
        yield return new LineBlock(say["Report.Made.Small", report.Minimum]);
        yield return new LineBlock(say["Report.Made.Same"]);
        yield return new LineBlock(say["Report.Made.Word"]);
        yield return new LineBlock(say["Report.Made.NoScore"]);
        yield return new LineBlock($"{say["Report.Made.Board", string.Join(" · ", SquaresOf(report.Board))]} {say.BoardRule(report.Board)}");
        yield return new LineBlock(DeckOf(report.Colophon));
        if (report.Colophon.DeckBasis.Length > 0) yield return new LineBlock(say["Report.Made.Basis", report.Colophon.DeckBasis]);
        if (MadeOf(report) is { Length: > 0 } made) yield return new LineBlock(made);
        if (report.Level != ReadLevel.All) yield return new LineBlock(say[$"Report.Made.{report.Level}"]);
    }

    // With which words people played: those stay, whatever becomes of the deck.
    private string DeckOf(Colophon colophon) => string.Join(' ', new[]
    {
        colophon.DeckDate is { } date ? say["Report.Made.Deck.Dated", colophon.DeckTitle, colophon.DeckEdition, date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)].Value : say["Report.Made.Deck", colophon.DeckTitle, colophon.DeckEdition].Value,
        colophon.DeckAuthor.Length > 0 ? say["Report.Made.Author", colophon.DeckAuthor].Value : "",
        colophon.DeckLicence.Length > 0 ? say["Report.Made.Licence", colophon.DeckLicence].Value : "",
    }.Where(sentence => sentence.Length > 0));

    internal static IEnumerable<string> SquaresOf(Board board) => board.Squares.Select(square => square.Words);

    internal static IEnumerable<string> Counts(Distribution distribution) => distribution.Counts.Select(Text);

    internal static string Text(int number) => number.ToString(CultureInfo.CurrentCulture);

    internal static string Number(double? number) => number?.ToString("0.0", CultureInfo.CurrentCulture) ?? "–";
}
