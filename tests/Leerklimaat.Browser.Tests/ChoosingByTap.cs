namespace Leerklimaat.Browser.Tests;

[Rule("W4")]
public class ChoosingByTap
{
    [Fact, Rule("D10")]
    public async Task Five_phones_choose_and_wall_and_phones_show_the_result_when_who_leads_does()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await At(room, 5, ("OneChoice", "Waar leer jij van?", "Oefenen\nEen cursus\nSparren"));
        await wall.ShouldSee("Sparren");
        foreach (var (phone, option) in phones.Zip([0, 0, 1, 1, 2]))
        {
            await phone.Press($"#option-{option}");
            await Assertions.Expect(phone.Page.Locator($"#option-{option}")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        }

        await wall.ShouldSee("5 mensen hebben geantwoord");
        await Assertions.Expect(wall.Page.Locator(".choice-list .times")).ToHaveCountAsync(0);
        // Who changes their mind presses another one; the buttons stay where they are when the result comes below them.
        await phones[4].Press("#option-0");
        await phones[4].ShouldSee("Je keuze is verstuurd");
        var before = await phones[0].Page.Locator("#option-2").BoundingBoxAsync();
        await chantal.Press("#show-result");
        await wall.ShouldSee("5 mensen tellen mee");
        await Assertions.Expect(wall.Page.Locator(".choice-list .times")).ToHaveTextAsync(["3", "2", "0"], new() { Timeout = 30_000 });
        await Assertions.Expect(phones[0].Page.Locator(".choice-list .times")).ToHaveTextAsync(["3", "2", "0"], new() { Timeout = 30_000 });
        Assert.Equal(before!.Y, (await phones[0].Page.Locator("#option-2").BoundingBoxAsync())!.Y);
        await phones[0].ShouldBeAccessible();
        await chantal.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L5")]
    public async Task An_order_is_laid_by_keys_by_buttons_and_by_dragging()
    {
        await using var room = await ARoom.Open();
        var (_, _, phones) = await At(room, 1, ("Ranking", "Wat heb je nodig?", "Tijd\nRust\nRuimte\nVertrouwen"));
        var page = phones[0].Page;
        await page.Locator("#option-2").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Ranked("2");
        await page.Locator("#option-0").PressAsync("Enter");
        await Ranked("2", "0");
        // The last gets its place by itself.
        await phones[0].Press("#option-3");
        await Ranked("2", "0", "3", "1");
        await phones[0].Press("#up-1");
        await Ranked("2", "0", "1", "3");

        var grip = await page.Locator("#ranked-3 .grip").BoundingBoxAsync();
        var top = await page.Locator("#ranked-2").BoundingBoxAsync();
        await page.Mouse.MoveAsync(grip!.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, top!.Y + 4, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Ranked("3", "2", "0", "1");
        await page.WaitForFunctionAsync("() => document.querySelector('#own-order').dataset.order === '3,2,0,1'");
        await page.ReloadAsync();
        await Ranked("3", "2", "0", "1");
        Assert.Empty(room.Troubles);

        Task Ranked(params string[] order) => page.WaitForFunctionAsync("order => [...document.querySelectorAll('.choice-ranked li')].map(item => item.dataset.option).join() === order", string.Join(',', order));
    }

    [Fact]
    public async Task A_question_to_who_leads_is_read_by_them_first_and_seconded_by_others()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await At(room, 2, ("RoomQuestions", "Wat wil je nog weten?", ""));
        await phones[0].Answer("Wanneer krijgen wij tijd?");
        await phones[0].ShouldSee("De begeleider leest je vraag eerst");
        await wall.ShouldNotSee("Wanneer krijgen wij tijd?");
        await phones[1].Page.FillAsync("#answer-text", "En wie");

        await chantal.Press("#desk-waiting button[formaction$='/showings']");
        await wall.ShouldSee("Wanneer krijgen wij tijd?");
        var second = phones[1].Page.GetByRole(AriaRole.Button, new() { Name = "Ik ook: Wanneer krijgen wij tijd?" });
        await second.ClickAsync();
        await Assertions.Expect(second).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        Assert.Equal("En wie", await phones[1].Page.InputValueAsync("#answer-text"));
        await chantal.Press("#desk-room button[formaction*='/treated']");
        await wall.ShouldSee("Besproken");
        Assert.Empty(room.Troubles);
    }

    private static async Task<(Person Chantal, Person Wall, Person[] Phones)> At(ARoom room, int people, (string Kind, string Title, string Options) asked)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var (root, wall) = (chantal.Page.Url, await room.Enter("The wall", 1920, 1080));
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var phones = new List<Person>();
        foreach (var name in new[] { "Anna", "Bram", "Chaima", "Dennis", "Emma" }.Take(people))
        {
            phones.Add(await room.Enter(name));
            await phones[^1].Join(code, 1 + phones.Count / 4);
        }

        await chantal.Page.GotoAsync(root + "/programme");
        await chantal.Page.Locator("#add-part").Locator("xpath=ancestor::form").GetByLabel("Vraag", new() { Exact = true }).CheckAsync();
        await chantal.Page.Locator("#add-part").Locator("xpath=ancestor::form").Locator("#title").FillAsync(asked.Title);
        await chantal.Press("#add-part");
        await Assertions.Expect(chantal.Page.Locator("#options")).ToBeHiddenAsync();
        await chantal.Page.SelectOptionAsync("#question", asked.Kind);
        if (asked.Options.Length > 0) await chantal.Page.FillAsync("#options", asked.Options);
        await chantal.Press("#save");
        await chantal.Page.GotoAsync(root);
        await chantal.Press("#begin-programme");
        await chantal.GoTo(asked.Title);
        foreach (var phone in phones) await phone.ShouldBeAt(asked.Title);
        return (chantal, wall, [.. phones]);
    }
}
