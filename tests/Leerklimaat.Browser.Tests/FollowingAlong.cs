namespace Leerklimaat.Browser.Tests;

/// <summary>Emma follows on her own phone, without a pawn.</summary>
public class FollowingAlong
{
    /// <summary>What the stream says first was said before the answer that was kept is sent, and is read after it was answered.</summary>
    private const string TheStreamComesLast = """
        const ask = window.fetch.bind(window);
        let heard;
        const said = new Promise(resolve => heard = resolve);
        const isSent = () => new Promise(resolve => { const look = () => sessionStorage.getItem("leerklimaat-unsent") === "[]" ? setTimeout(resolve) : setTimeout(look, 20); look(); });
        window.fetch = async (address, how) => {
            if (how?.method === "POST") await said;
            const answer = await ask(address, how);
            if (!String(address).includes("/live")) return answer;
            await answer.clone().body.getReader().read();
            heard();
            await isSent();
            return answer;
        };
        """;

    [Fact, Rule("W6"), Rule("L3"), Rule("L6")]
    public async Task What_a_follower_writes_on_a_phone_that_sleeps_is_kept_and_sent_once()
    {
        await using var room = await ARoom.Open();
        await using var wire = new Wire(room.Server.Address);
        var (chantal, wall, emma) = await Following(room, wire);
        await chantal.GoTo("je eerste gedachte");
        await emma.Page.Locator("#answer-text").WaitForAsync();
        await emma.Page.FillAsync("#answer-text", "Samen leren");
        await emma.Press("#give-answer");
        await wall.ShouldSee("Samen leren");
        await Assertions.Expect(emma.Page.Locator(".own-list textarea")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        // Half a sentence survives a reload; a whole one the loss of the network, and a reload after it.
        await emma.Page.FillAsync("#answer-text", "Tijd om ");
        await emma.Page.ReloadAsync();
        await Assertions.Expect(emma.Page.Locator("#answer-text")).ToHaveValueAsync("Tijd om ", new() { Timeout = 30_000 });
        wire.Cut();
        await emma.Page.FillAsync("#answer-text", "Tijd om te lezen");
        await emma.Press("#give-answer");
        await emma.ShouldSee("Nog niet verstuurd");
        var page = emma.Page.Url;
        await emma.ReloadInVain();
        wire.Mend();
        await emma.Page.AddInitScriptAsync(TheStreamComesLast);
        await emma.Page.GotoAsync(page);
        await wall.ShouldSee("Tijd om te lezen");
        await Assertions.Expect(emma.Page.Locator(".own-list textarea")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await emma.ShouldNotSee("Nog niet verstuurd");
        await Assertions.Expect(wall.Page.Locator(".phrases li").Filter(new() { HasText = "Tijd om te lezen" }).GetByText("één keer")).ToHaveCountAsync(1);

        // What was refused in the end goes back into the field.
        wire.Cut();
        await emma.Page.FillAsync("#answer-text", "Net te laat");
        await emma.Press("#give-answer");
        await emma.ShouldSee("Nog niet verstuurd");
        await chantal.Press("#freeze");
        await wall.ShouldSee("Er komen geen antwoorden meer bij");
        wire.Mend();
        await Assertions.Expect(emma.Page.Locator("#answer-text")).ToHaveValueAsync("Net te laat", new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("W4")]
    public async Task A_follower_gets_their_learning_question_back_and_sets_dots()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, emma) = await Following(room);
        await chantal.GoTo("je leervraag");
        await emma.Page.FillAsync("#answer-text", "Durf ik nee te zeggen?");
        await emma.Press("#give-answer");
        await emma.ShouldSee("Wat jij schreef");

        await chantal.GoTo("Plenaire terugkoppeling");
        // Nothing can be pressed before dots are set; then it stands there by itself, and is said.
        await emma.ShouldSee("Straks zet je hier stippen");
        Assert.Equal(0, await emma.Page.Locator("#to-dots").CountAsync());
        await chantal.GoTo("Afsluiting");
        await emma.ShouldSee("Dit wilde jij leren");
        await emma.Page.GetByRole(AriaRole.Button, new() { Name = "deels" }).ClickAsync();
        await Assertions.Expect(emma.Page.GetByRole(AriaRole.Button, new() { Name = "deels" })).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await wall.ShouldNotSee("Durf ik nee te zeggen?");
        await emma.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    private static async Task<(Person Chantal, Person Wall, Person Emma)> Following(ARoom room, Wire? wire = null)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = (await chantal.StartWorkshop()).Replace(" ", "", StringComparison.Ordinal);
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var emma = await room.Enter("Emma", by: wire?.Address);
        await emma.Page.GotoAsync($"/{code}");
        await emma.Press("#follow");
        await chantal.Press("#begin-programme");
        await emma.ShouldSee("Wat gaan we doen?");
        return (chantal, wall, emma);
    }
}
