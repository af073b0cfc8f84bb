namespace Leerklimaat.Browser.Tests;

public class MakingAProgramme
{
    [Fact, Rule("W4"), Rule("L5")]
    public async Task A_programme_is_made_by_keyboard()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 768, 1024);
        await chantal.StartWorkshop();
        await chantal.Press("#to-programme");
        await chantal.Look("programme");
        await chantal.Page.FillAsync("#goal", "Weten wat er al is");
        await chantal.Page.FillAsync("#invited", "12");
        Assert.Equal(0, await chantal.Page.Locator("#purpose :is(input:not([type=hidden]), textarea):not([data-draft])").CountAsync());
        await chantal.Page.Locator(".parts li:nth-child(2)").GetByRole(AriaRole.Button, new() { Name = "Omhoog: Kennismaken: je eerste gedachte" }).FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chantal.Page.Locator(".parts li:first-child strong")).ToHaveTextAsync("Kennismaken: je eerste gedachte");
        await Assertions.Expect(chantal.Page.Locator("#goal")).ToHaveValueAsync("Weten wat er al is");
        await Assertions.Expect(chantal.Page.Locator("#invited")).ToHaveValueAsync("12");
        await chantal.Press("#state-purpose");
        await Assertions.Expect(chantal.Page.Locator("#purpose [name=edition]")).ToHaveValueAsync("1");
        await Assertions.Expect(chantal.Page.Locator("#goal")).ToHaveValueAsync("Weten wat er al is");
        await chantal.Page.Locator("#undo").FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chantal.Page.Locator(".parts li:first-child strong")).ToHaveTextAsync("Welkom");

        await chantal.Page.Locator(".part-link").First.ClickAsync();
        await chantal.Page.FillAsync("#text", "# Kop\n\n- een\n- twee");
        await chantal.Press("#look");
        await Assertions.Expect(chantal.Page.Locator("#preview li")).ToHaveCountAsync(2);
        await chantal.ShouldBeAccessible();
        await chantal.Look("part");
        await chantal.Press("#save");
        await Assertions.Expect(chantal.Page.Locator(".parts li:first-child .saved")).ToHaveTextAsync("✓ Bewaard");
        await chantal.Page.GotoAsync(chantal.Page.Url.Split("/programme")[0] + "/links");
        await chantal.Look("links");
        await chantal.Page.GotoAsync(chantal.Page.Url.Split("/links")[0] + "/bin");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("W4")]
    public async Task A_part_is_dragged_to_its_place()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        await chantal.Press("#to-programme");
        var (page, titles) = (chantal.Page, chantal.Page.Locator(".parts .part-link strong"));
        var before = await titles.AllTextContentsAsync();
        await page.Locator(".parts li:nth-child(3) .grip").ScrollIntoViewIfNeededAsync();
        var (grip, first) = (await page.Locator(".parts li:nth-child(3) .grip").BoundingBoxAsync(), await page.Locator(".parts li:nth-child(1)").BoundingBoxAsync());
        await page.Mouse.MoveAsync(grip!.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, first!.Y + 4, new() { Steps = 6 });
        await Assertions.Expect(titles.First).ToHaveTextAsync(before[2]);
        // A call comes in: what was being dragged lies where it lay.
        await page.EvaluateAsync("document.dispatchEvent(new PointerEvent('pointercancel'))");
        await Assertions.Expect(titles).ToHaveTextAsync(before);
        await page.Mouse.UpAsync();

        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, first.Y + 4, new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**/programme#row-*");
        await Assertions.Expect(titles).ToHaveTextAsync([before[2], before[0], before[1], .. before.Skip(3)]);
        await page.ReloadAsync();
        await Assertions.Expect(titles.First).ToHaveTextAsync(before[2]);
        Assert.Empty(room.Troubles);
    }
}
