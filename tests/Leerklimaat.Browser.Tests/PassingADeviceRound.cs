namespace Leerklimaat.Browser.Tests;

/// <summary>Anna and Oma play on one phone, beside Bram with his own; the table's screen hangs where everybody sees it.</summary>
[Rule("T3"), Rule("T6")]
public class PassingADeviceRound
{
    [Fact]
    public async Task Who_has_it_next_sees_nothing_of_who_had_it_before()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram");
        var (anna, screen) = (table[0], await room.Enter("The screen of table 1", 1920, 1080));
        await anna.Press("#own-seat > summary");
        await anna.Page.FillAsync("#neighbour", "Oma");
        await anna.Press("form[action$='/neighbours'] button");
        await chantal.PressInside("#start-game");
        await screen.Page.GotoAsync((await table[1].Page.Locator("a[href*='/screen?key=']").First.GetAttributeAsync("href"))!);

        await table[1].Press("form[action$='/practice/skips'] button, [formaction$='/practice/skips']");
        await table[1].Choose("veiligheid-1");
        await anna.ShouldSee("Geef door aan Anna");
        await anna.Look("device-cover");
        await anna.ShouldBeAccessible();
        await anna.Press(".cover [formaction$='opened=1']");
        await anna.Look("device-opened");
        await anna.Press("#square-4");
        await anna.ShouldSee("Geef door aan Oma");
        await anna.Press(".cover [formaction$='opened=3']");
        await anna.Press("#square-1");
        await anna.ShouldSee("Iedereen op dit toestel heeft gelegd");
        await anna.Look("device-all");

        await anna.Press("#mine [formaction$='opened=1']");
        await Assertions.Expect(anna.Page.Locator("#square-4")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await anna.Look("device-again");
        await anna.ShouldBeAccessible();
        await anna.Page.ReloadAsync();
        await anna.ShouldSee("Iedereen op dit toestel heeft gelegd");
        await Assertions.Expect(anna.Page.Locator("#squares [aria-pressed=true]")).ToHaveCountAsync(0);
        await anna.Press("#mine [formaction$='opened=3']");
        await Assertions.Expect(anna.Page.Locator("#square-1")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await anna.Press("#pass-on");
        await Assertions.Expect(anna.Page.Locator("#squares [aria-pressed=true]")).ToHaveCountAsync(0);

        await table[1].Place(2);
        await table[1].Press("#reveal");
        await screen.ShouldSee("vertelt");
        await screen.ShouldBeAccessible();
        foreach (var name in new[] { "Anna", "Bram", "Oma" }) await screen.ShouldNotSee(name);
        await screen.Look("screen-telling");
        Assert.Empty(room.Troubles);

        var guest = await room.Enter("Gijs");
        await guest.Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await guest.ShouldBeAccessible();
        foreach (var name in new[] { "Anna", "Bram", "Oma" }) await guest.ShouldNotSee(name);
        await guest.Look("seats");
    }

    [Fact]
    public async Task Who_writes_next_sees_nothing_of_what_the_other_wrote()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var anna = (await ATable.Seat(room, code, 1, "Anna"))[0];
        await anna.Press("#own-seat > summary");
        await anna.Page.FillAsync("#neighbour", "Oma");
        await anna.Press("form[action$='/neighbours'] button");
        await chantal.GoTo("je leervraag");

        await anna.ShouldSee("Wie schrijft?");
        await anna.Look("question-who");
        await anna.ShouldBeAccessible();
        await anna.Press("[formaction$='opened=1']");
        await anna.Page.FillAsync("#answer-text", "Hoe vraag ik door?");
        await anna.Press("#give-answer");
        await Assertions.Expect(anna.Page.Locator(".own-list textarea")).ToHaveValueAsync("Hoe vraag ik door?", new() { Timeout = 30_000 });
        await anna.Look("question-own");
        await anna.Press("text=Klaar, geef door");
        await anna.ShouldSee("Wie schrijft?");
        await Assertions.Expect(anna.Page.Locator(".own-list")).ToHaveCountAsync(0);

        await anna.Press("[formaction$='opened=2']");
        await Assertions.Expect(anna.Page.Locator("#answer-text")).ToHaveValueAsync("", new() { Timeout = 30_000 });
        await Assertions.Expect(anna.Page.Locator(".own-list")).ToHaveCountAsync(0);
        await anna.Page.GoBackAsync();
        await anna.Page.GoForwardAsync();
        await anna.ShouldSee("Wie schrijft?");
        await Assertions.Expect(anna.Page.Locator(".own-list")).ToHaveCountAsync(0);
        Assert.Empty(room.Troubles);
    }
}
