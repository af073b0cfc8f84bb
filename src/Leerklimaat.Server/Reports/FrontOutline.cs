using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>What one hands to who was not there: two pages that stand on their own. The detail comes after them.</summary>
public sealed class FrontOutline(IStringLocalizer<Phrases> say, CardOutline cards, ListsOutline lists, PurposeOutline purpose)
{
    // So many lines of each list leave room for what was agreed.
    private const int Most = 6;

    public IEnumerable<Block> Of(WorkshopReport report) =>
        [new HeadingBlock(1, say["Report.InShort"]), .. purpose.Of(report), .. WhoCame(report), .. Lists(report), .. lists.Actions(report), .. NotKnown(report)];

    private IEnumerable<Block> WhoCame(WorkshopReport report)
    {
        yield return new HeadingBlock(2, say["Report.WhoCame"]);
        yield return new LineBlock(Came(report));
        var sentences = new List<string> { say["Report.Played", report.Cards.Count(card => !card.Tables.IsEmpty), report.Colophon.DeckTitle] };
        if (!report.OnPaper.IsEmpty) sentences.Add(say["Report.OnPaper", cards.At(report.OnPaper)]);
        if (report.Stories is { } stories)
            sentences.Add(stories.NearlyAll is { } nearly ? say[$"Report.Stories.Nearly.{nearly}", stories.People] : say["Report.Stories", stories.Already!.Value, stories.NotYet!.Value, stories.People]);
        if (report.Decisions is { Proposed: > 0 } decisions) sentences.Add(say["Report.Overruled", decisions.Overruled, decisions.Proposed]);
        yield return new LineBlock(string.Join(' ', sentences));
    }

    private string Came(WorkshopReport report)
    {
        string came = say[report.People == 0 ? "Report.Came.Nobody" : "Report.Came.Many", report.People];
        if (report.Invited is { } invited) came = say["Report.Came.Invited", came, invited];
        return report.Tables == 0 ? $"{came}." : $"{came}, {say[report.Tables == 1 ? "Report.AtOne" : "Report.AtMany", report.Tables]}.";
    }

    private IEnumerable<Block> Lists(WorkshopReport report)
    {
        foreach (var block in Top(report.Lists.Present, say["Report.WhatIsThere"])) yield return block;
        foreach (var block in Top(report.Lists.ToDevelop, say["Report.WhatIsAsked"])) yield return block;
    }

    // What the room gave a name, and the cards. Single notes stand on the lists and nowhere twice.
    private IEnumerable<Block> Top(IReadOnlyCollection<ReportedLine> all, string title)
    {
        var named = all.Where(line => line.IsBundle || !line.Entries[0].IsNote).OrderByDescending(line => line.Dots?.Rank ?? 0).ThenByDescending(line => line.IsBundle).ToList();
        var more = all.Count - Math.Min(named.Count, Most);
        yield return new HeadingBlock(2, title);
        if (all.Count == 0) yield return new LineBlock(say["Report.List.Empty"], IsQuiet: true);
        if (named.Count > 0) yield return new ListBlock([.. named.Take(Most).Select(lists.InOneLine)]);
        if (more > 0) yield return new LineBlock(say[named.Count > 0 ? "Report.More" : "Report.More.All", more], IsQuiet: true);
    }

    private IEnumerable<Block> NotKnown(WorkshopReport report)
    {
        var lines = new List<string>();
        if (report.Lists.Questions.Count(line => line.IsBundle || line.Entries[0].IsNote) is > 0 and var questions) lines.Add(say["Report.NotKnown.Questions", questions, report.Lists.LeftOver.Count(line => line.LeftOver!.Answer.Length > 0)]);
        if (!report.NotDiscussed.IsEmpty) lines.Add(say["Report.NotKnown.Factors", string.Join(", ", report.NotDiscussed.Select(factor => factor.Name))]);
        var unsure = report.Factors.Where(factor => factor.Profile is { Distribution.DontKnow: > 0 }).ToList();
        if (unsure.Count > 0)
            lines.Add(say["Report.NotKnown.DontKnow", string.Join(", ", unsure.Select(factor => say["Report.NotKnown.Of", factor.Name, factor.Profile!.Distribution.DontKnow, factor.Profile.Counting + factor.Profile.Distribution.DontKnow].Value))]);
        if (!report.Held.IsEmpty) lines.Add(say["Report.NotKnown.Held", report.Held.Length]);
        if (report.IsPublished && report.Factors.Sum(factor => factor.Withheld) is > 0 and var withheld) lines.Add(say["Report.Withheld", withheld, report.Minimum]);
        if (!report.IsPublished) lines.Add(say["Report.NothingYet", report.Minimum]);
        if (lines.Count == 0) yield break;

        yield return new HeadingBlock(2, say["Report.NotKnown"]);
        yield return new ListBlock([.. lines.Select(line => new ListLine(line, "", "", null))]);
    }
}
