using System.Net;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

[Rule("R1")]
public class ReportingQuestions
{
    [Fact]
    public async Task What_people_came_to_learn_is_in_the_report_and_what_they_keep_to_themselves_is_not()
    {
        await using var workshop = await AWorkshop.Start();
        var learning = await workshop.GoTo(IsLearning);
        await workshop.Anna.Say(learning, "Durf ik nee te zeggen?", ("shared", "false"));
        await workshop.Bram.Say(learning, "Hoe maak ik tijd?", ("shared", "true"));
        await workshop.Dennis.Say(learning, "Wie heeft hier wat aan?", ("shared", "true"));
        await workshop.Chantal.Ask($"{learning}/hidings", ("reply", await ReplyOf(workshop, learning, "Wie heeft hier wat aan?")));

        foreach (var path in new[] { "report", "report/report.json", "report/report.txt" })
        {
            var report = WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/{path}"));
            Assert.Contains("Hoe maak ik tijd?", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Durf ik", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Wie heeft hier wat aan?", report, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Hoe maak ik tijd?", WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report?quotes=no")), StringComparison.Ordinal);
    }

    private static async Task<string> ReplyOf(AWorkshop workshop, string question, string text)
    {
        await workshop.Chantal.Open(question);
        return workshop.Chantal.Page.QuerySelectorAll(".desk-replies li").First(reply => reply.TextContent.Contains(text, StringComparison.Ordinal)).QuerySelector("button")!.GetAttribute("value")!;
    }
}
