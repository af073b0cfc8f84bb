using System.Diagnostics;

namespace Leerklimaat.Browser.Tests;

[Rule("L3")]
public class LosingTheConnection
{
    [Fact, Rule("L2")]
    public async Task What_is_done_without_a_connection_is_sent_in_its_order_and_once()
    {
        await using var room = await ARoom.Open();
        var (anna, bram) = await Playing(room);

        await bram.Page.Context.SetOfflineAsync(true);
        var since = Stopwatch.StartNew();
        await bram.Press("#square-2");
        await bram.Press("#sheet-green summary");
        await bram.Page.FillAsync("#write-green", "Zonder verbinding");
        await bram.Press("#sheet-green button[value=Activity]");
        await Assertions.Expect(bram.Page.Locator("#write-green")).ToHaveValueAsync("");
        await bram.Press("#square-4");
        // Most interruptions are shorter, so there is no word of it in the first two seconds.
        if (since.ElapsedMilliseconds < 1500) Assert.Equal("", await bram.Page.Locator("#connection").TextContentAsync());
        await bram.ShouldSee("Nog niet verstuurd");

        await bram.Page.Context.SetOfflineAsync(false);
        await bram.Press("#square-3");
        await anna.ShouldSee("1 van 2 pionnen gelegd");
        await anna.ShouldSee("Zonder verbinding");
        await bram.ShouldNotSee("Nog niet verstuurd");
        await bram.Page.ReloadAsync();
        await Assertions.Expect(bram.Page.Locator("#square-3")).ToHaveAttributeAsync("aria-pressed", "true");
        await anna.Page.ReloadAsync();
        await Assertions.Expect(anna.Page.GetByText("Zonder verbinding")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_long_underway_gets_a_calm_word_until_it_is_answered()
    {
        await using var room = await ARoom.Open();
        var (anna, bram) = await Playing(room);
        var held = new TaskCompletionSource();
        await bram.Page.RouteAsync("**/placements*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await bram.Press("#square-2");
        await bram.ShouldSee("Dit duurt langer dan gewoon");
        Assert.Equal("Dit duurt langer dan gewoon. Wat je deed, blijft bewaard.", await bram.Page.Locator("#connection").TextContentAsync());
        await bram.ShouldBeAccessible();
        held.SetResult();
        await bram.ShouldNotSee("Dit duurt langer dan gewoon");
        await anna.ShouldSee("1 van 2 pionnen gelegd");

        // Who does not wait for it loses nothing: it is sent again under the id that it has.
        await bram.Page.RouteAsync("**/notes", _ => { });
        await bram.Press("#sheet-green summary");
        await bram.Page.FillAsync("#write-green", "Dit blijft hangen");
        await bram.Press("#sheet-green button[value=Activity]");
        await bram.ShouldSee("Dit duurt langer dan gewoon");
        await bram.Page.UnrouteAsync("**/notes");
        await bram.Page.ReloadAsync();
        await anna.ShouldSee("Dit blijft hangen");
        await Assertions.Expect(anna.Page.GetByText("Dit blijft hangen")).ToHaveCountAsync(1);
        await bram.ShouldNotSee("Dit duurt langer dan gewoon");
        Assert.Empty(room.Troubles);
    }

    [Theory, Rule("L2"), InlineData(502), InlineData(504)]
    public async Task What_a_proxy_answered_in_place_of_the_server_is_sent_again_and_not_shown(int status)
    {
        await using var room = await ARoom.Open();
        var (anna, bram) = await Playing(room);
        var refused = 0;
        foreach (var path in new[] { "**/placements*", "**/notes" })
        {
            await bram.Page.RouteAsync(path, async route =>
            {
                if (refused++ % 2 == 0) await route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<h1>Bad Gateway</h1>" });
                else await route.ContinueAsync();
            });
        }

        await bram.Press("#square-2");
        await anna.ShouldSee("1 van 2 pionnen gelegd");
        await Assertions.Expect(bram.Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true");
        await bram.Press("#sheet-green summary");
        await bram.Page.FillAsync("#write-green", "Dit blijft bewaard");
        await bram.Press("#sheet-green button[value=Activity]");
        await anna.ShouldSee("Dit blijft bewaard");
        await Assertions.Expect(anna.Page.GetByText("Dit blijft bewaard")).ToHaveCountAsync(1);
        Assert.Equal(4, refused);
        await bram.ShouldNotSee("Bad Gateway");
    }

    [Fact]
    public async Task It_is_kept_over_a_reload()
    {
        await using var room = await ARoom.Open();
        await using var wire = new Wire(room.Server.Address);
        var (anna, bram) = await Playing(room, bramsWire: wire);
        var page = bram.Page.Url;

        wire.Cut();
        await bram.Press("#square-2");
        await bram.ShouldSee("Nog niet verstuurd");
        await bram.ReloadInVain();
        await anna.ShouldSee("0 van 2 pionnen gelegd");

        wire.Mend();
        await bram.Page.GotoAsync(page);
        await anna.ShouldSee("1 van 2 pionnen gelegd");
        await Assertions.Expect(bram.Page.Locator("#square-2")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
    }

    [Fact, Rule("G10")]
    public async Task A_phone_with_a_wrong_clock_shows_the_minutes_that_everybody_has()
    {
        await using var room = await ARoom.Open();
        var (anna, bram) = await Playing(room, "const wrong = 3 * 3600e3, right = Date; Date = class extends right { constructor(...at) { at.length ? super(...at) : super(right.now() + wrong); } static now() { return right.now() + wrong; } };");
        Assert.True(await bram.Page.EvaluateAsync<double>("Date.now()") - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() > 3_000_000, "Bram's clock must be wrong for this test to mean anything");

        await anna.Press("#more summary");
        await anna.Page.Locator("#more button[formaction*='minutes=5'], #more button[hx-post*='minutes=5']").First.ClickAsync();
        foreach (var person in new[] { anna, bram }) await Assertions.Expect(person.Page.Locator("[data-ends]").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[45] min$"));
    }

    [Fact]
    public async Task The_answer_to_what_was_done_on_another_page_does_not_take_the_place_of_ones_own_part()
    {
        await using var room = await ARoom.Open();
        var (anna, _) = await Playing(room);
        // The page fetches its own part anew when another stands there, so that a second later nothing is to be seen of it.
        await anna.Page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => new MutationObserver(() => window.wasTaken ||= !!document.querySelector('#mine .own-dots')).observe(document.querySelector('#mine'), { childList: true, subtree: true }))");

        // A dot that could not be sent before she came back to the table.
        var dots = await anna.Page.Locator("#more-details a[href$='/dots']").GetAttributeAsync("href");
        await anna.Page.EvaluateAsync("action => sessionStorage.setItem('leerklimaat-unsent', JSON.stringify([{ id: 'dot', action, body: 'command=0123456789abcdef0123456789abcdef&dot=1+1+none' }]))", dots);
        await anna.Page.ReloadAsync();
        await anna.Page.WaitForFunctionAsync("() => sessionStorage.getItem('leerklimaat-unsent') === '[]'");
        await anna.Press("#square-3");
        await Assertions.Expect(anna.Page.Locator("#square-3")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        Assert.False(await anna.Page.EvaluateAsync<bool>("() => window.wasTaken === true"));
    }

    [Theory, InlineData(""), InlineData("En de volgende, nog niet af")]
    public async Task A_case_that_arrives_later_leaves_its_sheet_and_what_was_typed_meanwhile_stays(string meanwhile)
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var table = await ATable.Seat(room, await chantal.StartWorkshop(), 1, "Anna", "Bram");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Press("#case summary");
        await table[0].Page.FillAsync("#case-text", "De overdracht gaat mis.");

        await table[0].Page.Context.SetOfflineAsync(true);
        await table[0].Press("#lay-case");
        await table[0].ShouldSee("Nog niet verstuurd");
        if (meanwhile.Length > 0) await table[0].Page.FillAsync("#case-text", meanwhile);
        await table[0].Page.Context.SetOfflineAsync(false);

        await table[1].ShouldSee("De overdracht gaat mis.");
        await table[0].ShouldNotSee("Nog niet verstuurd");
        await Assertions.Expect(table[0].Page.Locator("#case-text")).ToHaveValueAsync(meanwhile);
    }

    private static async Task<(Person Anna, Person Bram)> Playing(ARoom room, string? bramsScript = null, Wire? bramsWire = null)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var (anna, bram) = (await room.Enter("Anna"), await room.Enter("Bram", by: bramsWire?.Address));
        if (bramsScript is not null) await bram.Page.AddInitScriptAsync(bramsScript);
        foreach (var person in new[] { anna, bram }) await person.Join(code, 1);
        await chantal.PressInside("#start-game");
        await anna.Press("#skip-practice");
        await anna.Press("#draw");
        foreach (var person in new[] { anna, bram }) await person.Page.Locator("#square-1").WaitForAsync();
        return (anna, bram);
    }
}
