using System.Net;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Tests.States;

namespace Leerklimaat.Server.Tests.Questions;

[Rule("W4")]
public sealed class ChoosingTogether : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("D10")]
    public async Task What_people_choose_is_on_no_page_until_who_leads_shows_it_and_then_on_all()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.OneChoice);
        var question = await workshop.GoTo(part => part.Question == QuestionKind.OneChoice);
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live?{workshop.Wall.Split('?')[1]}");
        await wall.Sees("Een cursus");
        foreach (var (person, option) in asking.Five.Zip([0, 0, 1, 1, 2])) Assert.Equal(HttpStatusCode.OK, (await person.Choose(question, option)).Status);

        Assert.Equal("true", (await workshop.Anna.Open(question)).Page.QuerySelector("#option-0")!.GetAttribute("aria-pressed"));
        Assert.Equal("false", workshop.Anna.Page.QuerySelector("#option-1")!.GetAttribute("aria-pressed"));
        Assert.Empty(await Numbers(workshop.Anna, question));
        Assert.Empty(await Numbers(workshop.Chantal, question));

        await workshop.Chantal.Press("#show-result");
        await wall.Sees("5 mensen tellen mee");
        Assert.Equal(["2", "2", "1", "0"], await Numbers(workshop.Anna, question));
        Assert.Equal(["2", "2", "1", "0"], await Numbers(workshop.Chantal, question));
        Assert.Contains("Waar leer jij het meest van?", (await workshop.Chantal.Open($"{workshop.Root}/transcript")).Source, StringComparison.Ordinal);
        Assert.Contains("Een collega om mee te sparren: 1", workshop.Chantal.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("D7")]
    public async Task A_result_that_was_never_shown_is_in_the_report_of_a_closed_workshop_and_in_none_before()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.Ranking, QuestionKind.SeveralChoices);
        var question = await workshop.GoTo(part => part.Question == QuestionKind.Ranking);
        foreach (var (person, order) in asking.Five.Zip(["0,1,2,3", "0,1,2,3", "1,0,2,3", "1,0,3,2", "3,2,1,0"])) await person.Do(question, $"{question}/choices", ("options", order));

        Assert.Contains("De begeleider heeft de uitslag nog niet laten zien", (await workshop.Chantal.Open($"{workshop.Root}/report")).Text, StringComparison.Ordinal);
        await workshop.Chantal.Do(workshop.Root, $"{workshop.Root}/closures");
        await workshop.Chantal.Open($"{workshop.Root}/report");
        Assert.Contains("5 mensen tellen mee", workshop.Chantal.Text, StringComparison.Ordinal);
        var rows = workshop.Chantal.Page.QuerySelectorAll("table").First(table => table.TextContent.Contains("Gemiddelde plaats", StringComparison.Ordinal)).QuerySelectorAll("tbody tr");
        Assert.Equal([("Vertrouwen", "1,8"), ("Tijd", "2,0"), ("Een leidinggevende die vraagt wat je leerde", "3,0"), ("Ruimte om fouten te maken", "3,2")],
            rows.Select(row => (row.Children[0].TextContent.Trim(), row.Children[1].TextContent.Trim())));
    }

    [Fact]
    public async Task Each_way_of_tapping_is_kept_and_comes_back_to_its_writer_only()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.SeveralChoices, QuestionKind.Scale, QuestionKind.Ranking);
        var several = await workshop.GoTo(part => part.Question == QuestionKind.SeveralChoices);
        foreach (var option in new[] { 3, 1 }) await workshop.Anna.Do(several, $"{several}/ticks?option={option}", ("ticked", "true"));
        Assert.Equal(["option-1", "option-3"], (await workshop.Anna.Open(several)).Page.QuerySelectorAll("[aria-pressed=true]").Select(button => button.Id));
        Assert.Empty((await workshop.Bram.Open(several)).Page.QuerySelectorAll("[aria-pressed=true]"));

        var scale = await workshop.GoTo(part => part.Question == QuestionKind.Scale);
        await workshop.Anna.Open(scale);
        Assert.Equal(["1 (helemaal niet)", "2", "3", "4", "5 (volop)"], workshop.Anna.Page.QuerySelectorAll(".choice-steps button").Select(button => button.GetAttribute("aria-label")));
        await workshop.Anna.Press("#option-3");
        Assert.Equal("true", workshop.Anna.Page.QuerySelector("#option-3")!.GetAttribute("aria-pressed"));

        var ranking = await workshop.GoTo(part => part.Question == QuestionKind.Ranking);
        await workshop.Anna.Open(ranking);
        foreach (var option in new[] { 2, 0, 3 }) await workshop.Anna.Press($"#option-{option}");
        Assert.Equal(["2", "0", "3", "1"], Ranked());
        await workshop.Anna.Press("#up-1");
        Assert.Equal(["2", "0", "1", "3"], Ranked());
        await workshop.Anna.Press("#rank-anew");
        Assert.Empty(Ranked());

        IEnumerable<string?> Ranked() => workshop.Anna.Page.QuerySelectorAll(".choice-ranked li").Select(item => item.GetAttribute("data-option"));
    }

    [Fact]
    public async Task Sentences_are_recognised_or_not_on_phones_and_told_on_the_wall_and_in_the_report()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.Recognition);
        var question = await workshop.GoTo(part => part.Question == QuestionKind.Recognition);
        foreach (var (person, taps) in asking.Five.Zip(new int[][] { [0, 3, 6], [0, 4, 6], [1, 5, 8], [2, 3, 6], [0, 4, 7] }))
        {
            await person.Open(question);
            foreach (var option in taps) await person.Press($"#option-{option}");
            Assert.Equal(taps.Select(option => $"option-{option}"), person.Page.QuerySelectorAll("[aria-pressed=true]").Select(button => button.Id));
        }

        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live?{workshop.Wall.Split('?')[1]}");
        await wall.Sees("Kennis delen staat aan het begin.");
        Assert.DoesNotContain(wall.Messages, message => message.Html.Contains("herkennen dit", StringComparison.Ordinal));
        await workshop.Chantal.Do(question, $"{question}/results");
        await wall.Sees("3 herkennen dit");
        Assert.Contains("2 herkennen dit · 2 een beetje · 1 niet", (await workshop.Bram.Open(question)).Text, StringComparison.Ordinal);
        await (await workshop.Chantal.Open($"{workshop.Root}/report")).Press("#publish");
        Assert.Contains("3 herkennen dit · 1 een beetje · 1 niet", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Kennis delen staat aan het begin. Herken ik", (await workshop.Anna.Open($"{workshop.Root}/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_do_not_fit_are_refused_with_a_sentence_and_stay_in_the_field()
    {
        using var asking = await AskingToChoose.At(workshop);
        var chantal = await asking.Add(QuestionKind.OneChoice, "Alleen deze");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.Contains("Schrijf minstens twee mogelijkheden", chantal.Text, StringComparison.Ordinal);
        Assert.Equal("Alleen deze", chantal.Page.QuerySelector("#options")!.TextContent.Trim());
    }

    [Fact]
    public async Task Options_that_change_before_anybody_chose_are_what_is_asked()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.OneChoice);
        var question = await workshop.GoTo(part => part.Question == QuestionKind.OneChoice);
        await workshop.Chantal.Do(question, $"{question}/freezes");
        await workshop.Chantal.Do(question, $"{question}/thaws");
        await workshop.Chantal.Open($"{workshop.Root}/programme/{question.Split('/')[^1]}");
        await workshop.Chantal.Press("#save", ("title", "Vraag"), ("minutes", "5"), ("kind", "Question"), ("question", "OneChoice"), ("options", "Ja\nNee"));

        Assert.Equal(["Ja", "Nee"], (await workshop.Anna.Open(question)).Page.QuerySelectorAll(".choice-options .option-text").Select(option => option.TextContent));
        await workshop.Anna.Press("#option-1");
        Assert.Equal((AnswerKind.OneChoice, "Ja\nNee", 1), await workshop.Asked(question) is var asked ? (asked.Kind, asked.OptionsText, asked.ChosenBy(asked.Chosen.Keys.Single())[0]) : default);
    }

    [Fact]
    public async Task A_question_to_who_leads_waits_is_let_through_seconded_and_discussed()
    {
        using var asking = await AskingToChoose.At(workshop, QuestionKind.RoomQuestions);
        var question = await workshop.GoTo(part => part.Question == QuestionKind.RoomQuestions);
        await workshop.Anna.Say(question, "Wanneer krijgen wij tijd om te leren?");
        Assert.Contains("De begeleider leest je vraag eerst", (await workshop.Anna.Open(question)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wanneer krijgen wij tijd", (await workshop.Bram.Open(question)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Wanneer krijgen wij tijd", (await workshop.Chantal.Open($"{workshop.Root}/transcript")).Source, StringComparison.Ordinal);

        await workshop.Chantal.Open(question);
        await workshop.Chantal.Press("#desk-waiting button[formaction$='/showings']");
        await workshop.Bram.Open(question);
        await workshop.Bram.Press(".room-list button.second");
        Assert.Equal("true", workshop.Bram.Page.QuerySelector(".room-list button.second")!.GetAttribute("aria-pressed"));
        Assert.Null((await workshop.Anna.Open(question)).Page.QuerySelector(".room-list button.second"));

        await workshop.Chantal.Open(question);
        await workshop.Chantal.Press("#desk-room button[formaction*='/treated']");
        Assert.Contains("Besproken", (await workshop.Bram.Open(question)).Page.QuerySelector(".room-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("- Wanneer krijgen wij tijd om te leren? (Besproken)", (await workshop.Chantal.Open($"{workshop.Root}/transcript")).Source, StringComparison.Ordinal);
    }

    private static async Task<string[]> Numbers(Person person, string question) =>
        [.. (await person.Open(question)).Page.QuerySelectorAll(".choice-list .times").Select(number => number.TextContent)];
}

file static class Choosers
{
    public static async Task<Running.Answer> Choose(this Person person, string question, int option)
    {
        await person.Open(question);
        return await person.Ask($"{question}/choices", ("options", $"{option}"));
    }
}
