namespace Leerklimaat.Browser.Tests;

/// <summary>The pictures of the documents, taken from the demo. Run by <c>bin/screenshots</c> only.</summary>
public class TakingScreenshots
{
    [Fact(Explicit = true)]
    public async Task The_demo_as_a_player_the_facilitator_and_the_room_see_it()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.Page.GotoAsync("/");
        await chantal.Page.GetByRole(AriaRole.Button, new() { Name = "Bekijk de demo" }).ClickAsync();
        var code = (await chantal.Page.Locator(".join-code .code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);

        var placing = await Join(room, "Emma", code, 2);
        await placing.Place(3);
        // The table lives: the others turn the pawns over some seconds after the last one lies.
        await Take(placing, "placing");
        var telling = await Join(room, "Dennis", code, 3);
        await telling.ShouldSee("vertelt");
        await chantal.ShouldSee("vraagt om hulp");
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        await wall.ShouldSee("kaarten gespeeld");

        await Take(telling, "table");
        await Take(chantal, "facilitator");
        await Take(wall, "wall");
        Assert.Empty(room.Troubles);
    }

    private static async Task<Person> Join(ARoom room, string name, string code, int table)
    {
        var person = await room.Enter(name);
        await person.SitDown(code, table);
        return person;
    }

    private static async Task Take(Person person, string name)
    {
        // The weave of the table and the light on it are hardly seen in a document, and would make its picture many times as large.
        await person.Page.EvaluateAsync("['weave', 'light'].forEach(name => document.body.style.setProperty(`--lk-table-${name}`, 'var(--lk-table)'))");
        await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static string Images
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Leerklimaat.slnx"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "docs", "images");
        }
    }
}
