using System.Net;
using System.Text.Json;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

[Rule("G11")]
public class BringingACaseToTheRoom
{
    [Fact, Rule("P1")]
    public async Task Examples_reach_who_brought_it_the_plenary_and_the_report_and_no_pile_does()
    {
        await using var workshop = await Judged();
        var (anna, bram, chantal, table) = (workshop.Anna, workshop.Bram, workshop.Chantal, workshop.Table1);

        await bram.Open(table);
        Assert.Contains("Wat neem jij mee?", bram.Text, StringComparison.Ordinal);
        await bram.Press("#taking button");
        Assert.NotNull((await bram.Open(table)).Page.QuerySelector("#taking [aria-pressed=true]"));
        await anna.Open(table);
        Assert.DoesNotContain("Wat neem jij mee?", anna.Text, StringComparison.Ordinal);
        Assert.Contains("gaat mee", anna.Page.QuerySelector("#given")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await anna.Ask($"{table}/piles")).Status);

        await anna.Open(table);
        Assert.Contains("De overdracht gaat mis", anna.Page.QuerySelector("#pile-cases")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("De overdracht gaat mis", anna.Page.QuerySelector("#pile-green")!.TextContent, StringComparison.Ordinal);

        await chantal.Open($"{workshop.Root}/plenary");
        Assert.Contains("Hoe doen jullie dat?", chantal.Page.QuerySelector("#list-cases")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kan zo: een voorbeeld bij een casus", chantal.Page.QuerySelector("#list-Present")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tip bij een casus", chantal.Page.QuerySelector("#list-ToDevelop")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wij bellen eerst", (await chantal.Open(workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal))).Page.QuerySelector("#wall-cases")!.TextContent, StringComparison.Ordinal);

        await chantal.Open($"{workshop.Root}/report");
        Assert.Contains("De vraag aan de anderen: Hoe doen jullie dat?", chantal.Text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json"));
        var brought = Assert.Single(report.RootElement.GetProperty("cases").EnumerateArray());
        Assert.Equal([("Wij bellen eerst", true), ("Probeer een buddy", false)], brought.GetProperty("given").EnumerateArray().Select(given => (given.GetProperty("text").GetString(), given.GetProperty("isTaken").GetBoolean())));
        Assert.DoesNotContain(report.RootElement.GetProperty("cards").EnumerateArray(), card => card.GetProperty("isCase").GetBoolean());

        Assert.Contains("Wij bellen eerst", (await bram.Open($"{workshop.Root}/mine")).Page.QuerySelector("#taken")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null((await anna.Open($"{workshop.Root}/mine")).Page.QuerySelector("#taken"));
    }

    [Fact]
    public async Task The_squares_ask_how_well_the_approach_works()
    {
        await using var workshop = await AWorkshop.Playing();
        await workshop.Anna.Ask($"{workshop.Table1}/skips?card=veiligheid-1");
        await workshop.Bram.Ask($"{workshop.Table1}/cases", ("case", "De overdracht gaat mis"), ("happens-now", ""), ("asks", ""));
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal(["werkt niet", "werkt een beetje", "werkt goed", "werkt heel goed"], workshop.Anna.Page.QuerySelectorAll("#squares .squares .words").Select(words => words.TextContent));
        Assert.Equal(["Hoe goed werkt deze aanpak?", "Hoe goed werkt deze aanpak?"], new[] { ".ask-first", "#said-next" }.Select(asked => workshop.Anna.Page.QuerySelector(asked)!.TextContent.Trim()));
        await workshop.Anna.Open("/");
        await workshop.Anna.Press("form[action='/language'] button[value=en]");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal("does not work", workshop.Anna.Page.QuerySelector("#squares .squares .words")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_takes_something_along_for_them()
    {
        await using var workshop = await Judged();
        await workshop.Bram.Open(workshop.Table1);
        var note = workshop.Bram.Page.QuerySelector("#taking button")!.GetAttribute("formaction")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Anna.Ask(note)).Status);
    }

    private static async Task<AWorkshop> Judged()
    {
        var workshop = await AWorkshop.Playing();
        var (anna, bram, table) = (workshop.Anna, workshop.Bram, workshop.Table1);
        await anna.Ask($"{table}/skips?card=veiligheid-1");
        Assert.Equal(HttpStatusCode.NoContent, (await bram.Ask($"{table}/cases", ("case", "De overdracht gaat mis"), ("happens-now", "Er ligt een map"), ("asks", "Hoe doen jullie dat?"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await anna.Ask($"{table}/placements?round=2", ("square", "4"))).Status);
        await anna.Ask($"{table}/reveals");
        await workshop.Note(anna, table, "Wij bellen eerst", "Green");
        await workshop.Note(anna, table, "Probeer een buddy", "Need");
        await anna.Ask($"{table}/second-placements/skips");
        await Task.WhenAll(anna.Open(table), bram.Open(table));
        return workshop;
    }
}
