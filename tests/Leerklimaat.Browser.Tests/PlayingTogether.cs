namespace Leerklimaat.Browser.Tests;

public class PlayingTogether
{
    [Fact, Rule("G1"), Rule("G4"), Rule("G8"), Rule("G11"), Rule("L4")]
    public async Task A_facilitator_and_six_players_at_two_tables_play_three_cards_and_a_case()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        await chantal.ShouldBeAccessible();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(chantal.Page.Url + "/screen");
        await wall.ShouldBeAccessible();

        var one = await Seat(room, code, 1, "Anna", "Bram", "Chaima");
        var two = await Seat(room, code, 2, "Dennis", "Emma", "Farid");
        await one[0].ShouldSee("Chaima");
        await one[0].ShouldBeAccessible();
        await chantal.Press("#start-game");
        foreach (var table in new[] { one, two }) await table[0].Press("#skip-practice");

        await PlayCard(one, "veiligheid-1", [3, 3, 4], [4, 4, 4]);
        // Bram's phone is reloaded in the middle of a card, Emma's sleeps through a whole one.
        await one[0].Press("#draw");
        await one[1].Place(2);
        await one[1].Page.ReloadAsync();
        await Assertions.Expect(one[1].Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true");
        await PlayFrom(one, [1, 2, 1], [1, 2, 2]);

        await two[1].Page.Context.SetOfflineAsync(true);
        await Choose(two[0], "tijd-1");
        await two[0].Place(4);
        await two[2].Place(3);
        await two[0].ShouldSee("2 van 3 gelegd");
        await two[1].Page.Context.SetOfflineAsync(false);
        await two[1].Page.Locator("#square-1").WaitForAsync();
        await PlayFrom(two, [4, 2, 3], [4, 3, 3]);

        await PlayCase(one);
        await chantal.ShouldSee("4 kaarten gespeeld");
        await chantal.ShouldBeAccessible();
        await wall.ShouldSee("kaarten gespeeld");
        await wall.Page.Locator("#plant-veiligheid-1").WaitForAsync();
        await wall.ShouldBeAccessible();
        foreach (var player in one) await player.ShouldSee("Groene stapel");
        await chantal.Page.GotoAsync(chantal.Page.Url + "/report");
        await chantal.ShouldSee("Verslag van");
        await chantal.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L6")]
    public async Task What_somebody_is_typing_stays_when_others_move_on()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await Seat(room, code, 1, "Anna", "Bram");
        await chantal.Press("#start-game");
        await table[0].Press("#skip-practice");
        await Choose(table[0], "veiligheid-1");
        await table[1].Page.Locator("#square-1").WaitForAsync();

        await table[1].Press("#sheet-pink summary");
        await table[1].Page.FocusAsync("#write-pink");
        await table[1].Page.Keyboard.TypeAsync("Wie begint er met ");
        await table[0].Place(3);
        await table[1].ShouldSee("1 van 2 gelegd");
        await table[1].Page.Keyboard.TypeAsync("vertellen?");
        Assert.Equal("Wie begint er met vertellen?", await table[1].Page.InputValueAsync("#write-pink"));
        Assert.Equal("write-pink", await table[1].Page.EvaluateAsync<string>("document.activeElement.id"));

        await table[1].Page.ReloadAsync();
        await Assertions.Expect(table[1].Page.Locator("#write-pink")).ToHaveValueAsync("Wie begint er met vertellen?");
        await table[1].Press("#sheet-pink button[type=submit]");
        await table[0].ShouldSee("Wie begint er met vertellen?");
        await Assertions.Expect(table[1].Page.Locator("#write-pink")).ToHaveValueAsync("");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L6")]
    public async Task What_somebody_changes_in_a_note_of_their_own_stays_when_their_own_part_comes_anew()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await Seat(room, code, 1, "Anna", "Bram");
        await chantal.Press("#start-game");
        await table[0].Press("#skip-practice");
        await Choose(table[0], "veiligheid-1");
        await table[0].WriteNote("green", "Wij lunchen samen");
        await table[0].Press("#own-notes summary");
        var own = table[0].Page.Locator(".own-notes textarea");
        await own.FocusAsync();
        await table[0].Page.Keyboard.PressAsync("End");
        await table[0].Page.Keyboard.TypeAsync(", elke");

        await table[1].Press("#reveal");
        await table[1].Press("#notice button");
        await table[0].Page.Locator("#turn").WaitForAsync();
        await table[0].Page.Locator("#mine:not(:has(.place))").WaitForAsync();
        await table[0].Page.Keyboard.TypeAsync(" vrijdag");
        Assert.Equal("Wij lunchen samen, elke vrijdag", await own.InputValueAsync());
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L4")]
    public async Task What_is_done_without_a_connection_is_sent_by_itself_later_and_once()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await Seat(room, code, 1, "Anna", "Bram");
        await chantal.Press("#start-game");
        await table[0].Press("#skip-practice");
        await Choose(table[0], "veiligheid-1");
        await table[1].Page.Locator("#square-2").WaitForAsync();

        await table[1].Page.Context.SetOfflineAsync(true);
        await table[1].Press("#square-2");
        await table[1].ShouldSee("Nog niet verstuurd");
        await table[1].Page.Context.SetOfflineAsync(false);
        await table[0].ShouldSee("1 van 2 gelegd");
        await Assertions.Expect(table[1].Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await table[1].ShouldNotSee("Nog niet verstuurd");
    }

    [Theory, InlineData(320, 640), InlineData(390, 844), InlineData(768, 1024), InlineData(1280, 800)]
    public async Task Nothing_scrolls_sideways_and_axe_is_content_at_every_size(int width, int height)
    {
        await using var room = await ARoom.Open();
        var emma = await room.Enter("Emma", width, height);
        await emma.Page.GotoAsync("/");
        await emma.ShouldBeAccessible();
        await emma.Page.GetByRole(AriaRole.Button, new() { Name = "Bekijk de demo" }).ClickAsync();
        await emma.ShouldSee("vraagt om hulp");
        await emma.ShouldBeAccessible();
        var code = await emma.Page.Locator(".join-code .code").TextContentAsync();
        var farid = await room.Enter("Farid", width, height);
        await farid.Page.GotoAsync($"/{code!.Replace(" ", "", StringComparison.Ordinal)}");
        await farid.ShouldBeAccessible();
        await farid.Page.GetByRole(AriaRole.Button, new() { Name = "Tafel 3" }).ClickAsync();
        await farid.ShouldSee("vertelt");
        await farid.ShouldBeAccessible();
        await farid.Page.GotoAsync(farid.Page.Url + "/screen");
        await farid.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    private static async Task<Person[]> Seat(ARoom room, string code, int table, params string[] names)
    {
        var people = new List<Person>();
        foreach (var name in names)
        {
            var person = await room.Enter(name);
            await person.Join(code, table);
            people.Add(person);
        }

        return [.. people];
    }

    private static async Task Choose(Person person, string card)
    {
        await person.Page.Locator($"#factor-{card.Split('-')[0]} > summary").ClickAsync();
        await person.Press($"#choice-{card} .pick-card");
    }

    private static async Task PlayCard(Person[] table, string card, int[] first, int[] second)
    {
        await table[0].ShouldBeAccessible();
        await Choose(table[0], card);
        await PlayFrom(table, first, second);
    }

    private static async Task PlayFrom(Person[] table, int[] first, int[] second)
    {
        await PlaceAll(table, first);
        await table[0].ShouldBeAccessible();
        await table[0].Press("#reveal");
        await TellAll(table);
        await table[^1].Press("#again");
        foreach (var person in table) await person.ShouldSee("En nu, na het gesprek?");
        await PlaceAll(table, second);
        await table[1].Press("#reveal");
        await Lay(table);
    }

    private static async Task PlaceAll(Person[] table, int[] squares)
    {
        foreach (var (person, square) in table.Zip(squares)) await person.Place(square);
        foreach (var person in table) await person.ShouldSee($"{table.Length} van {table.Length} gelegd");
    }

    private static async Task TellAll(Person[] table)
    {
        foreach (var person in table) await person.Page.Locator("#turn").WaitForAsync();
        await table[0].ShouldBeAccessible();
        await table[0].WriteNote("green", $"Wij bespreken dit elke maandag ({Guid.NewGuid().ToString()[..4]})");
        for (var turn = 0; turn < table.Length; turn++)
        {
            var teller = await table[turn].Page.Locator("#turn h2").TextContentAsync();
            await table[turn].Page.Locator("button.tell").Nth(turn % 2).ClickAsync();
            foreach (var person in table) await Assertions.Expect(person.Page.Locator("#turn h2").Filter(new() { HasText = teller })).ToHaveCountAsync(0);
        }

        foreach (var person in table) await person.ShouldSee("Iedereen heeft verteld");
    }

    private static async Task Lay(Person[] table)
    {
        foreach (var person in table) await person.Page.Locator("#proposal").WaitForAsync();
        await table[0].ShouldBeAccessible();
        var lay = table[0].Page.Locator("#lay");
        await (await lay.CountAsync() > 0 ? lay : table[0].Page.Locator("button.pile").First).ClickAsync();
        foreach (var person in table) await person.Page.Locator("#draw").WaitForAsync();
    }

    private static async Task PlayCase(Person[] table)
    {
        await table[1].Press("#case summary");
        await table[1].Page.FillAsync("#case-text", "De overdracht bij ziekte gaat vaak mis.");
        await table[1].Page.FillAsync("#case-now", "Er ligt een map op de gang.");
        await table[1].Press("#lay-case");
        await table[0].ShouldSee("De overdracht bij ziekte gaat vaak mis.");
        await table[1].ShouldSee("Jij brengt de casus in");
        await table[0].Place(1);
        await table[2].Place(2);
        await table[0].ShouldSee("2 van 2 gelegd");
        await table[2].Press("#reveal");
        await TellAll(table);
        await table[0].Press("#more summary");
        await table[0].Page.GetByRole(AriaRole.Button, new() { Name = "Sla opnieuw leggen over" }).ClickAsync();
        await Lay(table);
    }
}
