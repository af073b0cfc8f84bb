namespace Leerklimaat.Browser.Tests;

/// <summary>The plenary with a keyboard, a wall and two phones.</summary>
[Rule("P2"), Rule("P3")]
public class BringingItTogether
{
    [Fact]
    public async Task Notes_are_bundled_by_keyboard_and_dots_are_set_on_two_phones()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var home = chantal.Page.Url;
        var (anna, bram) = (await room.Enter("Anna"), await room.Enter("Bram"));
        foreach (var person in new[] { anna, bram }) await person.Join(code, 1);
        await chantal.PressInside("#start-game");
        await anna.Press("#skip-practice");
        await anna.Press("#draw");
        await anna.WriteNote("pink", "Te weinig tijd om te leren");
        await bram.WriteNote("pink", "Meer tijd in het rooster om te leren");

        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync((await chantal.WallAddress()).Replace("/screen", "/plenary/screen", StringComparison.Ordinal));
        await chantal.PressInside("#to-plenary");
        await chantal.ShouldSee("Te weinig tijd om te leren");
        await anna.WriteNote("green", "Elke maand intervisie");
        await chantal.ShouldSee("Elke maand intervisie");
        await wall.ShouldSee("Elke maand intervisie");

        var page = chantal.Page;
        await page.ReloadAsync();
        await Reach(page, "#bundle-name");
        await page.Keyboard.TypeAsync("Tijd om te leren");
        foreach (var text in new[] { "Te weinig tijd", "Meer tijd" })
        {
            await Reach(page, $"#{await page.Locator(".columns .entry", new() { HasText = text }).Locator("input").GetAttributeAsync("id")}");
            await page.Keyboard.PressAsync("Space");
        }

        // What comes in from a table meanwhile leaves the ticks and the name as they are.
        await bram.WriteNote("green", "De koffie is lekker");
        await chantal.ShouldSee("De koffie is lekker");
        Assert.Equal(2, await page.Locator("input[name=entry]:checked").CountAsync());
        await page.EvaluateAsync("document.activeElement.blur()");
        await Reach(page, "#bundle");
        await page.Keyboard.PressAsync("Enter");
        await wall.ShouldSee("2×");
        await chantal.ShouldSee("Bundel van 2");
        Assert.Equal(0, await page.Locator("input[name=entry]:checked").CountAsync());
        Assert.Equal("", await page.InputValueAsync("#bundle-name"));
        Assert.True(await wall.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('#screen *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && one.getClientRects().length).map(one => parseFloat(getComputedStyle(one).fontSize)))") >= 28);

        await page.Locator(".entry.is-bundle > input").CheckAsync();
        await chantal.Press("#move-ToDevelop");
        await page.Locator("#list-ToDevelop .is-bundle").WaitForAsync();

        foreach (var person in new[] { anna, bram }) await person.Page.GotoAsync($"{home}/dots");
        await anna.ShouldSee("Nog even wachten");
        await chantal.Press("#open-dots");
        foreach (var person in new[] { anna, bram })
        {
            await person.ShouldSee("Nog 2 van 2 stippen");
            await person.Page.Locator(".entry.is-bundle .dot-buttons button").Last.ClickAsync();
            await person.ShouldSee("Nog 1 van 2 stippen");
        }

        await anna.Page.Locator(".entry.is-bundle .dot-buttons button").First.ClickAsync();
        await anna.ShouldSee("Nog 2 van 2 stippen");
        await anna.Page.ReloadAsync();
        await anna.Page.Locator(".entry.is-bundle .dot-buttons button").Last.ClickAsync();
        await bram.Page.Locator(".entry.is-bundle .dot-buttons button").Last.ClickAsync();
        await bram.ShouldSee("Al je stippen staan.");
        await bram.Press("#dots-done");
        await bram.Page.WaitForURLAsync("**/tables/*");
        await bram.Page.GotoAsync($"{home}/dots");
        await wall.ShouldSee("2 mensen hebben stippen gezet");
        await wall.ShouldNotSee("●");
        await chantal.Press("#close-dots");
        await bram.ShouldSee("Stippen tellen we vanaf vijf mensen");
        await wall.ShouldNotSee("●");

        await page.Locator(".entry.is-bundle a").ClickAsync();
        await page.FillAsync("#text-new", "Een uur per week");
        await page.FillAsync("#noticing-new", "Het staat in de agenda");
        await chantal.Press("#save-new");
        await chantal.ShouldSee("Een uur per week");
        Assert.Empty(room.Troubles);
    }

    /// <summary>Tabs on until the element has the focus, as somebody without a mouse does.</summary>
    private static async Task Reach(IPage page, string selector)
    {
        for (var tab = 0; tab < 120; tab++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key");
    }
}
