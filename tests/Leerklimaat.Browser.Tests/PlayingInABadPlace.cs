namespace Leerklimaat.Browser.Tests;

/// <summary>Bram's phone, and the wall, stand behind something that does not let a stream through as it is.</summary>
[Rule("L3")]
public class PlayingInABadPlace
{
    /// <summary>All that the page has said of its connection.</summary>
    private const string Listening = "window.words = []; addEventListener('DOMContentLoaded', () => { const bar = document.querySelector('#connection'); if (bar) new MutationObserver(() => bar.textContent && words.push(bar.textContent)).observe(bar, { childList: true, characterData: true, subtree: true }); })";

    [Theory, InlineData(Meddling.HoldsTheFirst), InlineData(Meddling.HoldsAll), InlineData(Meddling.CutsWhatIsQuiet), InlineData(Meddling.StripsHeaders)]
    public async Task A_card_is_played_and_nothing_alarming_is_said(Meddling does)
    {
        await using var room = await ARoom.Open();
        await using var between = await SomethingInBetween.Before(room.Address, does);
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080, by: between.Address);
        await wall.Page.AddInitScriptAsync(Listening);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var bram = await room.Enter("Bram", by: between.Address);
        await bram.Page.AddInitScriptAsync(Listening);
        await bram.Join(code, 1);
        Person[] table = [.. await ATable.Seat(room, code, 1, "Anna", "Chaima"), bram];
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");

        await table.PlayCard("veiligheid-1", [3, 4, 4], [4, 4, 4]);

        await wall.Page.Locator("#plant-veiligheid-1").WaitForAsync();
        foreach (var person in new[] { bram, wall }) Assert.Empty(await person.Page.EvaluateAsync<string[]>("window.words"));
        if (does == Meddling.HoldsAll) Assert.Contains(between.Asked, IsOnce);
        if (does is Meddling.CutsWhatIsQuiet or Meddling.StripsHeaders) Assert.DoesNotContain(between.Asked, IsOnce);
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task When_streams_come_through_again_the_page_finds_out_by_itself()
    {
        await using var room = await ARoom.Open();
        await using var between = await SomethingInBetween.Before(room.Address, Meddling.HoldsAll);
        var (anna, bram) = await Playing(room, between);
        await anna.Place(2);
        await bram.ShouldSee("1 van 2 pionnen gelegd");
        Assert.Contains(between.Asked, IsOnce);

        between.Does = Meddling.Nothing;
        var before = between.Asked.Count(IsStream);
        await bram.Page.Clock.FastForwardAsync(61_000);
        // One to try, and then the stream itself.
        for (var note = 1; note < 20 && between.Asked.Count(IsStream) < before + 2; note++)
        {
            await anna.WriteNote("green", $"Dit gebeurt al ({note})");
            await bram.ShouldSee($"Dit gebeurt al ({note})");
        }

        var asked = between.Asked.Count(IsOnce);
        await anna.WriteNote("green", "En dit ook");
        await bram.ShouldSee("En dit ook");
        Assert.Equal(asked, between.Asked.Count(IsOnce));
    }

    [Fact]
    public async Task What_is_done_while_a_proxy_says_that_the_server_is_away_is_sent_when_it_is_back()
    {
        await using var room = await ARoom.Open();
        await using var between = await SomethingInBetween.Before(room.Address, Meddling.Nothing);
        var (anna, bram) = await Playing(room, between);

        between.Does = Meddling.IsAway;
        await bram.Press("#square-2");
        await bram.ShouldSee("Nog niet verstuurd");
        await anna.Place(3);
        await bram.ShouldNotSee("Bad Gateway");

        between.Does = Meddling.Nothing;
        foreach (var person in new[] { anna, bram }) await person.ShouldSee("2 van 2 pionnen gelegd");
        await bram.ShouldNotSee("Nog niet verstuurd");
        await Assertions.Expect(bram.Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        Assert.DoesNotContain(between.Asked, IsOnce);
    }

    private static bool IsOnce(string address) => address.Contains("once=", StringComparison.Ordinal);

    private static bool IsStream(string address) => address.Contains("/live", StringComparison.Ordinal) && !IsOnce(address);

    private static async Task<(Person Anna, Person Bram)> Playing(ARoom room, SomethingInBetween between)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var (anna, bram) = (await room.Enter("Anna"), await room.Enter("Bram", by: between.Address));
        await bram.Page.Clock.InstallAsync();
        foreach (var person in new[] { anna, bram }) await person.Join(code, 1);
        await chantal.PressInside("#start-game");
        await anna.Press("#skip-practice");
        await anna.Choose("veiligheid-1");
        foreach (var person in new[] { anna, bram }) await person.Page.Locator("#square-1").WaitForAsync();
        return (anna, bram);
    }
}
