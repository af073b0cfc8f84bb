namespace Leerklimaat.Browser.Tests;

/// <summary>A card is looked at before it is played, and nobody else notices.</summary>
[Rule("G1")]
public class LookingAtACard
{
    [Fact]
    public async Task A_look_is_ones_own_survives_what_others_do_and_ends_when_the_table_plays()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        var (anna, bram) = (table[0].Page, table[1].Page);
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await bram.Locator("#draw").WaitForAsync();

        await table[0].LookAt("veiligheid-1");
        await Assertions.Expect(anna.Locator("#look-veiligheid-1")).ToBeFocusedAsync();
        await table[0].ShouldBeAccessible();
        await anna.SetViewportSizeAsync(320, 640);
        Assert.Equal(320, await anna.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await anna.SetViewportSizeAsync(390, 844);
        Assert.True(await bram.Locator("#draw").IsVisibleAsync());
        Assert.Equal(0, await bram.Locator(":popover-open").CountAsync());

        // A card that somebody skips comes into what Anna has before her, under her look.
        await table[1].LookAt("veiligheid-2");
        await table[1].Press("#look-veiligheid-2 .pick-skip");
        await anna.Locator("#choice-veiligheid-2 .was").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(anna.Locator("#look-veiligheid-1 .statement")).ToBeVisibleAsync();
        await Assertions.Expect(anna.Locator("#look-veiligheid-1")).ToBeFocusedAsync();

        await table[1].Press("#choice-veiligheid-3 .pick-card");
        await table[1].Press("#play-veiligheid-3");
        foreach (var person in table)
        {
            await Assertions.Expect(person.Page.Locator("#card .statement")).ToBeVisibleAsync();
            await Assertions.Expect(person.Page.Locator("#card .card")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sign-birdhouse"));
            await Assertions.Expect(person.Page.Locator(":popover-open")).ToHaveCountAsync(0);
        }

        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L5")]
    public async Task By_keyboard_one_goes_in_and_comes_back_to_where_one_was()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var anna = (await ATable.Seat(room, code, 1, "Anna"))[0].Page;
        await chantal.PressInside("#start-game");
        await anna.Locator("#skip-practice").ClickAsync();

        await anna.Locator("#factor-tijd").FocusAsync();
        await anna.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.Locator("#hand")).ToBeFocusedAsync();
        await anna.Locator("#choice-tijd-2 .pick-card").FocusAsync();
        await anna.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.Locator("#look-tijd-2")).ToBeFocusedAsync();
        await anna.Keyboard.PressAsync("Escape");
        await Assertions.Expect(anna.Locator("#choice-tijd-2 .pick-card")).ToBeFocusedAsync();
        await anna.Keyboard.PressAsync("Escape");
        await Assertions.Expect(anna.Locator("#factor-tijd")).ToBeFocusedAsync();
        await Assertions.Expect(anna.Locator(":popover-open")).ToHaveCountAsync(0);

        await anna.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.Locator("#hand")).ToBeFocusedAsync();
        await anna.Locator("#choice-tijd-2 .pick-card").FocusAsync();
        await anna.Keyboard.PressAsync("Enter");
        // The page moves the focus there itself, a moment later.
        await Assertions.Expect(anna.Locator("#look-tijd-2")).ToBeFocusedAsync();
        await anna.Locator("#look-tijd-2 .look-back-to-hand").FocusAsync();
        await anna.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.Locator("#choice-tijd-2 .pick-card")).ToBeFocusedAsync();
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task What_is_refused_is_said_where_it_is_seen()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].PressInside("[formaction$='/host?host=1']");
        await table[1].ShouldSee("Anna kiest de kaart");
        await table[1].LookAt("veiligheid-1");
        await table[1].Press("#play-veiligheid-1");
        await Assertions.Expect(table[1].Page.Locator("#notice")).ToBeVisibleAsync();
        await Assertions.Expect(table[1].Page.Locator(":popover-open")).ToHaveCountAsync(0);
    }

    [Fact, Rule("L5")]
    public async Task Without_scripts_too()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var anna = await room.Enter("Anna", scripts: false);
        await anna.Join(code, 1);
        var bram = (await ATable.Seat(room, code, 1, "Bram"))[0];
        await chantal.PressInside("#start-game");
        await bram.Page.Locator("#skip-practice").WaitForAsync();
        await anna.Page.ReloadAsync();
        await anna.Press("#skip-practice");
        await anna.LookAt("veiligheid-1");
        await anna.Press("#look-veiligheid-1 .look-back-to-hand");
        await Assertions.Expect(anna.Page.Locator("#look-veiligheid-1")).ToBeHiddenAsync();
        await anna.Press("#choice-veiligheid-1 .pick-card");
        await anna.Press("#play-veiligheid-1");
        await Assertions.Expect(anna.Page.Locator("#card .statement")).ToHaveTextAsync("In ons team vertel je eerlijk wat er misging.");
    }
}
