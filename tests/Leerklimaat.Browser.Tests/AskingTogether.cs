namespace Leerklimaat.Browser.Tests;

public class AskingTogether
{
    [Fact, Rule("W4"), Rule("L6")]
    public async Task Three_phones_make_a_cloud_on_the_wall_and_learning_questions_come_back()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await Opened(room);
        await GoTo(chantal, "je eerste gedachte");
        await wall.ShouldSee("In de zaal doe je dat op je telefoon");
        await Say(phones[0], "Samen leren");
        await Say(phones[1], "samen leren!");
        await Say(phones[2], "Fouten mogen maken");
        await wall.Page.Locator("svg.cloud text").First.WaitForAsync();
        await wall.ShouldSee("3 mensen hebben geantwoord");
        await Assertions.Expect(wall.Page.Locator("svg.cloud text")).ToHaveCountAsync(2);
        foreach (var person in new[] { wall, phones[0], chantal }) await person.ShouldBeAccessible();

        // What is being typed stays while others answer, through a reload, and without a connection it is sent later, once.
        await phones[0].Page.FillAsync("#answer-text", "Tijd om ");
        await Say(phones[2], "Ruimte");
        await phones[0].ShouldSee("Ruimte");
        Assert.Equal("Tijd om ", await phones[0].Page.InputValueAsync("#answer-text"));
        await phones[0].Page.ReloadAsync();
        await Assertions.Expect(phones[0].Page.Locator("#answer-text")).ToHaveValueAsync("Tijd om ", new() { Timeout = 30_000 });
        await phones[0].Page.Context.SetOfflineAsync(true);
        await phones[0].Page.FillAsync("#answer-text", "Tijd om te lezen");
        await phones[0].Press("#give-answer");
        await phones[0].ShouldSee("Nog niet verstuurd");
        await phones[0].Page.Context.SetOfflineAsync(false);
        await wall.ShouldSee("Tijd om te lezen");
        await Assertions.Expect(phones[0].Page.Locator(".own-list textarea")).ToHaveCountAsync(2, new() { Timeout = 30_000 });

        await chantal.Press("#freeze");
        await Assertions.Expect(phones[1].Page.Locator("#give-answer")).ToBeDisabledAsync(new() { Timeout = 30_000 });
        await wall.ShouldSee("Er komen geen antwoorden meer bij");

        await GoTo(chantal, "je leervraag");
        await phones[0].ShouldSee("Jouw leervraag");
        await Say(phones[0], "Durf ik nee te zeggen?");
        await phones[1].Page.GetByLabel("Voor iedereen, zonder naam").CheckAsync();
        await Say(phones[1], "Hoe maak ik tijd?");
        await wall.ShouldSee("Hoe maak ik tijd?");
        await phones[1].ShouldBeAccessible();

        await chantal.Page.Locator(".programme-part").Last.ClickAsync();
        await phones[0].ShouldSee("Dit wilde jij leren");
        await phones[0].Page.GetByRole(AriaRole.Button, new() { Name = "deels" }).ClickAsync();
        await Assertions.Expect(phones[0].Page.GetByRole(AriaRole.Button, new() { Name = "deels" })).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await phones[0].Page.FillAsync("#answer-text", "Ik begin klein");
        await phones[0].Press("#give-answer");
        await wall.ShouldSee("Ik begin klein");
        await wall.ShouldNotSee("Durf ik nee te zeggen?");
        foreach (var person in new[] { wall, phones[0] }) await person.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    private static async Task<(Person Chantal, Person Wall, Person[] Phones)> Opened(ARoom room)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(chantal.Page.Url + "/screen");
        var phones = new List<Person>();
        foreach (var name in new[] { "Anna", "Bram", "Chaima" })
        {
            phones.Add(await room.Enter(name));
            await phones[^1].Join(code, 1);
        }

        await chantal.Press("#begin-programme");
        return (chantal, wall, [.. phones]);
    }

    private static Task GoTo(Person chantal, string part) => chantal.Page.Locator(".programme-part").Filter(new() { HasText = part }).First.ClickAsync();

    private static async Task Say(Person person, string text)
    {
        await person.Page.FillAsync("#answer-text", text);
        await person.Press("#give-answer");
        await Assertions.Expect(person.Page.Locator(".own-list textarea").Filter(new() { HasText = text })).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await Assertions.Expect(person.Page.Locator("#answer-text")).ToHaveValueAsync("");
    }
}
