using System.Globalization;
using System.Net;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Leading;

public sealed class LeadingAWorkshop : IAsyncLifetime
{
    private readonly AHandClock clock = new();
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() =>
        workshop = await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));

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
    public async Task Why_no_workshop_was_started_stands_where_it_is_started()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await (await emma.Open("/")).Press("form[action='/workshops'] button", ("title", new string('x', 101)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, emma.Status);
        Assert.Contains("te lang", emma.Page.QuerySelector("#start #not-started")!.TextContent, StringComparison.Ordinal);
        Assert.Null(emma.Page.QuerySelector(".join .wrong"));
        Assert.Equal(101, emma.Page.QuerySelector("#title")!.GetAttribute("value")!.Length);
    }

    [Fact, Rule("W10")]
    public async Task A_beginning_is_taken_back_and_the_room_waits_again()
    {
        await using var fresh = await AWorkshop.Start();
        var title = (await fresh.State()).Programme[0].Title;
        foreach (var page in new[] { fresh.Root, $"{fresh.Root}/presenter" })
        {
            await (await fresh.Chantal.Open(page)).Press("#begin-programme");
            Assert.Contains(title, (await fresh.Dennis.Open(fresh.Wall)).Text, StringComparison.Ordinal);
            await (await fresh.Chantal.Open(page)).Press("#take-back-beginning");
            Assert.NotNull(fresh.Chantal.Page.QuerySelector("#begin-programme"));
            Assert.DoesNotContain(title, (await fresh.Dennis.Open(fresh.Wall)).Text, StringComparison.Ordinal);
        }

        await (await fresh.Chantal.Open(fresh.Root)).Press("#begin-programme");
        await fresh.Chantal.Press("#next-part");
        await fresh.Chantal.Press("#previous-part");
        Assert.Null(fresh.Chantal.Page.QuerySelector("#take-back-beginning"));
    }

    [Fact, Rule("W10"), Rule("G7")]
    public async Task Cards_that_were_let_go_too_early_wait_again()
    {
        await using var fresh = await AWorkshop.Start();
        await (await fresh.Chantal.Open(fresh.Root)).Press("button[value='AfterThePlenary']");
        await fresh.GoTo(part => part.Kind == Domain.Workshops.PartKind.PlacingAgain);
        await (await fresh.Chantal.Open(fresh.Root)).Press("#close-second");
        Assert.Equal((false, Domain.Workshops.PartKind.Plenary), ((await fresh.State()).AreSecondPlacementsOpen, (await fresh.State()).CurrentPart!.Kind));
        Assert.NotNull(fresh.Chantal.Page.QuerySelector("#open-second"));
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
        Assert.Equal("square-4", workshop.Anna.Page.QuerySelector("#squares [aria-pressed=true]")!.Id);
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
        Assert.Contains("1 van 2 pionnen gelegd", tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("leggen", tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("eerlijk wat er misging", tables[1].TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("W10")]
    public async Task Another_name_stands_on_the_page_and_on_the_wall_at_once_and_an_empty_one_changes_nothing()
    {
        await using var wall = await OpenStream.Open(workshop.Dennis, AWorkshop.LiveOf(workshop.Wall));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#rename", ("title", "Leren bij Wonen"));
        Assert.Contains("Leren bij Wonen", workshop.Chantal.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await wall.Sees("Leren bij Wonen");

        await workshop.Chantal.Press("#rename", ("title", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Geef de workshop een naam", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Leren bij Wonen", (await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
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

    [Fact, Rule("W10")]
    public async Task A_message_is_taken_away_where_it_is_shown_and_has_its_minutes_on_every_screen()
    {
        await workshop.Chantal.Press("#send-message", ("message", "Nog vijf minuten"), ("minutes", "5"));
        Assert.Contains("Nog vijf minuten", workshop.Chantal.Page.QuerySelector("#now .message-now")!.TextContent, StringComparison.Ordinal);
        foreach (var (person, page) in new[] { (workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Wall), (workshop.Anna, workshop.Screen1) })
        {
            var bar = (await person.Open(page)).Page.QuerySelector(".message-bar")!;
            Assert.Contains("Nog vijf minuten", bar.TextContent, StringComparison.Ordinal);
            Assert.True(bar.HasAttribute("data-until"), page);
        }

        await workshop.Chantal.Press("#end-message");
        Assert.Null(workshop.Chantal.Page.QuerySelector(".message-now"));
        Assert.DoesNotContain("Nog vijf minuten", (await workshop.Anna.Open(workshop.Table1)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("L5")]
    public async Task A_message_whose_minutes_are_over_is_in_no_page_that_is_drawn_then()
    {
        await workshop.Chantal.Press("#send-message", ("message", "Nog vijf minuten"), ("minutes", "5"));
        clock.Advance(TimeSpan.FromMinutes(6));
        foreach (var (person, page) in new[] { (workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Wall), (workshop.Anna, workshop.Screen1), (workshop.Chantal, workshop.Root) })
            Assert.DoesNotContain("Nog vijf minuten", (await person.Open(page)).Source, StringComparison.Ordinal);
    }

    [Fact, Rule("W4")]
    public async Task A_countdown_is_on_every_screen_gets_more_time_and_is_gone_a_minute_after_its_end()
    {
        (Person Person, string Page)[] screens = [(workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Wall), (workshop.Anna, workshop.Screen1)];
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#count-5");
        Assert.Equal(5, await Minutes(screens[0]));
        await workshop.Chantal.Open($"{workshop.Root}/presenter");
        await workshop.Chantal.Press("#extend-countdown");
        foreach (var screen in screens) Assert.Equal(6, await Minutes(screen));

        clock.Advance(TimeSpan.FromMinutes(6.5));
        foreach (var screen in screens) Assert.NotNull(await Minutes(screen));
        clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var screen in screens) Assert.Null(await Minutes(screen));

        await workshop.Chantal.Press("#count-1");
        await workshop.Chantal.Press("#stop-countdown");
        foreach (var screen in screens) Assert.Null(await Minutes(screen));

        async Task<double?> Minutes((Person Person, string Page) screen) =>
            (await screen.Person.Open(screen.Page)).Page.QuerySelector("[data-countdown]") is { } counts ? Math.Round((double.Parse(counts.GetAttribute("data-countdown")!, CultureInfo.InvariantCulture) - clock.GetUtcNow().ToUnixTimeMilliseconds()) / 60_000, 1) : null;
    }

    [Fact, Rule("W3")]
    public async Task Who_comes_late_sees_on_the_wall_how_to_join()
    {
        Assert.Null((await workshop.Dennis.Open(workshop.Wall)).Page.QuerySelector("#joining [data-joining]"));
        await workshop.Chantal.Press("#show-joining");
        Assert.NotNull((await workshop.Dennis.Open(workshop.Wall)).Page.QuerySelector("#joining [data-joining]"));
        await workshop.Chantal.Press("#end-joining");
        Assert.Null((await workshop.Dennis.Open(workshop.Wall)).Page.QuerySelector("#joining [data-joining]"));
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
