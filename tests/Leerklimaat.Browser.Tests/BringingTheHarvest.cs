namespace Leerklimaat.Browser.Tests;

/// <summary>What happens around the game: a late one waits for a chair, and a table decides what it brings to the room.</summary>
public class BringingTheHarvest
{
    [Fact, Rule("T8"), Rule("W12"), Rule("T9")]
    public async Task A_late_one_is_let_in_by_itself_and_the_table_keeps_a_note_and_gives_the_rest()
    {
        await using var room = await ARoom.Open("--Server:MostPeople=2");
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        var emma = await room.Enter("Emma");
        await emma.Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await emma.Page.FillAsync("#name", "Emma");
        await emma.Press("#wait");
        await emma.ShouldSee("als eerste aan de beurt");
        await emma.ShouldBeAccessible();
        await chantal.ShouldSee("1 persoon wacht op een plek");

        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("openheid-1");
        await table[0].WriteNote("green", "Elke maandag een vraag van de week");
        var harvest = $"{new Uri(table[0].Page.Url).AbsolutePath}/harvest";
        foreach (var person in table) await person.Page.GotoAsync(harvest);
        await table[0].ShouldBeAccessible();
        await table[1].Press(".note .keeping");
        await table[0].ShouldSee("Blijft hier");
        await table[0].Page.Locator("#give-harvest").FocusAsync();
        await table[0].Page.Keyboard.PressAsync("Enter");
        await table[1].ShouldSee("Jullie gaven dit mee");
        await chantal.ShouldSee("gaf de oogst mee");
        await chantal.ShouldNotSee("Elke maandag een vraag van de week");

        // Bram goes home: his seat stays his, and his place is for who waits.
        await table[1].Press("a[href^='/tables/']");
        await table[1].PressInside("form[action$='/departures'] button");
        await emma.Page.WaitForURLAsync("**/tables/**", new() { Timeout = 30_000 });
        await emma.ShouldSee("Emma");
    }
}
