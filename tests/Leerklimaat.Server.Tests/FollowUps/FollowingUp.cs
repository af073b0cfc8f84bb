using System.Net;
using System.Text.Json;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.FollowUps;

[Rule("O2")]
public class FollowingUp
{
    [Fact]
    public async Task Who_leads_says_how_an_action_goes_and_the_report_tells_it()
    {
        await using var workshop = await Agreed();
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/follow-up");
        Assert.Equal("Afgesproken 1", chantal.Page.QuerySelector("#FollowUp\\.Agreed")!.TextContent);
        await chantal.Press(Form("states"), ("state", "Begun"));
        await chantal.Press(Form("lines"), ("line", "De eerste keer kwamen er zes"));
        await chantal.Press(Form("noticed"), ("noticed", "Er wordt meer gevraagd"));
        await chantal.Press(Form("kinds"), ("kind", "Renews"), ("goal", "Iedereen leert"));
        await chantal.Press(Form("days"), ("by", "2026-07-01"));
        Assert.Equal("Begonnen 1", chantal.Page.QuerySelector("#FollowUp\\.Begun")!.TextContent);
        foreach (var said in new[] { "De eerste keer kwamen er zes", "Er wordt meer gevraagd", "het anders gaan doen", "Iedereen leert", "1 juli 2026", "was 1 mei 2026" }) Assert.Contains(said, chantal.Text, StringComparison.Ordinal);

        await chantal.Press(Form("states"), ("state", "Stopped"), ("why", "er is geen ruimte"));
        Assert.Contains("gestopt, want er is geen ruimte", (await chantal.Open($"{workshop.Root}/report")).Text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json"));
        var action = report.RootElement.GetProperty("lists").GetProperty("toDevelop").EnumerateArray().SelectMany(line => line.GetProperty("actions").EnumerateArray()).Single();
        Assert.Equal(("stopped", "2026-07-01", "renews"), (action.GetProperty("state").GetString(), action.GetProperty("by").GetString(), action.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task What_is_refused_says_why_and_stays_in_its_field()
    {
        await using var workshop = await Agreed();
        await (await workshop.Chantal.Open($"{workshop.Root}/follow-up")).Press(Form("states"), ("state", "Stopped"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("waarom jullie stoppen", workshop.Chantal.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        Assert.True(workshop.Chantal.Page.QuerySelector("[name=state][value=Stopped]")!.HasAttribute("checked"));
        await workshop.Chantal.Press(Form("lines"), ("line", " "));
        Assert.Contains("Er staat nog niets", workshop.Chantal.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_says_by_their_link_how_that_one_action_goes_and_sees_nothing_else()
    {
        await using var workshop = await Agreed(closed: true);
        var link = await LinkOf(workshop);
        using var fatma = new Person(workshop.Server, "Fatma");
        await fatma.Open(link);
        Assert.Contains("Elke maand een leeruur", fatma.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", fatma.Text, StringComparison.Ordinal);
        Assert.Null(fatma.Page.QuerySelector("form[action*='/kinds'], a[href^='/workshops']"));
        await fatma.Press("form[action$='/states'] button", ("state", "Done"), ("why", "Elke eerste maandag"));
        Assert.Contains("Elke eerste maandag", fatma.Text, StringComparison.Ordinal);
        Assert.Equal("Klaar 1", (await workshop.Chantal.Open($"{workshop.Root}/follow-up")).Page.QuerySelector("#FollowUp\\.Done")!.TextContent);
        foreach (var address in WholeHouse.AddressesOf(workshop)) Assert.DoesNotContain("Elke eerste maandag", await WholeHouse.Read(fatma, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_renewed_or_withdrawn_opens_nothing()
    {
        await using var workshop = await Agreed();
        var first = await LinkOf(workshop);
        var second = await LinkOf(workshop);
        Assert.NotEqual(first, second);
        await Opens(first, HttpStatusCode.Gone);
        await Opens(second, HttpStatusCode.OK);
        await (await workshop.Chantal.Open($"{workshop.Root}/follow-up")).Press("form[action*='/links/removals'] button");
        await Opens(second, HttpStatusCode.Gone);

        async Task Opens(string link, HttpStatusCode status)
        {
            Assert.Equal(status, (await workshop.Dennis.Open(link)).Status);
            if (status == HttpStatusCode.Gone) Assert.DoesNotContain("leeruur", workshop.Dennis.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task About_an_action_that_was_taken_away_nothing_can_be_said()
    {
        await using var workshop = await Agreed();
        await workshop.Dennis.Open(await LinkOf(workshop));
        await workshop.Chantal.Open($"{workshop.Root}/follow-up");
        var pressed = new[] { Form("states"), "form[action*='/links?'] button" }.Select(button => workshop.Chantal.Pressed(button)).ToArray();
        await workshop.Chantal.Open($"{workshop.Plenary()}");
        await workshop.Chantal.Open(workshop.Chantal.Page.QuerySelectorAll("a[href*='/entries/']").Select(link => link.GetAttribute("href")!).First());
        await workshop.Chantal.Press("[formaction$='/actions/removals']");

        foreach (var (path, fields) in pressed) Assert.Equal(HttpStatusCode.Gone, (await workshop.Chantal.Post(path, fields)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Dennis.Press("form[action$='/states'] button", ("state", "Done"))).Status);
    }

    [Fact, Rule("W7")]
    public async Task Who_reads_without_quotes_reads_how_it_stands_and_no_word_of_anybody()
    {
        await using var workshop = await Agreed();
        await (await workshop.Chantal.Open($"{workshop.Root}/follow-up")).Press(Form("states"), ("state", "Stopped"), ("why", "de baas wil niet"));
        await workshop.Chantal.Press(Form("noticed"), ("noticed", "Anna huilde"));
        await (await workshop.Chantal.Open($"{workshop.Root}/report")).Press("#publish");
        await (await workshop.Chantal.Open($"{workshop.Root}/links")).Press("#give-read-link", ("days", "30"), ("level", $"{ReadLevel.WithoutQuotes}"));
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(workshop.Chantal.Source, "https?://[^\"<\\s]+/read/[^\"<\\s]+").Value).AbsolutePath;
        foreach (var name in new[] { "", "/report.txt", "/report.json", "/actions.csv" })
        {
            var text = await workshop.Dennis.Http.GetStringAsync($"{link}{name}");
            Assert.Contains(name == "/report.json" ? "stopped" : "gestopt", text, StringComparison.Ordinal);
            Assert.DoesNotContain("de baas wil niet", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Anna huilde", text, StringComparison.Ordinal);
        }
    }

    internal static string Form(string form) => $"form[action*='/{form}?'] button";

    internal static async Task<string> LinkOf(AWorkshop workshop)
    {
        await (await workshop.Chantal.Open($"{workshop.Root}/follow-up")).Press("form[action*='/links?'] button");
        return new Uri(workshop.Chantal.Page.QuerySelector(".given-link")!.TextContent).AbsolutePath;
    }

    internal static async Task<AWorkshop> Agreed(bool closed = false)
    {
        var workshop = await AWorkshop.Playing();
        var time = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren", "Need");
        await (await workshop.Chantal.Open($"{workshop.Plenary()}/entries/{time}")).Press("#save-new", ("text", "Elke maand een leeruur"), ("owner", "Fatma"), ("by", "2026-05-01"), ("noticing", "Het staat in het rooster"));
        if (!closed) return workshop;

        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/closures");
        return workshop;
    }
}
