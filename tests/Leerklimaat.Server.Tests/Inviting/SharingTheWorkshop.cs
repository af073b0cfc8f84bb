using System.Net;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Inviting;

public sealed class SharingTheWorkshop : IAsyncLifetime
{
    private readonly AClock time = new();
    private AWorkshop workshop = null!;

    private Person Chantal => workshop.Chantal;

    private string Links => $"{workshop.Root}/links";

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Start(await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)), "--Server:MostPeople=5"));
        await Chantal.Open(Links);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W7")]
    public async Task A_renewed_code_ends_the_old_one_at_once_also_for_who_follows()
    {
        using var emma = await Follow();
        var stream = await OpenStream.Open(emma, $"{workshop.Root}/follow/live");
        await Chantal.Press("#renew-code");
        await stream.DisposeAsync();

        await emma.Open($"{workshop.Root}/follow");
        Assert.Equal(HttpStatusCode.Gone, emma.Status);
        await emma.Open($"/{workshop.Code}");
        Assert.Equal(HttpStatusCode.Gone, emma.Status);
        await emma.Open($"/{Chantal.Page.QuerySelector("#invite .code")!.TextContent}");
        Assert.Equal(HttpStatusCode.OK, emma.Status);
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal(HttpStatusCode.OK, workshop.Anna.Status);
    }

    [Fact, Rule("W7")]
    public async Task A_revoked_code_lets_nobody_in()
    {
        await Chantal.Press("#revoke-code");
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        Assert.Equal(HttpStatusCode.Gone, emma.Status);
        Assert.Contains("ingetrokken", Chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W7")]
    public async Task Following_ends_some_minutes_after_the_closing_with_a_plain_page()
    {
        using var emma = await Follow();
        await Chantal.Open(workshop.Root);
        await Chantal.Ask($"{workshop.Root}/closures");
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains("De workshop is afgesloten", (await emma.Open($"{workshop.Root}/follow")).Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(1));
        await emma.Open($"{workshop.Root}/follow");
        Assert.Equal(HttpStatusCode.Gone, emma.Status);
        Assert.Contains("Deze link is verlopen", emma.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W7")]
    public async Task A_read_link_is_shown_once_and_ends_by_itself()
    {
        await Chantal.Press("#give-read-link", ("days", "7"));
        var secret = Chantal.Page.QuerySelector(".given-link")!.TextContent.Split('/')[^1];
        Assert.True((await State()).MayBeReadWith(People.Facilitators.ProofOf(secret), time.GetUtcNow()));
        Assert.False((await State()).MayBeReadWith(People.Facilitators.ProofOf(secret), time.GetUtcNow().AddDays(7)));
        Assert.Null((await Chantal.Open(Links)).Page.QuerySelector(".given-link"));
        using var reader = new Person(workshop.Server, "Emma");
        Assert.Contains("Het verslag is er nog niet", (await reader.Open($"/read/{workshop.Root.Split('/')[^1]}/{secret}")).Text, StringComparison.Ordinal);
        await (await Chantal.Open($"{workshop.Root}/report")).Press("#publish");
        Assert.Contains("Samen leren", (await reader.Open($"/read/{workshop.Root.Split('/')[^1]}/{secret}")).Text, StringComparison.Ordinal);
        await (await Chantal.Open(Links)).Press("#withdraw-read-link");
        Assert.Equal(HttpStatusCode.Gone, (await reader.Open($"/read/{workshop.Root.Split('/')[^1]}/{secret}")).Status);
        Assert.False((await State()).MayBeReadWith(People.Facilitators.ProofOf(secret), time.GetUtcNow()));
    }

    [Fact, Rule("W8")]
    public async Task Who_comes_too_late_is_told_so_and_followers_count()
    {
        Assert.Contains("Er kunnen 5 mensen meedoen, meekijkers meegeteld", (await Chantal.Open(workshop.Root)).Text, StringComparison.Ordinal);
        using var one = await Follow();
        using var two = await Follow();
        using var late = await Follow();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("5", late.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await late.Press("#wait");
        Assert.Contains("er kunnen 5 mensen meedoen", late.Text, StringComparison.Ordinal);
        await one.Open($"/{workshop.Code}");
        await one.Press("#follow");
        Assert.Equal(HttpStatusCode.OK, one.Status);

        // Who follows has room already, and needs none to sit down; a second seat on the same device does.
        var table = await workshop.Join(one, 2);
        Assert.Equal(HttpStatusCode.OK, one.Status);
        await one.Open(table);
        await one.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        Assert.Equal(HttpStatusCode.Conflict, one.Status);
    }

    [Fact, Rule("W2")]
    public async Task A_second_facilitator_is_told_what_is_expected_and_accepts()
    {
        await Chantal.Press("#offer-second");
        var offer = OfferOf(Chantal);
        using var fleur = new Person(workshop.Server, "Fleur");
        await fleur.Open(offer);
        Assert.Contains("Wat verwachten we van je?", fleur.Text, StringComparison.Ordinal);
        await fleur.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.Forbidden, fleur.Status);

        await fleur.Open(offer);
        await fleur.Press("#accept");
        Assert.Equal(workshop.Root, fleur.Path);
        await fleur.Press("#begin-programme");
        Assert.Equal(HttpStatusCode.OK, (await Chantal.Open(workshop.Root)).Status);

        foreach (var path in new[] { "/bin", "/links" }) Assert.Null((await fleur.Open($"{workshop.Root}{path}")).Page.QuerySelector("#delete, #offer-role"));
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Dennis.Open(offer)).Status);
    }

    [Fact, Rule("W2"), Rule("W10")]
    public async Task A_second_offer_is_made_when_the_first_was_withdrawn_and_who_was_dismissed_can_come_back()
    {
        await Chantal.Press("#offer-second");
        var offer = OfferOf(Chantal);
        await Chantal.Open(Links);
        Assert.Null(Chantal.Page.QuerySelector("#offer-role"));
        Assert.Contains("Een nieuw aanbod kan als je dit intrekt", Chantal.Text, StringComparison.Ordinal);
        await Chantal.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.Conflict, (await Chantal.Ask($"{workshop.Root}/offers", ("hand-over", "true"))).Status);

        using var fleur = new Person(workshop.Server, "Fleur");
        await (await fleur.Open(offer)).Press("#accept");
        await (await Chantal.Open(Links)).Press("#dismiss");
        Assert.Equal(HttpStatusCode.Forbidden, (await fleur.Open(workshop.Root)).Status);
        await Chantal.Press("#take-back");
        Assert.Equal(HttpStatusCode.OK, (await fleur.Open(workshop.Root)).Status);
    }

    [Fact, Rule("W2")]
    public async Task Who_hands_over_leads_until_it_is_accepted_and_not_after_that_nor_by_the_recovery_code()
    {
        var words = (await Chantal.Open(workshop.Root)).Page.QuerySelector(".recovery-code")!.TextContent;
        await Chantal.Open(Links);
        await Chantal.Press("#offer-role");
        var offer = OfferOf(Chantal);
        Assert.Equal(HttpStatusCode.OK, (await Chantal.Open(workshop.Root)).Status);

        using var fleur = new Person(workshop.Server, "Fleur");
        await fleur.Open(offer);
        await fleur.Press("#accept");
        Assert.NotNull(fleur.Page.QuerySelector(".recovery-code"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Chantal.Open(workshop.Root)).Status);
        await Chantal.Open("/recovery");
        await Chantal.Press("main button[type=submit]", ("code", workshop.Code), ("words", words));
        Assert.Equal(HttpStatusCode.NotFound, Chantal.Status);
    }

    [Fact, Rule("W7")]
    public async Task An_invitation_is_ready_to_be_mailed_copied_and_put_in_a_calendar()
    {
        Assert.StartsWith("mailto:?subject=Samen%20leren&body=", Chantal.Page.QuerySelector("#invite a[href^='mailto:']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(workshop.Code, Chantal.Page.QuerySelectorAll("[data-copy]")[0].GetAttribute("data-copy")!, StringComparison.Ordinal);
        using var file = await Chantal.Http.GetAsync($"{workshop.Root}/invitation.ics?begins=2026-12-01T09%3A30&place=Zaal%201%2C%20begane%20grond");
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        var text = await file.Content.ReadAsStringAsync();
        Assert.Contains("DTSTART:20261201T093000\r\nDTEND:20261201T110000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Zaal 1\\, begane grond\r\n", text, StringComparison.Ordinal);
        await Chantal.Open($"{workshop.Root}/invitation.ics?begins=morgen");
        Assert.Contains("Vul in wanneer de workshop begint", Chantal.Text, StringComparison.Ordinal);
    }

    private async Task<Person> Follow()
    {
        var person = new Person(workshop.Server, "Emma");
        await person.Open($"/{workshop.Code}");
        return await person.Press("#follow");
    }

    private async Task<Workshop> State() => (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1])).Look()).State;

    private static string OfferOf(Person person) => new Uri(person.Page.QuerySelector(".given-link")!.TextContent).AbsolutePath;
}

[Rule("W7")]
public class WritingAnInvitation
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Odd_characters_have_their_meaning_taken_away() =>
        Assert.Contains("SUMMARY:Leren\\; samen\\, of \\\\ niet?\\nEcht 🎉 \r\n", Of("Leren; samen, of \\ niet?\r\nEcht 🎉\u0007"), StringComparison.Ordinal);

    [Fact]
    public void No_line_is_longer_than_75_bytes_and_no_character_is_cut()
    {
        var title = string.Concat(Enumerable.Repeat("é🎉x", 40));
        var file = Of(title);
        Assert.All(file.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains($"SUMMARY:{title}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_add_lines_of_its_own() => Assert.DoesNotContain("\r\nATTENDEE", Of("x\r\nATTENDEE:mailto:a@b"), StringComparison.Ordinal);

    private static string Of(string title) => Calendar.Invitation(Guid.Empty, title, "Tekst", "Hier", "https://example.org/K7P4WM", new(2026, 12, 1, 9, 30, 0), 90, 0, Now);
}
