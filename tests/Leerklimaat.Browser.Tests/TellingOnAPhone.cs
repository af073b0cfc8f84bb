namespace Leerklimaat.Browser.Tests;

/// <summary>While somebody tells, a phone shows what the others need: the card, who told, and a note to write.</summary>
[Rule("G6")]
public class TellingOnAPhone
{
    [Fact]
    public async Task Notes_are_at_hand_nothing_lies_over_a_name_and_the_card_is_in_sight()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram", "Carla");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("openheid-1");
        foreach (var person in table) await person.Place(3);
        await table[0].ShouldSee("3 van 3 pionnen gelegd");

        var anna = table[0].Page;
        // Where the focus is nowhere, nothing brings her along but the page itself.
        await anna.Locator("#card .statement").ClickAsync();
        await anna.SetViewportSizeAsync(390, 500);
        await anna.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await Assertions.Expect(anna.Locator("#card .statement")).Not.ToBeInViewportAsync();
        await table[1].Press("#reveal");
        await anna.Locator("#turn").WaitForAsync();
        await Assertions.Expect(anna.Locator("#card .statement")).ToBeInViewportAsync();

        await anna.SetViewportSizeAsync(390, 844);
        await Assertions.Expect(anna.Locator("#sheet-green > summary")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(anna.Locator("#sheet-pink > summary")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await anna.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll("#turns bdi")].every(name => {
                const box = name.getBoundingClientRect();
                return name.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
            })
            """));
        Assert.Equal(3, await anna.Locator("#turns bdi").CountAsync());
    }
}
