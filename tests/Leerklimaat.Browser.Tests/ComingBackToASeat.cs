namespace Leerklimaat.Browser.Tests;

/// <summary>Somebody goes on at another device, and is let in when the table says so.</summary>
public class ComingBackToASeat
{
    [Fact, Rule("T2"), Rule("L5")]
    public async Task The_page_that_waits_goes_on_by_itself_and_is_not_loaded_anew_before_that()
    {
        await using var room = await ARoom.Open();
        var code = await (await room.Enter("Chantal", 1280, 800)).StartWorkshop();
        var anna = await room.Enter("Anna");
        await anna.SitDown(code, 1);
        var tablet = await room.Enter("Anna's tablet", 768, 1024);
        await tablet.Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await tablet.PressInside("form[action$='/claims'] button");
        await tablet.ShouldSee("Even wachten");
        await tablet.Page.EvaluateAsync("() => document.body.dataset.still = 'here'");
        await tablet.Page.WaitForResponseAsync(response => response.Url == tablet.Page.Url);
        await Assertions.Expect(tablet.Page.Locator("body[data-still]")).ToHaveCountAsync(1);

        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, ik ga daar verder" }).ClickAsync();
        await tablet.ShouldSee("Dit is jouw pion");
        Assert.Empty(room.Troubles);
    }
}
