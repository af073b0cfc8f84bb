namespace Leerklimaat.Browser.Tests;

/// <summary>A clicker sends the keys for a page forth and back. Whoever leads uses it wherever they stand.</summary>
public class UsingAClicker
{
    [Fact, Rule("W4"), Rule("L5")]
    public async Task It_steps_through_the_programme_on_the_wall_on_the_phone_and_on_the_large_page()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        var leading = chantal.Page.Url;
        var address = await chantal.WallAddress();
        await chantal.Press("#begin-programme");
        // The button is gone, and the focus where she goes on.
        await Assertions.Expect(chantal.Page.Locator("#next-part")).ToBeFocusedAsync();
        var machine = await room.Enter("The wall", 1920, 1080);
        await machine.Page.GotoAsync(address);
        await machine.ShouldBeAt("Welkom");

        // Her own browser shows the wall: keys and the clicker work there.
        await chantal.Page.GotoAsync(address);
        foreach (var (key, part) in new[] { ("PageDown", "Kennismaken: je eerste gedachte"), ("ArrowRight", "Kennismaken: je leervraag"), ("PageUp", "Kennismaken: je eerste gedachte"), ("Space", "Kennismaken: je leervraag"), ("ArrowUp", "Kennismaken: je eerste gedachte") })
        {
            await chantal.Page.Keyboard.PressAsync(key);
            await chantal.ShouldBeAt(part);
            await machine.ShouldBeAt(part);
        }

        await chantal.ShouldBeAccessible();
        await chantal.Page.Locator(".wall-steps").HoverAsync();
        await chantal.Look("wall-steps");

        // A machine that nobody leads from does nothing.
        await machine.Page.Keyboard.PressAsync("PageDown");
        Assert.Equal(0, await machine.Page.Locator("#next-part").CountAsync());

        await chantal.Page.GotoAsync(leading + "/presenter");
        await chantal.Page.Keyboard.PressAsync("PageDown");
        await machine.ShouldBeAt("Kennismaken: je leervraag");
        await chantal.Page.GotoAsync(leading);
        await chantal.Page.Keyboard.PressAsync("PageUp");
        await machine.ShouldBeAt("Kennismaken: je eerste gedachte");

        // In a field the keys are those of the field, and in the plenary one reads with them.
        await chantal.OpenTo("#message");
        await chantal.Page.Locator("#message").FillAsync("Pauze");
        await chantal.Page.Keyboard.PressAsync("ArrowRight");
        await chantal.Page.GotoAsync(leading + "/plenary");
        await chantal.Page.Keyboard.PressAsync("PageDown");
        await chantal.Page.Locator("#next-part").ClickAsync();
        await machine.ShouldBeAt("Kennismaken: je leervraag");
        await Assertions.Expect(chantal.Page.Locator("#steering .now-part")).ToContainTextAsync("Kennismaken: je leervraag");
        await chantal.ShouldBeAccessible();
        await chantal.Look("plenary-steering");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("W3"), Rule("W10")]
    public async Task How_to_join_and_a_message_come_on_the_wall_and_go_again()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        await Assertions.Expect(wall.Page.Locator(".welcome .qr")).ToBeVisibleAsync();
        await chantal.Press("#begin-programme");
        await wall.ShouldBeAt("Welkom");
        await Assertions.Expect(wall.Page.Locator(".welcome")).ToBeHiddenAsync();

        await chantal.PressInside("#show-joining");
        await Assertions.Expect(wall.Page.Locator(".welcome .qr")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(wall.Page.Locator(".welcome .huge")).ToHaveTextAsync(code);
        await wall.ShouldBeAccessible();
        await wall.Look("wall-joining");
        await chantal.Look("facilitator-joining");

        await chantal.OpenTo("#message");
        await chantal.Page.FillAsync("#message", "Over twee minuten verder");
        await chantal.Page.SelectOptionAsync("#message-minutes", "2");
        await chantal.PressInside("#send-message");
        await wall.ShouldSee("Over twee minuten verder");
        await chantal.ShouldSee("Op alle schermen: Over twee minuten verder");
        await Assertions.Expect(chantal.Page.Locator("#message")).ToHaveValueAsync("");
        await chantal.Look("facilitator-message");

        // Two minutes later by the server's clock, of which a sign of life tells: it goes by itself. The server tells the time of now in between, so it is told until it is believed.
        await Assertions.Expect(wall.Page.Locator(".message-bar")).ToBeVisibleAsync();
        foreach (var (person, message) in new[] { (wall, ".message-bar"), (chantal, ".message-now") })
            await person.Page.WaitForFunctionAsync("message => { document.dispatchEvent(new CustomEvent('alive', { detail: { data: String(Date.now() + 150_000) } })); return document.querySelector(message).hidden; }", message);

        // What was typed and not sent is still there after a reload.
        await chantal.Page.FillAsync("#message", "Pauze tot elf uur");
        await chantal.Page.ReloadAsync();
        await Assertions.Expect(chantal.Page.Locator("#message")).ToHaveValueAsync("Pauze tot elf uur");

        await chantal.Press("#next-part");
        await wall.ShouldBeAt("Kennismaken: je eerste gedachte");
        await Assertions.Expect(wall.Page.Locator(".welcome")).ToBeHiddenAsync();
        await wall.ShouldNotSee("Over twee minuten verder");
        await chantal.ShouldNotSee("Over twee minuten verder");
        Assert.Empty(room.Troubles);
    }
}
