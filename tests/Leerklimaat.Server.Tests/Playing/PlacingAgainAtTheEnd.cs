using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

[Rule("G7")]
public sealed class PlacingAgainAtTheEnd : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task All_cards_are_placed_again_in_a_row()
    {
        await Choose("AtTheEnd");
        await PlayCard("veiligheid-1", 1);
        await workshop.Bram.Open(workshop.Table1);
        Assert.Contains("Bij 1 kaart leg je straks opnieuw", workshop.Bram.Text, StringComparison.Ordinal);
        await PlayCard("veiligheid-2", 2);
        await workshop.Bram.Open(workshop.Table1);
        Assert.Contains("Bij 2 kaarten leg je straks opnieuw", workshop.Bram.Text, StringComparison.Ordinal);

        await workshop.Bram.Press("#place-held");
        foreach (var round in new[] { 1, 2 })
        {
            foreach (var person in new[] { workshop.Anna, workshop.Bram }) await Placed(person, round, 4);
            await workshop.Anna.Ask($"{workshop.Table1}/reveals");
            Assert.Contains("Voorstel", (await workshop.Bram.Open(workshop.Table1)).Text, StringComparison.Ordinal);
            await workshop.Bram.Press("#lay");
        }

        Assert.Null(workshop.Bram.Page.QuerySelector("#held"));
        Assert.Equal(2, workshop.Bram.Page.QuerySelectorAll("#pile-green li").Length);
    }

    [Fact]
    public async Task After_the_plenary_the_facilitator_opens_it()
    {
        await Choose("AfterThePlenary");
        await PlayCard("veiligheid-1", 1);
        await workshop.Bram.Open(workshop.Table1);
        Assert.Null(workshop.Bram.Page.QuerySelector("#place-held"));
        var early = await workshop.Bram.Ask($"{workshop.Table1}/second-placements/held");
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("na de plenaire", early.Text, StringComparison.Ordinal);

        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#next-part");
        Assert.Contains("1 kaart wacht op opnieuw leggen", (await workshop.Dennis.Open(workshop.Wall)).Text, StringComparison.Ordinal);
        Assert.Contains("tafel 1", (await workshop.Chantal.Open($"{workshop.Root}/plenary")).Page.QuerySelector("#waiting li")!.TextContent, StringComparison.OrdinalIgnoreCase);
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#next-part");
        Assert.Contains("Opnieuw leggen", workshop.Chantal.Page.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        await workshop.Bram.Open(workshop.Table1);
        await workshop.Bram.Press("#place-held");
        Assert.Contains("En nu, na het gesprek?", workshop.Bram.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_moment_is_chosen_before_the_game_starts()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#start-game");
        Assert.Null(workshop.Chantal.Page.QuerySelector("button[value='AtTheEnd']"));
        var late = await workshop.Chantal.Ask($"{workshop.Root}/second-moment", ("moment", "AtTheEnd"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("voor het spel begint", late.Text, StringComparison.Ordinal);
    }

    private async Task Choose(string moment)
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press($"button[value='{moment}']");
        Assert.Equal("true", workshop.Chantal.Page.QuerySelector($"button[value='{moment}']")!.GetAttribute("aria-pressed"));
        await workshop.Chantal.Press("#start-game");
        foreach (var person in new[] { workshop.Anna, workshop.Bram }) await person.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/practice/skips");
    }

    private async Task PlayCard(string card, int round)
    {
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card={card}");
        foreach (var person in new[] { workshop.Anna, workshop.Bram }) await Placed(person, round, 2);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        Assert.Contains("Bewaar", (await workshop.Anna.Open(workshop.Table1)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await workshop.Anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"))).Status);
    }

    private async Task Placed(Person person, int round, int square) =>
        Assert.Equal(HttpStatusCode.OK, (await person.Ask($"{workshop.Table1}/placements?round={round}", ("square", $"{square}"))).Status);
}
