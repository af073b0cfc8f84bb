namespace Leerklimaat.Browser.Tests;

/// <summary>A facilitator practises alone, before the day.</summary>
public class Rehearsing
{
    [Theory, InlineData(1280, 800), InlineData(390, 844), Rule("W11")]
    public async Task A_facilitator_starts_tables_that_play_by_themselves_and_finds_an_empty_workshop_afterwards(int width, int height)
    {
        await using var room = await ARoom.Open("--Server:RehearsalSpeed=20");
        var chantal = await room.Enter("Chantal", width, height);
        var code = await chantal.StartWorkshop();
        await chantal.PressInside("#tool-rehearsal > summary");
        await chantal.Page.FillAsync("#rehearsal-tables", "2");
        await chantal.Page.FillAsync("#rehearsal-players", "4");
        await chantal.ShouldBeAccessible();
        await chantal.PressInside("#begin-rehearsal");
        await chantal.ShouldSee("Aan 2 tafels spelen computerspelers, 4 per tafel");
        await Assertions.Expect(chantal.Page.Locator(".table-card .rehearsal-mark")).ToHaveCountAsync(2);

        await chantal.PressInside("#start-game");
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        await wall.ShouldSee("Hier spelen computerspelers mee.");
        await Assertions.Expect(wall.Page.Locator("[id^=plant-]").First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var emma = await room.Enter("Emma");
        await emma.SitDown(code, 1);
        await emma.ShouldSee("verdwijnt na de oefening");

        await chantal.Press("#end-rehearsal");
        await chantal.ShouldSee("De oefening stoppen?");
        await chantal.Press("#end");
        await chantal.ShouldSee("0 mensen aan 4 tafels");
        await chantal.ShouldNotSee("Oefening");
        await emma.ShouldSee("Was het een oefening?");
        await wall.ShouldNotSee("Hier spelen computerspelers mee.");

        await emma.Join(code, 1);
        await chantal.ShouldSee("1 persoon aan 4 tafels");
        // The table that Emma looked at was cleared away: her page asks for it once more and hears so.
        Assert.DoesNotContain(room.Troubles, trouble => !trouble.StartsWith("Emma", StringComparison.Ordinal));
    }
}
