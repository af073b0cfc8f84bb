using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reports;

/// <summary>What people came to learn and whether they did, and what they said to the other questions.</summary>
public sealed class QuestionsOutline(IStringLocalizer<Phrases> say)
{
    public IEnumerable<Block> Of(WorkshopReport report)
    {
        if (report.Questions.IsEmpty) yield break;

        yield return new HeadingBlock(1, say["Report.Questions"]);
        foreach (var question in report.Questions)
        {
            yield return new HeadingBlock(2, question.Title);
            yield return new LineBlock(say["Report.Answered", question.People]);
            if (question.Learned is { Counts: { } said } learned)
                yield return new GridBlock(say["Report.Learned", learned.People], [say["Report.Learned.Whether"], say["Report.HowMany"]],
                [
                    [say["Report.Learned.Answered"], ReportOutline.Text(said.Answered)],
                    [say["Report.Learned.Partly"], ReportOutline.Text(said.Partly)],
                    [say["Report.Learned.NotYet"], ReportOutline.Text(said.NotYet)],
                ]);
            else if (question.Learned is { } nearly) yield return new LineBlock(say["Report.Learned.Nearly", say[$"Learned.{nearly.NearlyAll}"], nearly.People]);
            else if (question.IsAboutChoosing) foreach (var block in Chosen(question)) yield return block;
            else if (question.IsAboutLearning) yield return new LineBlock(say["Learned.FromFive"], IsQuiet: true);
            if (question.Comparison is { } compared)
            {
                yield return new GridBlock(say["Report.Compared"], [say["Report.Compared.Word"], say["Compared.Before"], say["Compared.After"]],
                    [.. compared.Stayed.Concat(compared.Came).Concat(compared.Went).Select(phrase => (IReadOnlyList<string>)[phrase.Text, ReportOutline.Text(phrase.Before), ReportOutline.Text(phrase.After)])]);
            }
            else if (!question.RoomQuestions.IsEmpty) yield return new ListBlock([.. question.RoomQuestions.Select(one => new ListLine(one.Text, "", say.AboutRoomQuestion(one), null))]);
            else if (!question.Replies.IsEmpty) yield return new ListBlock([.. question.Replies.Select(reply => new ListLine(reply.Text, "", reply.Count > 1 ? say["Report.Times", reply.Count] : "", null))]);
        }
    }

    private IEnumerable<Block> Chosen(ReportedQuestion question)
    {
        if (question.Result is not { } result)
        {
            yield return new LineBlock(say[question.IsResultShown ? "Choice.Withheld" : "Choice.NotShown"], IsQuiet: true);
            yield break;
        }

        if (result.NearlyAll is { } nearly) yield return new LineBlock(say["Choice.Nearly", say.OptionOf(result, nearly)]);
        yield return new GridBlock(
            say["Choice.People", result.People], [say["Choice.Option"], say[result.Kind == AnswerKind.Ranking ? "Choice.MeanPlace" : "Report.HowMany"]],
            [.. result.Options.Select(option => (IReadOnlyList<string>)[say.OptionOf(result, option), say.Told(option)])]);
        if (result.Mean is { } mean) yield return new LineBlock(say.Mean(mean));
    }
}
