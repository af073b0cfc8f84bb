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
        if (report.Purpose.Reached is { } reached) yield return new LineBlock(Short(reached));
    }

    public IEnumerable<Block> Outcome(WorkshopReport report)
    {
        var purpose = report.Purpose;
        if (purpose is { Reached: null, Aims: null, Whys.IsEmpty: true }) yield break;

        yield return new HeadingBlock(1, say["Report.Goal"]);
        if (purpose.Goal.Length > 0) yield return new LineBlock(purpose.Goal);
        if (purpose.Reached is { Counts: { } said } reached)
            yield return new GridBlock(say["Report.Goal.Of", reached.People], [say["Report.Goal.Said"], say["Report.HowMany"]],
                [[say["Goal.Yes"], ReportOutline.Text(said.Yes)], [say["Goal.Partly"], ReportOutline.Text(said.Partly)], [say["Goal.No"], ReportOutline.Text(said.No)]]);
        else if (purpose.Reached is { } nearly) yield return new LineBlock(Short(nearly));
        else if (purpose.Goal.Length > 0) yield return new LineBlock(say["Goal.FromFive"], IsQuiet: true);
        if (purpose.Aims is { } aims)
            yield return new GridBlock(say["Report.Aims", aims.People], [say["Report.Aims.What"], say["Report.HowMany"]],
                [[say["Aim.LearnTogether"], say.Told(aims.LearnTogether)], [say["Aim.ExchangeExperience"], say.Told(aims.ExchangeExperience)], [say["Aim.ShareKnowledge"], say.Told(aims.ShareKnowledge)]]);
        if (purpose.Whys.IsEmpty) yield break;

        yield return new HeadingBlock(2, say["Report.Goal.Whys"]);
        yield return new ListBlock([.. purpose.Whys.Select(why => new ListLine(why, "", "", null))]);
    }

    private string Short(ReportedReached reached) => reached.Counts is { } said
        ? say["Report.Goal.Short", said.Yes, said.Partly, said.No, reached.People]
        : say["Report.Goal.Nearly", say[$"Goal.{reached.NearlyAll}"], reached.People];
}
