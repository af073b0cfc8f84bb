namespace Leerklimaat.Browser.Tests;

/// <summary>A browser opens six connections to one address over HTTP/1.1, all its tabs together.</summary>
public class OpeningManyTabs
{
    [Fact, Rule("L3"), Rule("L4")]
    public async Task A_browser_with_eight_pages_open_does_things_from_each_and_all_show_it()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var leading = new Uri(chantal.Page.Url).AbsolutePath;
        var wall = await chantal.WallAddress();
        var screens = await chantal.Page.Locator("a[href^='/tables/'][href*='/screen?key=']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var emma = await room.OpenTab(chantal, "Emma, who follows");
        await emma.Follow(code);
        await chantal.Press("#begin-programme");
        await chantal.GoTo("je eerste gedachte");
        await chantal.Page.Locator("#freeze").WaitForAsync();

        await emma.Page.Locator("#answer-text").WaitForAsync();
        Person[] walls = [await room.OpenTab(chantal, "The wall", wall), await room.OpenTab(chantal, "The wall again", wall)];
        var again = await room.OpenTab(chantal, "Chantal again", leading);
        Person[] tables = [await room.OpenTab(chantal, "Screen 1", screens[0]), await room.OpenTab(chantal, "Screen 2", screens[1])];
        var presenter = await room.OpenTab(chantal, "What Chantal sees", $"{leading}/presenter");
        foreach (var page in new[] { walls[0], walls[1] }) await page.ShouldSee("In de zaal doe je dat op je telefoon");

        await emma.Answer("Samen leren");
        foreach (var page in walls) await page.ShouldSee("Samen leren");
        await chantal.Press("#next-part");
        foreach (var page in new[] { chantal, again, presenter, emma }) await page.ShouldSee("je leervraag");
        foreach (var page in walls) await page.ShouldSee("je leervraag");
        Assert.Equal(2, tables.Length);
        Assert.Empty(room.Troubles);
    }
}
