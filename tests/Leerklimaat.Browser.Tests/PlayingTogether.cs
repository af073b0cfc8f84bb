namespace Leerklimaat.Browser.Tests;

public class PlayingTogether
{
    [Fact, Rule("G1"), Rule("G4"), Rule("G8"), Rule("G11"), Rule("L4")]
    public async Task A_facilitator_and_six_players_at_two_tables_play_three_cards_and_a_case()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());

        var one = await ATable.Seat(room, code, 1, "Anna", "Bram", "Chaima");
        var two = await ATable.Seat(room, code, 2, "Dennis", "Emma", "Farid");
        await one[0].ShouldSee("Chaima");
        await chantal.PressInside("#start-game");
        foreach (var table in new[] { one, two }) await table[0].Press("#skip-practice");
        // Her own part comes with the stream, also after what she does herself: she never has to wait until her page asks for it.
        var fetched = new List<string>();
        one[0].Page.Request += (_, request) => { if (request.Url.EndsWith("/mine", StringComparison.Ordinal)) fetched.Add(request.Url); };

        await one.PlayCard("veiligheid-1", [3, 3, 4], [4, 4, 4]);
        // Bram's phone is reloaded in the middle of a card, Emma's sleeps through a whole one.
        await one[0].Press("#draw");
        await one[1].Place(2);
        await one[1].Page.ReloadAsync();
        await Assertions.Expect(one[1].Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true");
        await one.PlayFrom([1, 2, 1], [1, 2, 2]);

        await two[1].Page.Context.SetOfflineAsync(true);
        await two[0].Choose("tijd-1");
        await two[0].Place(4);
        await two[2].Place(3);
        await two[0].ShouldSee("2 van 3 pionnen gelegd");
        await two[1].Page.Context.SetOfflineAsync(false);
        await two[1].Page.Locator("#square-1").WaitForAsync();
        await two.PlayFrom([4, 2, 3], [4, 3, 3]);

        await PlayCase(one);
        await chantal.ShouldSee("4 kaarten gespeeld");
        await wall.ShouldSee("kaarten gespeeld");
        await wall.Page.Locator("#plant-veiligheid-1").WaitForAsync();
        foreach (var player in one) await player.ShouldSee("Groene stapel");
        await chantal.Page.GotoAsync(chantal.Page.Url + "/report");
        await chantal.ShouldSee("Verslag van");
        Assert.Empty(fetched);
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L6")]
    public async Task What_somebody_is_typing_stays_when_others_move_on()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("veiligheid-1");
        await table[1].Page.Locator("#square-1").WaitForAsync();

        await table[1].Press("#sheet-pink summary");
        await table[1].Page.FocusAsync("#write-pink");
        await table[1].Page.Keyboard.TypeAsync("Wie begint er met ");
        await table[0].Place(3);
        await table[1].ShouldSee("1 van 2 pionnen gelegd");
        await table[1].Page.Keyboard.TypeAsync("vertellen?");
        Assert.Equal("Wie begint er met vertellen?", await table[1].Page.InputValueAsync("#write-pink"));
        Assert.Equal("write-pink", await table[1].Page.EvaluateAsync<string>("document.activeElement.id"));

        await table[1].Page.ReloadAsync();
        await Assertions.Expect(table[1].Page.Locator("#write-pink")).ToHaveValueAsync("Wie begint er met vertellen?");
        await table[1].Press("#sheet-pink button[value=Need]");
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
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("veiligheid-1");
        await table[0].WriteNote("green", "Wij lunchen samen");
        await table[0].Press("#own-notes summary");
        var own = table[0].Page.Locator(".own-notes textarea");
        await own.FocusAsync();
        await table[0].Page.Keyboard.PressAsync("End");
        await table[0].Page.Keyboard.TypeAsync(", elke");

        await table[1].Press("#reveal");
        await table[1].Press("#notice button");
        await table[0].Page.Locator("#turn").WaitForAsync();
        await table[0].Page.Locator("#squares").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
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
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("veiligheid-1");
        await table[1].Page.Locator("#square-2").WaitForAsync();

        await table[1].Page.Context.SetOfflineAsync(true);
        await table[1].Press("#square-2");
        await table[1].ShouldSee("Nog niet verstuurd");
        await table[1].Page.Context.SetOfflineAsync(false);
        await table[0].ShouldSee("1 van 2 pionnen gelegd");
        await Assertions.Expect(table[1].Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await table[1].ShouldNotSee("Nog niet verstuurd");
    }

    private static async Task PlayCase(Person[] table)
    {
        await table[1].Press("#case summary");
        await table[1].Page.FillAsync("#case-text", "De overdracht bij ziekte gaat vaak mis.");
        await table[1].Page.FillAsync("#case-now", "Er ligt een map op de gang.");
        await table[1].Page.FillAsync("#case-asks", "Hoe gaat dat bij jullie?");
        await table[1].Press("#lay-case");
        await table[0].ShouldSee("De overdracht bij ziekte gaat vaak mis.");
        await table[0].ShouldSee("Hoe gaat dat bij jullie?");
        await table[1].ShouldSee("Jij brengt de casus in");
        await table[0].Place(1);
        await table[2].Place(2);
        await table[0].ShouldSee("2 van 2 pionnen gelegd");
        await table[2].Press("#reveal");
        await table.TellAll();
        await table[0].WriteNote("green", "Wij bellen op dag drie.");
        await table[0].Press("#more summary");
        await table[0].Page.GetByRole(AriaRole.Button, new() { Name = "Sla opnieuw leggen over" }).ClickAsync();

        // What others gave is before who brought it, who says what goes along; the case goes to no pile.
        await table[1].Press("#taking li:last-child button");
        await Assertions.Expect(table[2].Page.Locator("#given .taken-mark")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await Assertions.Expect(table[0].Page.Locator("#taking")).ToHaveCountAsync(0);
        await table[0].Press("#lay");
        foreach (var person in table) await person.Page.Locator("#pile-cases").WaitForAsync();

        // What was laid down is not there again for the next case.
        await table[1].Page.Locator("#draw").WaitForAsync();
        await Assertions.Expect(table[1].Page.Locator("#case-text")).ToBeHiddenAsync();
        await Assertions.Expect(table[1].Page.Locator("#case-text")).ToHaveValueAsync("");
    }
}
