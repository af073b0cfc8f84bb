namespace Leerklimaat.Browser.Tests;

[Rule("L5")]
public class PlayingWithoutAMouse
{
    [Fact]
    public async Task A_whole_round_with_the_keyboard_alone()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.Page.GotoAsync("/");
        await Reach(chantal.Page, "form[action='/workshops'] button");
        await chantal.Page.Keyboard.PressAsync("Enter");
        var code = (await chantal.Page.Locator(".join-code .code").TextContentAsync())!;

        var anna = (await room.Enter("Anna", 1280, 800)).Page;
        await anna.GotoAsync("/");
        await Reach(anna, "#code");
        await anna.Keyboard.TypeAsync(code);
        await anna.Keyboard.PressAsync("Enter");
        await anna.Locator("#name").WaitForAsync();
        await Reach(anna, "#name");
        await anna.Keyboard.TypeAsync("Anna");
        await Enter(anna, ".table-door");
        await anna.Locator(".you").WaitForAsync();
        await chantal.OpenTo("#start-game");
        await Enter(chantal.Page, "#start-game");

        await anna.Locator("#skip-practice").WaitForAsync();
        await Enter(anna, "#skip-practice");
        await anna.Locator("#draw").WaitForAsync();
        await Enter(anna, "#draw");
        await anna.Locator("#square-3").WaitForAsync();
        await Enter(anna, "#square-3");
        await Assertions.Expect(anna.Locator("#square-3")).ToHaveAttributeAsync("aria-pressed", "true");
        // Choosing keeps the focus where the hand is.
        Assert.Equal("square-3", await anna.EvaluateAsync<string>("document.activeElement.id"));
        await Enter(anna, "#reveal");
        await anna.Locator("#turn").WaitForAsync();

        await Enter(anna, "#sheet-green > summary");
        await Reach(anna, "#write-green");
        await anna.Keyboard.TypeAsync("Met het toetsenbord");
        await Enter(anna, "#sheet-green button[value=Activity]");
        await anna.Locator("#table-notes .note").First.WaitForAsync();
        // What lies over the page is put away by the key that people try.
        await Enter(anna, "#sheet-pink > summary");
        // What lies under the sheet is not reached, and what is in it goes round.
        for (var tab = 0; tab < 12; tab++)
        {
            await anna.Keyboard.PressAsync("Tab");
            Assert.Equal("", await anna.EvaluateAsync<string>("() => document.activeElement === document.body || document.activeElement.closest('#sheet-pink, #notice, .utrecht-skip-link') ? '' : document.activeElement.outerHTML"));
        }

        await anna.Keyboard.PressAsync("Escape");
        await Assertions.Expect(anna.Locator("#sheet-pink > summary")).ToBeFocusedAsync();
        Assert.Equal(0, await anna.Locator("details.sheet[open]").CountAsync());
        await Enter(anna, "button.tell");
        await anna.Locator("#all-told").WaitForAsync();
        await Enter(anna, "#again");
        await anna.Locator("#square-4").WaitForAsync();
        await Enter(anna, "#square-4");
        await Assertions.Expect(anna.Locator("#square-4")).ToHaveAttributeAsync("aria-pressed", "true");
        await Enter(anna, "#reveal");
        await anna.Locator("#lay").WaitForAsync();
        await Enter(anna, "#lay");
        await anna.Locator("#pile-green").WaitForAsync();
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task What_others_do_leaves_what_lies_under_a_sheet_out_of_reach()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var table = await ATable.Seat(room, await chantal.StartWorkshop(), 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("openheid-1");
        foreach (var person in table) await person.Place(3);
        await table[0].ShouldSee("2 van 2 pionnen gelegd");

        await table[0].Press("#sheet-pink > summary");
        await table[1].Press("#reveal");
        await table[1].WriteNote("green", "Terwijl Anna schrijft");
        await table[1].Press("button.tell >> nth=0");
        await Assertions.Expect(table[0].Page.Locator("#table-notes")).ToContainTextAsync("Terwijl Anna schrijft");
        await Assertions.Expect(table[0].Page.Locator("#sheet-pink")).ToHaveAttributeAsync("open", "");
        Assert.Equal("", await table[0].Page.EvaluateAsync<string>("() => Array.from(document.querySelectorAll('main > :not(#notice), #notes > *')).filter(one => !one.inert && !one.contains(document.querySelector('#sheet-pink'))).map(one => `${one.localName}#${one.id}`).join(' ')"));
    }

    [Fact, Rule("W4")]
    public async Task Enter_sends_the_message_and_moves_nothing_else_and_a_name_takes_no_table()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var anna = await room.Enter("Anna");
        await anna.Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await anna.Page.FillAsync("#name", "Anna");
        await anna.Page.PressAsync("#name", "Enter");
        await anna.SitDown(code, 2);

        await chantal.PressInside("#start-game");
        await anna.Page.Locator("#skip-practice").WaitForAsync();
        await chantal.OpenTo("#message");
        await chantal.Page.FillAsync("#message", "Nog tien minuten");
        await chantal.Page.PressAsync("#message", "Enter");
        await anna.ShouldSee("Nog tien minuten");
        await anna.Page.Locator("#skip-practice").WaitForAsync();
        await anna.ShouldSee("Tafel 2");
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task Joining_placing_and_writing_notes_with_scripts_off()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800, scripts: false);
        var code = await chantal.StartWorkshop();
        var anna = await room.Enter("Anna", scripts: false);
        var bram = await room.Enter("Bram", scripts: false);
        foreach (var person in new[] { anna, bram }) await person.Join(code, 1);
        await chantal.PressInside("#start-game");
        await chantal.ShouldSee("De tafels spelen");

        await anna.Press("noscript a, .noscript a");
        await anna.Press("#skip-practice");
        await anna.Press("#draw");
        await bram.Press("noscript a, .noscript a");
        await anna.Place(2);
        await bram.Place(4);
        await anna.Press("#sheet-green summary");
        await anna.Page.FillAsync("#write-green", "Zonder scripts");
        await anna.Press("#sheet-green button[value=Activity]");
        await anna.ShouldSee("Zonder scripts");
        await anna.Press("#reveal");
        await anna.Page.Locator("#turn").WaitForAsync();
        await bram.Press("noscript a, .noscript a");
        await bram.ShouldSee("Zonder scripts");
        await bram.Press("button.tell >> nth=0");
        await bram.Press("button.tell >> nth=0");
        await bram.ShouldSee("Iedereen heeft verteld");
    }

    private static async Task Enter(IPage page, string selector)
    {
        await Reach(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs on until the element has the focus, as somebody without a mouse does; it must be within reach and visibly focused.</summary>
    private static async Task Reach(IPage page, string selector)
    {
        for (var tab = 0; tab < 200; tab++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key");
    }
}
