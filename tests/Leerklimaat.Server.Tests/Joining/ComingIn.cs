using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Joining;

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

    [Theory, Rule("W3")]
    [InlineData(""), InlineData("/"), InlineData("?utm_source=mail&x=a/b"), InlineData("/?utm_source=mail#deelnemen"), InlineData("#deelnemen ")]
    public async Task The_whole_address_may_be_pasted(string added)
    {
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/joining'] button", ("code", $"http://leerklimaat.example/{workshop.Code}{added}"));
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
        await emma.Press("form[action='/joining'] button", ("code", workshop.Code));
        Assert.Equal(HttpStatusCode.OK, emma.Status);
        Assert.Contains("gesloten", emma.Text, StringComparison.Ordinal);
        Assert.Null(emma.Page.QuerySelector("form[action$='/seats']"));
        await emma.Post($"/{workshop.Code}/seats", [new("table", workshop.Table1.Split('/')[^1])]);
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
        await emma.Press("#wait");
        Assert.Equal($"/{full.Code}/waiting", emma.Path);
        Assert.Contains("er kunnen 3 mensen meedoen", emma.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W3")]
    public async Task Behind_https_every_cookie_is_secure()
    {
        await using var proxied = await RunningServer.Start(settings: "--ForwardedHeaders_Enabled=true");
        using var emma = new Person(proxied, "Emma");
        emma.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await emma.Http.GetAsync("/recovery");
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("leerklimaat=", StringComparison.Ordinal));
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
}
