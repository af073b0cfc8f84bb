using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Workshops;

public sealed class ComingIn : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W3"), Rule("L5")]
    public async Task Everyone_joins_with_one_code_without_account_and_without_scripts()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/joining'] button", ("code", $" {workshop.Code[..3].ToLowerInvariant()}-{workshop.Code[3..]} "));
        Assert.Equal($"/{workshop.Code}", emma.Path);
        await emma.Press(".tables li:nth-child(2) button");
        Assert.Equal(workshop.Table2, emma.Path);
        Assert.Contains("Je zit aan tafel", emma.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W3")]
    public async Task The_whole_address_may_be_pasted()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/joining'] button", ("code", $"http://leerklimaat.example/{workshop.Code}"));
        Assert.Equal($"/{workshop.Code}", emma.Path);
    }

    [Fact, Rule("W3")]
    public async Task The_code_and_its_QR_are_on_the_facilitators_page_and_on_the_wall()
    {
        await workshop.Dennis.Open($"{workshop.Root}/screen");
        Assert.Equal(workshop.Code, workshop.Dennis.Page.QuerySelector(".huge")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.EndsWith($"/{workshop.Code}", workshop.Dennis.Page.QuerySelector("svg.qr")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.NotNull(workshop.Chantal.Page.QuerySelector("svg.qr path"));
    }

    [Fact, Rule("W3")]
    public async Task An_unknown_code_is_told_kindly_and_stays_in_its_field()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/joining'] button", ("code", "ABC DEF"));
        Assert.Equal(HttpStatusCode.NotFound, emma.Status);
        Assert.Contains("Deze code kennen we niet", emma.Text, StringComparison.Ordinal);
        Assert.Equal("ABC DEF", emma.Page.QuerySelector("#code")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_closed_and_an_expired_code_say_so()
    {
        await workshop.Chantal.Press("#tool-close button");
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        var token = emma.Token;
        await emma.Press("form[action='/joining'] button", ("code", workshop.Code));
        Assert.Equal(HttpStatusCode.OK, emma.Status);
        Assert.Contains("gesloten", emma.Text, StringComparison.Ordinal);
        Assert.Null(emma.Page.QuerySelector("form[action$='/seats']"));
        await emma.Post($"/{workshop.Code}/seats", [new("table", workshop.Table1.Split('/')[^1]), new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.Gone, emma.Status);

        await using var strict = await RunningServer.Start(settings: "--Server:LiveLinkMinutes=0");
        using var chantal = new Person(strict, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button");
        var code = chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await chantal.Press("#tool-close button");
        using var late = new Person(strict, "Late");
        await late.Open($"/{code}");
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("verlopen", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_workshop_says_how_many_can_take_part()
    {
        await using var full = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        using var emma = new Person(full.Server, "Emma");
        await emma.Open($"/{full.Code}");
        await emma.Press(".tables button");
        Assert.Equal(HttpStatusCode.Conflict, emma.Status);
        Assert.Contains("er kunnen 3 mensen meedoen", emma.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T3")]
    public async Task A_neighbour_counts_too_and_is_told_so()
    {
        await using var full = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        await full.Anna.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        Assert.Equal(HttpStatusCode.Conflict, full.Anna.Status);
        Assert.Contains("er kunnen 3 mensen meedoen", full.Anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Oma", (await full.Bram.Open(full.Table1)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T3")]
    public async Task A_neighbour_sits_at_ones_own_table_only()
    {
        var answer = await workshop.Dennis.Ask($"{workshop.Table1}/neighbours", ("name", "Oma"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("Oma", (await workshop.Bram.Open(workshop.Table1)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T2"), Rule("T3")]
    public async Task A_neighbour_gets_two_words_of_their_own()
    {
        await workshop.Anna.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        var codes = workshop.Anna.Page.QuerySelectorAll(".personal-code").Select(code => code.TextContent).ToList();
        Assert.Equal(2, codes.Distinct().Count());
        using var tablet = new Person(workshop.Server, "Oma's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/returns'] button", ("personal", codes[1]));
        Assert.Equal("3", tablet.Page.QuerySelector("form#act [name=seat]")!.GetAttribute("value"));
    }

    [Fact, Rule("W3")]
    public async Task Behind_https_every_cookie_is_secure()
    {
        await using var proxied = await RunningServer.Start(settings: "--ForwardedHeaders_Enabled=true");
        using var emma = new Person(proxied, "Emma");
        emma.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var home = await emma.Http.GetAsync("/");
        var cookies = home.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("leerklimaat-post=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Rule("T1")]
    public async Task People_are_spread_or_mixed_when_the_facilitator_says_so()
    {
        await workshop.Chantal.Press("button[value='Spread']");
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("form[action$='/seats'] button");
        Assert.DoesNotContain(emma.Path, new[] { workshop.Table1, workshop.Table2 });

        await workshop.Chantal.Press("button[value='Mix']");
        var tables = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            using var person = new Person(workshop.Server, $"P{i}");
            await person.Open($"/{workshop.Code}");
            await person.Press("form[action$='/seats'] button", ("department", "Burgerzaken"));
            tables.Add(person.Path);
        }

        Assert.Equal(4, tables.Distinct().Count());
    }

    [Fact, Rule("T2")]
    public async Task The_same_device_returns_to_the_same_seat_by_itself()
    {
        await workshop.Anna.Open($"/{workshop.Code}");
        Assert.Contains("Terug naar mijn plek aan tafel 1", workshop.Anna.Text, StringComparison.Ordinal);
        await workshop.Anna.Press(".tables li:nth-child(1) button");
        Assert.Equal(workshop.Table1, workshop.Anna.Path);
        Assert.Equal(2, workshop.Anna.Page.QuerySelectorAll("#more .seats li").Length);
    }

    [Fact, Rule("T2")]
    public async Task Another_device_returns_with_the_two_words()
    {
        var words = workshop.Anna.Page.QuerySelector(".personal-code")!.TextContent;
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/returns'] button", ("personal", words.ToUpperInvariant().Replace(' ', '-')));
        Assert.Equal(workshop.Table1, tablet.Path);
        Assert.Equal("1", tablet.Page.QuerySelector("form#act [name=seat]")!.GetAttribute("value"));

        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal($"/{workshop.Code}", workshop.Anna.Path);
    }

    [Fact, Rule("T2")]
    public async Task Wrong_words_are_told_and_cannot_be_guessed_for_long()
    {
        using var dennis = new Person(workshop.Server, "Dennis elsewhere");
        await dennis.Open($"/{workshop.Code}");
        await dennis.Press("form[action$='/returns'] button", ("personal", "nee niet"));
        Assert.Equal(HttpStatusCode.NotFound, dennis.Status);
        Assert.Equal("nee niet", dennis.Page.QuerySelector("#personal")!.GetAttribute("value"));
        for (var guess = 0; guess < 10; guess++) await dennis.Post($"/{workshop.Code}/returns", [new("personal", "nog een"), new("__RequestVerificationToken", dennis.Token)]);
        Assert.Equal(HttpStatusCode.TooManyRequests, dennis.Status);
    }

    [Fact, Rule("T2")]
    public async Task Writing_the_code_differently_gives_no_more_guesses()
    {
        using var dennis = new Person(workshop.Server, "Dennis elsewhere");
        await dennis.Open($"/{workshop.Code}");
        for (var guess = 0; guess < 11; guess++)
        {
            var code = string.Join("", workshop.Code.ToLowerInvariant().Select((character, place) => place == guess % 6 ? $"{character}{new string('-', 1 + guess / 6)}" : $"{character}"));
            await dennis.Post($"/{code}/returns", [new("personal", "nog een"), new("__RequestVerificationToken", dennis.Token)]);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, dennis.Status);
    }

    [Fact, Rule("T2")]
    public async Task Somebody_at_the_table_says_that_is_you()
    {
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/claims'] button[value='1']");
        Assert.Contains("Even wachten", tablet.Text, StringComparison.Ordinal);

        await workshop.Bram.Open(workshop.Table1);
        Assert.Contains("Iemand zegt: ik ben Anna", workshop.Bram.Text, StringComparison.Ordinal);
        await workshop.Bram.Press("#claim-1 button");
        await tablet.Open(workshop.Table1);
        Assert.Contains("Je zit aan tafel", tablet.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T3")]
    public async Task One_device_goes_round_and_shows_nothing_of_the_one_before()
    {
        await workshop.Anna.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        await workshop.Chantal.Press("#start-game");
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/practice/skips");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");

        await workshop.Anna.Open(workshop.Table1);
        Assert.Contains("Geef door aan Anna", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Null(workshop.Anna.Page.QuerySelector("#square-1"));
        await workshop.Anna.Open($"{workshop.Table1}?seat=1");
        await workshop.Anna.Press("#square-4");
        Assert.Contains("Geef door aan Oma", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Null(workshop.Anna.Page.QuerySelector("#mine [aria-pressed=true]"));

        await workshop.Anna.Open($"{workshop.Table1}?seat=3");
        Assert.Null(workshop.Anna.Page.QuerySelector("#mine [aria-pressed=true]"));
        await workshop.Anna.Press("#square-1");
        Assert.Contains("Iedereen op dit toestel heeft gelegd", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Contains("2 van 3 gelegd", workshop.Anna.Text, StringComparison.Ordinal);
    }
}

public sealed class LeadingAWorkshop : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W1")]
    public async Task The_private_link_gives_the_role_on_another_device()
    {
        using var laptop = new Person(workshop.Server, "Chantal's laptop");
        await laptop.Open(LinkOf(workshop.Chantal));
        Assert.Equal(workshop.Root, laptop.Path);
        Assert.DoesNotContain("/lead/", laptop.Path, StringComparison.Ordinal);
    }

    [Fact, Rule("W1")]
    public async Task So_does_the_recovery_code_of_words()
    {
        using var laptop = new Person(workshop.Server, "Chantal's laptop");
        await laptop.Open("/recovery");
        await laptop.Press("form button", ("code", workshop.Code), ("words", workshop.Chantal.Page.QuerySelector(".recovery-code")!.TextContent));
        Assert.Equal(workshop.Root, laptop.Path);
        Assert.Equal(HttpStatusCode.OK, laptop.Status);
    }

    [Fact, Rule("W1")]
    public async Task Wrong_words_do_not()
    {
        await workshop.Dennis.Open("/recovery");
        await workshop.Dennis.Press("form button", ("code", workshop.Code), ("words", "een twee drie vier vijf"));
        Assert.Equal(HttpStatusCode.NotFound, workshop.Dennis.Status);
        await workshop.Dennis.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Dennis.Status);
    }

    [Fact, Rule("W1")]
    public async Task Guessing_the_words_of_one_workshop_locks_nobody_out_of_another()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/workshops'] button");
        var (code, words, root) = (emma.Page.QuerySelector(".join-code .code")!.TextContent, emma.Page.QuerySelector(".recovery-code")!.TextContent, emma.Path);

        await workshop.Dennis.Open("/recovery");
        for (var guess = 0; guess < 11; guess++) await workshop.Dennis.Press("form button", ("code", workshop.Code.Insert(guess % 6, "-")), ("words", "een twee drie vier vijf"));
        Assert.Equal(HttpStatusCode.TooManyRequests, workshop.Dennis.Status);

        using var laptop = new Person(workshop.Server, "Emma's laptop");
        await laptop.Open("/recovery");
        await laptop.Press("form button", ("code", code), ("words", words));
        Assert.Equal(root, laptop.Path);
    }

    [Fact, Rule("W1")]
    public async Task A_renewed_link_ends_the_old_one_at_once()
    {
        var old = LinkOf(workshop.Chantal);
        using var laptop = new Person(workshop.Server, "Chantal's laptop");
        await laptop.Open(old);
        await workshop.Chantal.Press("button[formaction$='/links']");
        Assert.NotEqual(old, LinkOf(workshop.Chantal));

        await laptop.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.Forbidden, laptop.Status);
        await laptop.Open(old);
        Assert.Equal(HttpStatusCode.Gone, laptop.Status);
    }

    [Fact, Rule("W10")]
    public async Task The_facilitator_takes_a_table_a_step_back()
    {
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#radar-1 button[formaction$='/steps-back']");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal("square-4", workshop.Anna.Page.QuerySelector("#mine [aria-pressed=true]")!.Id);
    }

    [Fact, Rule("W10")]
    public async Task A_note_is_taken_away_and_put_back()
    {
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Need"), ("text", "Tijd"));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#radar-1 button[formaction*='/notes/withdrawals']");
        Assert.Empty((await workshop.Bram.Open(workshop.Table1)).Page.QuerySelectorAll(".note-list .note"));
        await workshop.Chantal.Press("#radar-1 button[formaction*='/notes/restorations']");
        Assert.Single((await workshop.Bram.Open(workshop.Table1)).Page.QuerySelectorAll(".note-list .note"));
    }

    [Fact, Rule("T6")]
    public async Task The_radar_shows_card_phase_and_how_many_placed_and_who_asks_for_help_first()
    {
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"));
        await workshop.Dennis.Ask($"{workshop.Table2}/help");
        await workshop.Chantal.Open(workshop.Root);

        var tables = workshop.Chantal.Page.QuerySelectorAll(".floor-plan > li");
        Assert.Equal("radar-2", tables[0].Id);
        Assert.Contains("vraagt om hulp", tables[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 van 2 gelegd", tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("leggen", tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("eerlijk wat er misging", tables[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_reaches_every_table_and_a_stop_too()
    {
        await workshop.Chantal.Press("#send-message", ("message", "Nog vijf minuten <3"));
        foreach (var (person, table) in new[] { (workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Table2) })
            Assert.Contains("Nog vijf minuten <3", (await person.Open(table)).Text, StringComparison.Ordinal);
        await workshop.Chantal.Press("#stop-game");
        Assert.Contains("Het spel is gestopt", (await workshop.Dennis.Open(workshop.Table2)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_is_one_click_away()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/demo'] button");
        Assert.Equal(3, emma.Page.QuerySelectorAll(".floor-plan > li").Length);
        Assert.Contains("vraagt om hulp", emma.Text, StringComparison.Ordinal);
    }

    private static string LinkOf(Person chantal) => new Uri(chantal.Page.QuerySelector(".private-link")!.GetAttribute("href")!).AbsolutePath;
}
