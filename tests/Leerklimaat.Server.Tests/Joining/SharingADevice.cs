using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Joining;

public sealed class SharingADevice : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

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
        await workshop.Anna.Press(".cover [formaction$='opened=1']");
        await workshop.Anna.Press("#square-4");
        Assert.Contains("Geef door aan Oma", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Null(workshop.Anna.Page.QuerySelector("#squares [aria-pressed=true]"));

        await workshop.Anna.Press(".cover [formaction$='opened=3']");
        Assert.Null(workshop.Anna.Page.QuerySelector("#squares [aria-pressed=true]"));
        await workshop.Anna.Press("#square-1");
        Assert.Contains("Iedereen op dit toestel heeft gelegd", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Contains("2 van 3 pionnen gelegd", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T3"), Rule("G3")]
    public async Task Going_back_or_loading_again_shows_nothing_of_the_one_before()
    {
        var (anna, table) = (workshop.Anna, workshop.Table1);
        await anna.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        await workshop.Chantal.Press("#start-game");
        await anna.Open(table);
        await anna.Ask($"{table}/practice/skips");
        await anna.Ask($"{table}/rounds?card=veiligheid-1");

        // What Anna's browser can go back to: every address that it was at.
        var been = new HashSet<string> { (await anna.Open(table)).Path };
        await anna.Press(".cover [formaction$='opened=1']");
        await anna.Press("#square-4");
        been.Add(anna.Path);
        await anna.Press(".cover [formaction$='opened=3']");
        await anna.Press("#square-1");
        been.Add(anna.Path);
        await anna.Press("#mine [formaction$='opened=1']");
        Assert.NotNull(anna.Page.QuerySelector("#square-4[aria-pressed=true]"));
        await anna.Open(anna.Page.QuerySelector("#pass-on")!.GetAttribute("href")!);
        been.Add(anna.Path);

        foreach (var address in been.SelectMany(address => new[] { address, $"{address}?seat=1", $"{address}/mine", $"{address}/mine?seat=1", $"{address}/openings?opened=1" }))
        {
            var seen = await (await anna.Http.GetAsync(address)).Content.ReadAsStringAsync();
            Assert.DoesNotMatch("id=\"square-\\d\"[^>]*aria-pressed=\"true\"|data-chosen=", seen);
        }
    }

    [Fact, Rule("T3")]
    public async Task Nobody_opens_a_seat_of_another_device()
    {
        await workshop.Anna.Press("form[action$='/neighbours'] button", ("name", "Oma"));
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Anna.Ask($"{workshop.Table1}/openings?opened=2")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Dennis.Ask($"{workshop.Table1}/openings?opened=1")).Status);
    }
}
