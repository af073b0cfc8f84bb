using System.Globalization;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>The three lists in the document, and what the room agreed about them.</summary>
public sealed class ListsOutline(IStringLocalizer<Phrases> say, CardOutline cards)
{
    public IEnumerable<Block> Actions(WorkshopReport report)
    {
        var actions = report.Lists.Actions.ToList();
        if (actions.Count == 0) yield break;

        yield return new HeadingBlock(2, say["Report.Actions"]);
        yield return new GridBlock(
            say["Report.Actions.Table"],
            [say["Report.Action"], say["Report.About"], say["Report.Owner"], say["Report.By"], say["Report.Noticing"]],
            [.. actions.Select(one => (IReadOnlyList<string>)[
                one.Action.Text, cards.NameOf(one.About), one.Action.Owner, one.Action.By?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "", one.Action.Noticing])]);
    }

    public IEnumerable<Block> Of(WorkshopReport report)
    {
        yield return new HeadingBlock(1, say["Report.Lists"]);
        foreach (var block in Of(report.Lists.Present, say["Report.List.Present"])) yield return block;
        foreach (var block in Of(report.Lists.ToDevelop, say["Report.List.ToDevelop"])) yield return block;
        foreach (var block in Of(report.Lists.Questions, say["Report.List.Questions"])) yield return block;
        foreach (var block in Answers(report)) yield return block;
    }

    private IEnumerable<Block> Of(IReadOnlyCollection<ReportedLine> lines, string title)
    {
        yield return new HeadingBlock(2, title);
        if (lines.Count == 0) yield return new LineBlock(say["Report.List.Empty"], IsQuiet: true);
        foreach (var bundle in lines.Where(line => line.IsBundle))
        {
            yield return new HeadingBlock(3, bundle.Dots is { } dots ? say["Report.WithDots", bundle.Name, dots] : bundle.Name);
            yield return new ListBlock([.. bundle.Entries.Select(cards.LineOf)]);
        }

        var single = lines.Where(line => !line.IsBundle).ToList();
        if (single.Count == 0) yield break;
        if (single.Count < lines.Count) yield return new HeadingBlock(3, say["Report.NotBundled"]);
        yield return new ListBlock([.. single.Select(line => cards.LineOf(line.Entries[0])).Zip(single, (line, from) => from.Dots is > 0 and var dots ? line with { Origin = $"{line.Origin} · {say["Report.Dots.Of", dots]}" } : line)]);
    }

    private IEnumerable<Block> Answers(WorkshopReport report)
    {
        var questions = report.Lists.LeftOver.ToList();
        if (questions.Count == 0) yield break;

        yield return new HeadingBlock(2, say["Report.Answers"]);
        yield return new GridBlock(
            say["Report.Answers.Table"], [say["Report.Question"], say["Report.Owner"], say["Report.Answer"]],
            [.. questions.Select(line => (IReadOnlyList<string>)[cards.NameOf(line), line.LeftOver!.Owner, line.LeftOver.Answer.Length > 0 ? line.LeftOver.Answer : say["Report.NoAnswerYet"].Value])]);
    }
}
