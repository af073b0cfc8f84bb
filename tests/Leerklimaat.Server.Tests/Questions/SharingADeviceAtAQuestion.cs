using System.Net;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>Anna and Opa answer on one tablet, one after the other.</summary>
[Rule("W4")]
public class SharingADeviceAtAQuestion
{
    [Fact, Rule("T3")]
    public async Task Who_share_a_device_each_answer_for_themselves()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Opa"));
        var question = await workshop.GoTo(IsLearning);

        var both = await workshop.Anna.Open(question);
        Assert.Contains("Wie schrijft?", both.Text, StringComparison.Ordinal);
        Assert.Null(both.Page.QuerySelector(".answer-form"));
        await workshop.Anna.Press("[formaction$='/openings?opened=1']");
        await workshop.Anna.Press("#give-answer", ("answer-text", "Hoe begin ik?"));
        Assert.Contains("Hoe begin ik?", workshop.Anna.Source, StringComparison.Ordinal);
        await workshop.Anna.Open(question);
        await workshop.Anna.Press("[formaction$='/openings?opened=3']");
        Assert.NotNull(workshop.Anna.Page.QuerySelector(".answer-form"));
        Assert.DoesNotContain("Hoe begin ik?", workshop.Anna.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("T3"), Rule("G3")]
    public async Task Going_back_or_loading_again_shows_nothing_of_who_wrote_before()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Opa"));
        var question = await workshop.GoTo(IsLearning);

        // Every address that this browser was at.
        var been = new HashSet<string> { (await workshop.Anna.Open(question)).Path };
        await workshop.Anna.Press("[formaction$='/openings?opened=1']");
        been.Add(workshop.Anna.Path);
        await workshop.Anna.Press("#give-answer", ("answer-text", "Hoe begin ik?"));
        been.Add(workshop.Anna.Path);
        Assert.Contains("Hoe begin ik?", workshop.Anna.Source, StringComparison.Ordinal);
        await workshop.Anna.Press(".own-list button[formaction*='/withdrawals']");
        been.Add(workshop.Anna.Path);

        foreach (var address in been.SelectMany(address => new[] { address, $"{address}?seat=1", $"{address}/mine", $"{address}/mine?seat=1", $"{address}/openings?opened=1" }))
        {
            Assert.DoesNotContain("Hoe begin ik?", await (await workshop.Anna.Http.GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact, Rule("T3")]
    public async Task Nobody_opens_what_is_written_on_another_device()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsLearning);
        await workshop.Anna.Open(question);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Anna.Ask($"{question}/openings?opened=2")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await workshop.Anna.Ask($"{question}/openings?opened=x")).Status);
    }

    [Fact, Rule("T3")]
    public async Task When_one_goes_on_with_a_phone_the_next_finds_nothing_of_theirs()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Opa"));
        var question = await workshop.GoTo(IsLearning);
        await workshop.Anna.Open(question);
        await workshop.Anna.Press("[formaction$='/openings?opened=1']");
        await workshop.Anna.Press("#give-answer", ("answer-text", "Hoe begin ik?"));
        await workshop.Anna.Open(question);
        await workshop.Anna.Press("[formaction$='/openings?opened=3']");
        await workshop.Anna.Press("#give-answer", ("answer-text", "Hoe houd ik vol?"));

        using var phone = new Person(workshop.Server, "Anna's phone");
        await phone.Open($"/{workshop.Code}");
        await phone.Press("form[action$='/claims'] button[value='1']");
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/claims/answers?claimed=1&yes=true");

        var opa = (await workshop.Anna.Open(question)).Source;
        Assert.Contains("Hoe houd ik vol?", opa, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoe begin ik?", opa, StringComparison.Ordinal);
    }
}
