using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Following;

/// <summary>The programme goes on while a table has a card before it: the table finishes that, and comes along by itself.</summary>
[Rule("W4"), Rule("W6")]
public sealed class FinishingACard : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Who_leads_is_told_before_the_step_and_after_it()
    {
        await workshop.Chantal.Open(workshop.Root);
        Assert.Contains("1 tafel is nog met een kaart bezig", Still(workshop.Chantal), StringComparison.Ordinal);
        await workshop.Chantal.Press("#next-part");
        Assert.Contains("1 tafel maakt een kaart af", Still(workshop.Chantal), StringComparison.Ordinal);
        Assert.Contains("1 tafel maakt een kaart af", Still(await workshop.Chantal.Open($"{workshop.Root}/presenter")), StringComparison.Ordinal);
        Assert.Contains("1 tafel maakt een kaart af", Still(await workshop.Chantal.Open($"{workshop.Root}/plenary")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_plays_on_while_the_others_are_at_the_part_and_comes_along_when_its_card_is_laid()
    {
        await using var stream = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#next-part");
        await stream.Sees("Maak deze kaart gerust samen af");
        Assert.NotNull((await workshop.Dennis.Open(workshop.Table2)).Page.QuerySelector(".part-title"));
        await workshop.Anna.Open(workshop.Table1);
        Assert.Null(workshop.Anna.Page.QuerySelector(".part-title"));
        Assert.NotNull(workshop.Anna.Page.QuerySelector("#square-1"));

        foreach (var person in new[] { workshop.Anna, workshop.Bram }) await person.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        await workshop.Anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"));
        foreach (var person in new[] { workshop.Anna, workshop.Bram }) await person.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        await workshop.Bram.Open(workshop.Table1);
        await workshop.Bram.Press("#lay");
        await stream.Sees("part-title", "Plenaire terugkoppeling");
        Assert.NotNull((await workshop.Anna.Open(workshop.Table1)).Page.QuerySelector(".part-title"));
    }

    [Fact]
    public async Task Who_leads_has_everybody_here_at_once_and_the_card_is_there_when_the_game_goes_on()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#next-part");
        await workshop.Chantal.Press("#gather");
        Assert.Null(workshop.Chantal.Page.QuerySelector("#still-playing"));
        Assert.NotNull((await workshop.Anna.Open(workshop.Table1)).Page.QuerySelector(".part-title"));
        await workshop.Chantal.Press("#previous-part");
        Assert.NotNull((await workshop.Anna.Open(workshop.Table1)).Page.QuerySelector("#square-1"));
    }

    [Fact]
    public async Task Who_looks_on_from_a_table_finds_the_way_back()
    {
        await workshop.Anna.Open($"{workshop.Root}/follow");
        Assert.Equal(workshop.Table1, workshop.Anna.Page.QuerySelector("#to-own-table")!.GetAttribute("href"));
    }

    private static string Still(Person leading) => leading.Page.QuerySelector("#still-playing")?.TextContent ?? "";
}
