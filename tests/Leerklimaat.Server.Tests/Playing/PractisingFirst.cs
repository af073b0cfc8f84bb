using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>The practice card is none of the cards of the game.</summary>
[Rule("G12")]
public sealed class PractisingFirst
{
    [Fact]
    public async Task After_it_the_first_card_is_the_first()
    {
        await using var workshop = await AWorkshop.Start();
        var (anna, bram) = (workshop.Anna, workshop.Bram);
        await workshop.Chantal.Press("#start-game");
        await (await anna.Open(workshop.Table1)).Press("#practise");
        Assert.Equal("Oefenkaart", await CardOf(workshop));
        foreach (var moment in new[] { 1, 2 })
        {
            foreach (var person in new[] { anna, bram }) await (await person.Open(workshop.Table1)).Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
            await anna.Ask($"{workshop.Table1}/reveals");
            if (moment == 1) await anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"));
        }

        await (await anna.Open(workshop.Table1)).Press("#lay");
        await anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");
        Assert.Equal("kaart 1", await CardOf(workshop));
    }

    private static async Task<string> CardOf(AWorkshop workshop) => (await workshop.Anna.Open(workshop.Table1)).Page.QuerySelector("#on-table .status, .status")!.TextContent is var status && status.Contains("Oefenkaart", StringComparison.Ordinal) ? "Oefenkaart" : System.Text.RegularExpressions.Regex.Match(status, "kaart \\d+").Value;
}
