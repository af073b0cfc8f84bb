using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

[Rule("W4")]
public class AskingTheFirstCloudAgain
{
    [Fact, Rule("R1")]
    public async Task The_words_of_then_and_now_stand_side_by_side_on_the_wall_on_phones_and_in_the_report()
    {
        await using var workshop = await AWorkshop.Start();
        var first = await workshop.GoTo(IsCloud);
        await workshop.Anna.Say(first, "Tijd");
        await workshop.Bram.Say(first, "tijd");
        await workshop.Dennis.Say(first, "Cursus");

        var again = await workshop.GoTo(part => part.Question == QuestionKind.CloudAgain);
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{again}/screen/live");
        await using var phone = await OpenStream.Open(workshop.Bram, $"{again}/live");
        await wall.Sees("Schrijf wat in je opkomt");
        Assert.DoesNotContain(wall.Messages.Concat(phone.Messages), message => message.Html.Contains("Cursus", StringComparison.Ordinal));

        await workshop.Anna.Say(again, "Samen");
        await workshop.Bram.Say(again, "Tijd!");
        var seen = await wall.Sees("Aan het begin", "Cursus", "Samen", "eerst 2 keer, nu 1 keer");
        Assert.Equal(2, seen.Split("<svg class=\"word-cloud\"").Length - 1);
        Assert.DoesNotContain("<svg class=\"word-cloud\"", await phone.Sees("Nu niet meer", "Cursus", "Samen", "eerst 2 keer, nu 1 keer"), StringComparison.Ordinal);

        await workshop.Anna.Open(again);
        Assert.Equal(["Samen", "Tijd!", "Cursus"], workshop.Anna.Page.QuerySelectorAll(".compared bdi").Select(word => word.TextContent));
        var report = WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.txt"));
        foreach (var line in new[] { "- Tijd!: Aan het begin 2; Nu 1", "- Samen: Aan het begin 0; Nu 1", "- Cursus: Aan het begin 1; Nu 0" }) Assert.Contains(line, report, StringComparison.Ordinal);
        Assert.DoesNotContain("Cursus", await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json?quotes=no"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_taken_off_the_first_cloud_does_not_come_back_with_the_second()
    {
        await using var workshop = await AWorkshop.Start();
        var first = await workshop.GoTo(IsCloud);
        await workshop.Anna.Say(first, "Flauwekul");
        await workshop.Bram.Say(first, "Tijd");
        await workshop.Chantal.Ask($"{first}/hidings", ("reply", "flauwekul"));
        var again = await workshop.GoTo(part => part.Question == QuestionKind.CloudAgain);
        await workshop.Bram.Say(again, "Rust");
        Assert.Contains("Tijd", (await workshop.Dennis.Open(again)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Flauwekul", workshop.Dennis.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_earlier_cloud_it_is_a_cloud_like_any_other()
    {
        await using var workshop = await AWorkshop.Start();
        var first = (await workshop.State()).Programme.First(IsCloud);
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        await workshop.Chantal.Press($"button[formaction$='removals?part={first.Id.Value}']");
        var again = await workshop.GoTo(part => part.Question == QuestionKind.CloudAgain);
        await workshop.Anna.Say(again, "Rust");
        Assert.Contains("Rust", (await workshop.Dennis.Open(again)).Page.QuerySelector(".phrases")!.TextContent, StringComparison.Ordinal);
        Assert.Null(workshop.Dennis.Page.QuerySelector(".compared"));
    }
}
