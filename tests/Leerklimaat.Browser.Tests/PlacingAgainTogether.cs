namespace Leerklimaat.Browser.Tests;

/// <summary>Two players and the three moments at which a table may place again.</summary>
[Rule("G7")]
public class PlacingAgainTogether
{
    [Fact]
    public async Task Right_after_the_talk_the_card_goes_on_to_its_pile()
    {
        await using var room = await ARoom.Open();
        var (_, table) = await Seated(room, moment: null);
        await Tell(table, "veiligheid-1");

        foreach (var person in table) await person.ShouldSee("En nu, na het gesprek?");
        await PlaceAgain(table);
        await table.Lay();
        await Assertions.Expect(table[1].Page.Locator("#pile-green li")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task At_the_end_all_cards_follow_each_other()
    {
        await using var room = await ARoom.Open();
        var (chantal, table) = await Seated(room, "AtTheEnd");
        await Tell(table, "veiligheid-1");
        foreach (var person in table) await person.ShouldSee("Bij 1 kaart leg je straks opnieuw je pion");
        await Tell(table, "tijd-1");
        foreach (var person in table) await person.ShouldSee("Bij 2 kaarten leg je straks opnieuw je pion");

        await chantal.Page.GotoAsync($"{chantal.Page.Url}/report");
        await chantal.ShouldSee("Kaarten die wachten");
        await chantal.ShouldBeAccessible();

        await table[1].Press("#place-held");
        foreach (var person in table) await person.ShouldSee("En nu, na het gesprek?");
        await table[0].ShouldBeAccessible();
        await PlaceAgain(table);
        await table[0].Page.Locator("#lay").ClickAsync();
        foreach (var person in table) await person.Page.Locator("#square-1").WaitForAsync();
        await PlaceAgain(table);
        await table.Lay();
        foreach (var person in table) await Assertions.Expect(person.Page.Locator("#pile-green li")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await chantal.Page.ReloadAsync();
        await chantal.ShouldNotSee("Kaarten die wachten");
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task After_the_plenary_the_table_waits_for_the_facilitator()
    {
        await using var room = await ARoom.Open();
        var (chantal, table) = await Seated(room, "AfterThePlenary");
        await Tell(table, "veiligheid-1");
        foreach (var person in table) await person.ShouldSee("Bij 1 kaart leg je straks opnieuw je pion");
        await Assertions.Expect(table[0].Page.Locator("#place-held")).ToHaveCountAsync(0);

        // The order of the source: all tables tell each other what they found, then they place again, and phones come along by themselves.
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        await chantal.Press("#next-part");
        foreach (var person in table) await person.ShouldBeAt("Plenaire terugkoppeling");
        await wall.ShouldSee("1 kaart wacht op opnieuw leggen");
        await wall.Look("wall-waiting");
        await chantal.Press("#next-part");
        foreach (var person in table) await person.ShouldSee("Jullie hebben nu alle tafels gehoord.");
        await table[0].Look("phone-placing-again");
        await chantal.Look("facilitator-placing-again");
        await table[0].Press("#place-held");
        foreach (var person in table) await person.ShouldSee("En nu, na het gesprek?");
        await PlaceAgain(table);
        await table.Lay();
        await Assertions.Expect(table[1].Page.Locator("#pile-green li")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }

    private static async Task<(Person Chantal, Person[] Table)> Seated(ARoom room, string? moment)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        if (moment is not null)
        {
            await chantal.PressInside("#tool-second > summary");
            await chantal.Press($"button[value='{moment}']");
            await Assertions.Expect(chantal.Page.Locator($"button[value='{moment}']")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        }

        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        return (chantal, table);
    }

    // Both start low; the talk ends where the card waits, or where both place again.
    private static async Task Tell(Person[] table, string card)
    {
        await table[0].Choose(card);
        foreach (var person in table) await person.Place(2);
        await table[0].Press("#reveal");
        await table.TellAll();
        await table[1].Press("#again");
    }

    private static async Task PlaceAgain(Person[] table)
    {
        foreach (var person in table) await person.Place(4);
        foreach (var person in table) await person.ShouldSee("2 van 2 pionnen gelegd");
        await table[1].Press("#reveal");
        foreach (var person in table) await person.Page.Locator("#proposal").WaitForAsync();
    }
}
