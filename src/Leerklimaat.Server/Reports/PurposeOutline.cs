using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>On top of the report: why people came together. And at the end of it: whether they found that they reached it.</summary>
public sealed class PurposeOutline(IStringLocalizer<Phrases> say)
{
    public IEnumerable<Block> Of(WorkshopReport report)
    {
        if (report.Purpose.Occasion.Length > 0) yield return new LineBlock(say["Report.Line", say["Purpose.Occasion"], report.Purpose.Occasion]);
        if (report.Purpose.Goal.Length > 0) yield return new LineBlock(say["Report.Line", say["Purpose.Goal"], report.Purpose.Goal]);
        if (report.Purpose.Reached is { } reached) yield return new LineBlock(say["Report.Goal.Short", reached.Yes, reached.Partly, reached.No]);
    }

    public IEnumerable<Block> Outcome(WorkshopReport report)
    {
        var purpose = report.Purpose;
        if (purpose is { Reached: null, Aims: null, Whys.IsEmpty: true }) yield break;

        yield return new HeadingBlock(1, say["Report.Goal"]);
        if (purpose.Goal.Length > 0) yield return new LineBlock(purpose.Goal);
        if (purpose.Reached is { } reached)
            yield return new GridBlock(say["Goal.Ask"], [say["Report.Goal.Said"], say["Report.HowMany"]],
                [[say["Goal.Yes"], ReportOutline.Text(reached.Yes)], [say["Goal.Partly"], ReportOutline.Text(reached.Partly)], [say["Goal.No"], ReportOutline.Text(reached.No)]]);
        else if (purpose.Goal.Length > 0) yield return new LineBlock(say["Goal.FromFive"], IsQuiet: true);
        if (purpose.Aims is { } aims)
            yield return new GridBlock(say["Report.Aims", aims.People], [say["Report.Aims.What"], say["Report.HowMany"]],
                [[say["Aim.LearnTogether"], ReportOutline.Text(aims.LearnTogether)], [say["Aim.ExchangeExperience"], ReportOutline.Text(aims.ExchangeExperience)], [say["Aim.ShareKnowledge"], ReportOutline.Text(aims.ShareKnowledge)]]);
        if (purpose.Whys.IsEmpty) yield break;

        yield return new HeadingBlock(2, say["Report.Goal.Whys"]);
        yield return new ListBlock([.. purpose.Whys.Select(why => new ListLine(why, "", "", null))]);
    }
}
