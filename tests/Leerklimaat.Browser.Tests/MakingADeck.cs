using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Browser.Tests;

/// <summary>Somebody makes a deck, a table plays it, and its words are in the report; and a deck goes to another server.</summary>
public class MakingADeck
{
    private const string Mine = "Bij ons op het gemeentehuis vertel je wat er misging.";

    [Fact, Rule("G14"), Rule("G15"), Rule("G13"), Rule("G11"), Rule("R1")]
    public async Task A_deck_of_ones_own_with_another_board_is_played_with_a_case_and_found_in_the_report()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 390, 844);
        await Begin(chantal, "Leren in Zandwijk", "Team Leren");
        await Write(chantal);
        await ChooseBoard(chantal);
        await chantal.Page.FillAsync("#workshop", "Samen leren");
        await chantal.Press("#play-deck");
        var code = (await chantal.Page.Locator(".join-code .code").First.TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);

        var table = await ATable.Seat(room, code, 1, "Anna", "Bram", "Chaima");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("veiligheid-1");
        await table[0].ShouldSee(Mine);
        await table[0].ShouldSee("vrijwel altijd");
        await table.PlayFrom([1, 2, 3], [2, 3, 3]);
        await BringACase(table);

        await chantal.Page.GotoAsync(chantal.Page.Url.Split('?')[0].TrimEnd('/') + "/report");
        await chantal.ShouldSee(Mine);
        await chantal.ShouldSee("Leren in Zandwijk, uitgave 1");
        await chantal.ShouldSee("Gemaakt door: Team Leren.");
        await chantal.ShouldSee("De overdracht gaat vaak mis.");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("G15"), Rule("L6")]
    public async Task A_deck_goes_as_a_file_from_one_server_to_another()
    {
        await using var room = await ARoom.Open();
        await using var elsewhere = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await Begin(chantal, "Leren in Zandwijk", "Team Leren");
        await Write(chantal);
        await Drag(chantal, "veiligheid-3", "veiligheid-1");
        var download = await chantal.Page.RunAndWaitForDownloadAsync(() => chantal.Press("#save-file"));
        Assert.Equal("leren-in-zandwijk-1.yaml", download.SuggestedFilename);

        var emma = await elsewhere.Enter("Emma", 1280, 800);
        await emma.Page.GotoAsync("/decks");
        await emma.ShouldBeAccessible();
        await emma.Press("#import summary");
        await emma.Page.SetInputFilesAsync("#file", await download.PathAsync());
        await emma.Press("#import-deck");
        await emma.ShouldSee(Mine);
        await emma.ShouldSee("Gemaakt door Team Leren");
        await emma.ShouldSee("Uitgave 1");
        Assert.Empty(room.Troubles.Concat(elsewhere.Troubles));
    }

    [Fact, Rule("G14"), Rule("L6")]
    public async Task While_one_types_it_is_said_what_makes_a_statement_hard_and_it_works_by_keyboard_alone()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await Begin(chantal, "Leren in Zandwijk", "");
        await chantal.Page.Locator("#add-card").FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await chantal.Page.Locator("#text").FocusAsync();
        await chantal.Page.Keyboard.TypeAsync("Wij borgen wat wij leren");
        await Assertions.Expect(chantal.Page.Locator("#advice")).ToContainTextAsync("‘borgen’ is vaktaal");
        await chantal.Page.Keyboard.PressAsync("Control+A");
        await chantal.Page.Keyboard.TypeAsync("Wij onthouden wat wij leren");
        await Assertions.Expect(chantal.Page.Locator("#advice li")).ToHaveCountAsync(0);
        await chantal.ShouldBeAccessible();
        await chantal.Page.Locator("#save-card").FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await ShouldLie(chantal, "Wij onthouden wat wij leren");
        await chantal.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    private static async Task Begin(Person person, string title, string author)
    {
        await person.Page.GotoAsync("/");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Kaartsets" }).ClickAsync();
        await person.Page.FillAsync("#title", title);
        await person.Page.FillAsync("#author", author);
        foreach (var set in new[] { "features", "to-develop", "workshop" }) await person.Page.UncheckAsync($"[name=set][value={set}]");
        await person.Press("#begin-deck");
        await person.Page.Locator("#add-card").WaitForAsync();
    }

    private static async Task Write(Person person)
    {
        await person.Press("#card-veiligheid-1 .card-link");
        await person.Page.FillAsync("#text", Mine);
        await person.Press("#save-card");
        await ShouldLie(person, Mine);
    }

    // The practice card stands before this list: a place in the deck is not a place in the list.
    private static async Task Drag(Person person, string card, string above)
    {
        var (page, order) = (person.Page, person.Page.Locator(".deck-cards > [id^=card-veiligheid]"));
        await page.Locator($"#card-{above}").ScrollIntoViewIfNeededAsync();
        var (grip, first) = (await page.Locator($"#card-{card} .grip").BoundingBoxAsync(), await page.Locator($"#card-{above}").BoundingBoxAsync());
        await page.Mouse.MoveAsync(grip!.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, first!.Y + 4, new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync($"**#card-{card}");
        Assert.Equal([$"card-{card}", $"card-{above}"], (await order.EvaluateAllAsync<string[]>("all => all.map(one => one.id)")).Take(2));
    }

    // Among the cards, and not in the field in which it was typed.
    private static Task ShouldLie(Person person, string card) => person.Page.Locator(".deck-cards strong").Filter(new() { HasText = card }).WaitForAsync(new() { Timeout = 30_000 });

    private static async Task ChooseBoard(Person person)
    {
        await person.Press("#board > summary");
        await person.Press("#boards > summary");
        await person.Page.CheckAsync("[name=board][value=own]");
        foreach (var (words, square) in new[] { "zelden", "soms", "vrijwel altijd" }.Select((words, place) => (words, place + 1))) await person.Page.FillAsync($"#own-{square}", words);
        await person.Page.FillAsync("#cases", "werkt niet\nwerkt wat\nwerkt goed");
        await person.Press("#save-board");
        await person.Page.Locator("#board > summary").WaitForAsync();
    }

    private static async Task BringACase(Person[] table)
    {
        await table[1].Press("#case summary");
        await table[1].Page.FillAsync("#case-text", "De overdracht gaat vaak mis.");
        await table[1].Press("#lay-case");
        await table[0].ShouldSee("De overdracht gaat vaak mis.");
        await table[0].ShouldSee("werkt wat");
        await table[0].Place(2);
        await table[2].Place(3);
        await table[0].ShouldSee("2 van 2 pionnen gelegd");
        await table[2].Press("#reveal");
        await table.TellAll();
        await table[0].Press("#more summary");
        await table[0].Page.GetByRole(AriaRole.Button, new() { Name = "Sla opnieuw leggen over" }).ClickAsync();
        await table[0].Press("#lay");
        foreach (var person in table) await person.Page.Locator("#pile-cases").WaitForAsync();
    }
}
