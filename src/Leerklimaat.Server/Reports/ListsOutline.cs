using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Plenaries;
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
        yield return new HeadingBlock(2, say["Report.Actions"]);
        if (actions.Count == 0)
        {
            yield return new LineBlock(say["Report.Actions.None"], IsQuiet: true);
            yield break;
        }

        yield return new GridBlock(
            say["Report.Actions.Table"],
            [say["Report.Action"], say["Report.About"], say["Report.Owner"], say["Report.By"], say["Report.Noticing"], say["FollowUp.State"]],
            [.. actions.Select(one => (IReadOnlyList<string>)[
                one.Action.Text, cards.NameOf(one.About), one.Action.Owner, (report.FollowUp.Of(one.Action.Id).MovedTo ?? one.Action.By)?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "", one.Action.Noticing,
                StateOf(report.FollowUp.Of(one.Action.Id))])]);
    }

    /// <summary>How it stands, why it was stopped, and how people noticed that it helped.</summary>
    private string StateOf(ActionFollowed action) => string.Join(' ', new[]
    {
        action is { State: ActionState.Stopped, Why.Length: > 0 } ? say["FollowUp.Because", say["ActionState.Stopped"], action.Why].Value : say[$"ActionState.{action.State}"],
        action.Noticed.Length > 0 ? say["FollowUp.NoticedSo", action.Noticed].Value : "",
    }.Where(said => said.Length > 0));

    public IEnumerable<Block> Of(WorkshopReport report)
    {
        yield return new HeadingBlock(1, say["Report.Lists"]);
        if (report.Dots is { People: > 0 } dots) yield return new LineBlock(say["Report.Dots.People", dots.People]);
        else if (report.Dots.IsWithheld) yield return new LineBlock(say["Report.Dots.TooFew"], IsQuiet: true);
        foreach (var block in Of(report.Lists.Present, say["Report.List.Present"])) yield return block;
        foreach (var block in Of(report.Lists.ToDevelop, say["Report.List.ToDevelop"])) yield return block;
        foreach (var block in Of(report.Lists.Questions, say["Report.List.Questions"])) yield return block;
    }

    /// <summary>A bundle by its name, with how much is in it; a card by its statement.</summary>
    public ListLine InOneLine(ReportedLine line) => With(line.Dots, line.IsBundle ? new(line.Name, "", say["Report.Inside", line.Entries.Length], null) : Reworded(line, cards.LineOf(line.Entries[0])) with { Kind = "" });

    private IEnumerable<Block> Of(IReadOnlyCollection<ReportedLine> lines, string title)
    {
        yield return new HeadingBlock(2, title);
        if (lines.Count == 0) yield return new LineBlock(say["Report.List.Empty"], IsQuiet: true);
        foreach (var bundle in lines.Where(line => line.IsBundle))
        {
            yield return new HeadingBlock(3, bundle.Dots is { } dots ? say["Report.WithDots", bundle.Name, say.Dots(dots)] : bundle.Name);
            yield return new ListBlock([.. bundle.Entries.Select(cards.LineOf)]);
            if (bundle.LeftOver is { } question) yield return new LineBlock(AnswerTo(question)) { Version = VersionOf(question) };
        }

        var single = lines.Where(line => !line.IsBundle).ToList();
        if (single.Count == 0) yield break;
        if (single.Count < lines.Count) yield return new HeadingBlock(3, say["Report.NotBundled"]);
        yield return new ListBlock([.. single.Select(line => With(line.Dots, LineOf(line)))]);
    }

    // A question that somebody takes along has its answer with it.
    private ListLine LineOf(ReportedLine line)
    {
        var said = Reworded(line, cards.LineOf(line.Entries[0]));
        return line.LeftOver is { } question ? said with { Text = $"{cards.NameOf(line)}\n{AnswerTo(question)}", Version = VersionOf(question) } : said;
    }

    private static ListLine Reworded(ReportedLine line, ListLine said) => line.Wording.Length > 0 ? said with { Text = line.Wording } : said;

    // Of the question too: the same "ja" to two questions is two answers. It says nothing of what was answered.
    private static string VersionOf(LeftOver question) => question.Answer.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question.About.Value}\n{question.Answer}")))[..12];

    private ListLine With(DotCount? dots, ListLine line) => dots is { Rank: > 0 } ? line with { Origin = string.Join(" · ", new[] { line.Origin, say.Dots(dots) }.Where(part => part.Length > 0)) } : line;

    private string AnswerTo(LeftOver question) => (question.Owner, question.Answer) switch
    {
        ("", "") => say["Report.NoAnswerYet"],
        (var owner, "") => say["Report.Answer.Owner", owner],
        ("", var answer) => say["Report.Line", say["Report.Answer"], answer],
        var (owner, answer) => say["Report.Answer.By", owner, answer],
    };
}
