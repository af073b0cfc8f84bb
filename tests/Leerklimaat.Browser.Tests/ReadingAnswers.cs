using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Browser.Tests;

/// <summary>Somebody comes back to the report by the read link.</summary>
[Rule("O4")]
public class ReadingAnswers
{
    [Fact]
    public async Task An_answer_that_came_since_this_browser_last_looked_says_that_it_is_new()
    {
        await using var room = await ARoom.Open();
        var workshop = await AWorkshop.Playing(room.Server);
        string[] questions = [await workshop.Note(workshop.Bram, workshop.Table1, "Wie betaalt dat?", "Question"), await workshop.Note(workshop.Bram, workshop.Table1, "Mag het ook thuis?", "Question")];
        await Answer(0, "Het opleidingsbudget.");
        await (await workshop.Chantal.Open($"{workshop.Root}/report")).Press("#publish");
        await (await workshop.Chantal.Open($"{workshop.Root}/links")).Press("#give-read-link", ("days", "30"), ("level", "All"));
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(workshop.Chantal.Source, "https?://[^\"<\\s]+/read/[^\"<\\s]+").Value).AbsolutePath;

        var dennis = await room.Enter("Dennis");
        await dennis.Page.GotoAsync(link);
        await Shows(dennis.Page);

        await Answer(1, "Ja, graag.");
        var asked = new List<string>();
        dennis.Page.Request += (_, request) => asked.Add(request.Method);
        await dennis.Page.ReloadAsync();
        await Shows(dennis.Page, "Ja, graag.");
        await dennis.ShouldBeAccessible();
        await dennis.Page.Locator("#new-answers a").ClickAsync();
        await Assertions.Expect(dennis.Page.Locator("#new-answer-0")).ToBeInViewportAsync();
        // Loaded once more in the same visit it is still new; in another tab of this browser it was seen.
        await dennis.Page.ReloadAsync();
        await Shows(dennis.Page, "Ja, graag.");
        await Shows((await room.OpenTab(dennis, "Dennis again", link)).Page);
        Assert.DoesNotContain(asked, method => method != "GET");

        // Another answer to the same question is new again.
        await Answer(0, "De gemeente.");
        await Shows((await room.OpenTab(dennis, "Dennis later", link)).Page, "De gemeente.");
        var without = await room.Enter("Fatma", scripts: false);
        await without.Page.GotoAsync(link);
        await Shows(without.Page);
        Assert.Empty(room.Troubles);

        async Task Answer(int question, string text) => await (await workshop.Chantal.Open($"{workshop.Plenary()}/entries/{questions[question]}")).Press("form[action$='/answers'] button", ("answer", text));
    }

    private static async Task Shows(IPage page, params string[] answers)
    {
        await Assertions.Expect(page.Locator(".new-answer")).ToHaveCountAsync(answers.Length);
        await Assertions.Expect(page.Locator("#new-answers")).ToBeVisibleAsync(new() { Visible = answers.Length > 0 });
        foreach (var answer in answers) await Assertions.Expect(page.Locator("p:has(> .new-answer)").Filter(new() { HasText = answer })).ToContainTextAsync("Nieuw sinds je vorige keer");
    }
}
