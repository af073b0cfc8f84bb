using System.Collections.Concurrent;

namespace Leerklimaat.Browser.Tests;

public class AskingTogether
{
    [Fact, Rule("W4"), Rule("L6")]
    public async Task Three_phones_make_a_cloud_on_the_wall_and_learning_questions_come_back()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await Opened(room);
        await chantal.GoTo("je eerste gedachte");
        await wall.ShouldSee("In de zaal doe je dat op je telefoon");
        await phones[0].Answer("Samen leren");
        await phones[1].Answer("samen leren!");
        await phones[2].Answer("Fouten mogen maken");
        await wall.Page.Locator("svg.word-cloud text").First.WaitForAsync();
        await wall.ShouldSee("3 mensen hebben geantwoord");
        await Assertions.Expect(wall.Page.Locator("svg.word-cloud text")).ToHaveCountAsync(2);

        // What is being typed stays while others answer, through a reload, and without a connection it is sent later, once.
        await phones[0].Page.FillAsync("#answer-text", "Tijd om ");
        await phones[2].Answer("Ruimte");
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

        await chantal.GoTo("je leervraag");
        await phones[0].ShouldSee("Jouw leervraag");
        await phones[0].Answer("Durf ik nee te zeggen?");
        await phones[1].Page.GetByLabel("Voor iedereen, zonder naam").CheckAsync();
        await phones[1].Answer("Hoe maak ik tijd?");
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
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("W4")]
    public async Task What_was_sent_stands_there_as_sent_and_is_changed_behind_a_word()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await Opened(room);
        await chantal.GoTo("je eerste gedachte");
        await phones[0].Answer("Samen leren");
        var own = phones[0].Page.Locator(".own-list .note");
        await Assertions.Expect(own.Locator("p")).ToHaveTextAsync("Samen leren");
        await Assertions.Expect(own.Locator("textarea")).ToBeHiddenAsync();

        await own.GetByText("wijzig").ClickAsync();
        await own.Locator("textarea").FillAsync("Samen oefenen");
        await own.GetByRole(AriaRole.Button, new() { Name = "bewaar" }).ClickAsync();
        await Assertions.Expect(own.Locator("p")).ToHaveTextAsync("Samen oefenen", new() { Timeout = 30_000 });
        await Assertions.Expect(own.Locator("textarea")).ToBeHiddenAsync();
        await wall.ShouldSee("Samen oefenen");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L6")]
    public async Task A_press_is_not_lost_when_what_others_answer_would_move_the_button_away()
    {
        await using var room = await ARoom.Open();
        var (chantal, _, phones) = await Opened(room);
        await chantal.GoTo("je eerste gedachte");
        var page = phones[0].Page;
        await page.FillAsync("#answer-text", "Samen leren");
        await page.EvaluateAsync("() => document.addEventListener('htmx:sse:before:message', event => window.heard = `${window.heard} ${event.detail.message.data}`)");
        await page.HoverAsync("#give-answer");
        await page.Mouse.DownAsync();
        await phones[1].Answer("Tijd");
        await page.WaitForFunctionAsync("() => window.heard?.includes('Tijd')");
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator(".own-list textarea")).ToHaveValueAsync("Samen leren", new() { Timeout = 30_000 });
        await phones[0].ShouldSee("Tijd");
        await phones[1].ShouldSee("Samen leren");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L4")]
    public async Task A_page_holds_one_stream_for_each_place_however_often_the_facilitator_goes_back()
    {
        await using var room = await ARoom.Open();
        var (chantal, _, phones) = await Opened(room);
        var streams = new ConcurrentDictionary<Microsoft.Playwright.IRequest, string>();
        chantal.Page.Request += (_, request) => { if (request.Url.EndsWith("/desk/live", StringComparison.Ordinal)) streams[request] = request.Url; };
        chantal.Page.RequestFinished += (_, request) => streams.TryRemove(request, out var _);
        chantal.Page.RequestFailed += (_, request) => streams.TryRemove(request, out var _);

        for (var time = 0; time < 3; time++)
        {
            foreach (var part in new[] { "je eerste gedachte", "je leervraag" })
            {
                await chantal.GoTo(part);
                await phones[0].ShouldBeAt($"Kennismaken: {part}");
                await chantal.Page.Locator("#freeze").WaitForAsync();
            }
        }

        await chantal.Press("#next-part");
        await phones[0].ShouldBeAt("Waarom een lerende organisatie?");
        await Assertions.Expect(chantal.Page.Locator("#freeze")).ToHaveCountAsync(0);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!streams.IsEmpty && !patience.IsCancellationRequested) await chantal.Page.EvaluateAsync("new Promise(requestAnimationFrame)");
        Assert.Empty(streams);
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("L4")]
    public async Task A_question_whose_first_connection_fails_is_filled_as_soon_as_there_is_one()
    {
        await using var room = await ARoom.Open();
        var (chantal, wall, phones) = await Opened(room);
        var tries = 0;
        await phones[0].Page.RouteAsync("**/questions/*/live", route => Interlocked.Increment(ref tries) <= 2 ? route.AbortAsync("connectionreset") : route.ContinueAsync());

        await chantal.GoTo("je eerste gedachte");
        await phones[0].Answer("Rust");
        await wall.ShouldSee("Rust");
        Assert.True(tries > 2, "the first tries must have failed for this test to mean anything");
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("T3"), Rule("L6")]
    public async Task What_one_person_types_on_a_shared_phone_is_there_for_them_and_not_for_the_next()
    {
        await using var room = await ARoom.Open();
        var (chantal, _, phones) = await Opened(room);
        var leading = chantal.Page.Url;
        await chantal.Page.GotoAsync(leading + "/programme");
        await chantal.Page.FillAsync("#goal", "Weten wat er al is");
        await chantal.Press("#state-purpose");
        var anna = phones[0];
        await anna.Press("#own-seat summary");
        await anna.Page.FillAsync("#neighbour", "Gerda");
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Geef een plek erbij" }).ClickAsync();
        await chantal.Page.GotoAsync(leading);
        await chantal.GoTo("Afsluiting");

        await anna.Page.Locator(".question-own .seats").GetByText("Anna").ClickAsync();
        await anna.Press("#goal-Partly");
        await anna.Page.FillAsync("#goal-why", "Ik durfde niet alles te zeggen");
        // Changing one's mind leaves what is being typed as it is.
        await anna.Press("#goal-No");
        await Assertions.Expect(anna.Page.Locator("#goal-No")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await Assertions.Expect(anna.Page.Locator("#goal-why")).ToHaveValueAsync("Ik durfde niet alles te zeggen");

        await anna.Page.GetByText("Klaar, geef door").ClickAsync();
        await anna.Page.Locator(".question-own .seats").GetByText("Gerda").ClickAsync();
        await anna.Press("#goal-Yes");
        await Assertions.Expect(anna.Page.Locator("#goal-why")).ToHaveValueAsync("");

        await anna.Page.GetByText("Klaar, geef door").ClickAsync();
        await anna.Page.Locator(".question-own .seats").GetByText("Anna").ClickAsync();
        await Assertions.Expect(anna.Page.Locator("#goal-why")).ToHaveValueAsync("Ik durfde niet alles te zeggen");
        Assert.Empty(room.Troubles);
    }

    private static async Task<(Person Chantal, Person Wall, Person[] Phones)> Opened(ARoom room)
    {
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var phones = new List<Person>();
        foreach (var name in new[] { "Anna", "Bram", "Chaima" })
        {
            phones.Add(await room.Enter(name));
            await phones[^1].Join(code, 1);
        }

        await chantal.Press("#begin-programme");
        return (chantal, wall, [.. phones]);
    }
}
