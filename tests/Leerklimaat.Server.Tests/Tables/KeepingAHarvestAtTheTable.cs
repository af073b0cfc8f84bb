using System.Net;
using System.Text.Json;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Tables;

/// <summary>
/// A table reads its harvest back and keeps some of it. Everybody else goes to every address that there is, and no byte of what comes back holds what was kept.
/// </summary>
[Rule("T8")]
public class KeepingAHarvestAtTheTable
{
    private const string Kept = "Wilhelmina durft niets te zeggen", Given = "Elke maand intervisie", Asked = "Wie heeft daar tijd voor?";

    [Fact]
    public async Task What_is_kept_nobody_outside_the_table_finds_and_what_is_given_everybody_does()
    {
        await using var workshop = await Harvested();
        var (anna, chantal, harvest) = (workshop.Anna, workshop.Chantal, $"{workshop.Table1}/harvest");
        await Press(anna, harvest, $"Houd dit hier: {Kept}");
        await workshop.GoTo(part => part.Kind == Domain.Workshops.PartKind.Plenary);
        Assert.Contains("0 van 1 tafel ", (await chantal.Open(workshop.Plenary())).Page.QuerySelector("#giving")!.TextContent, StringComparison.Ordinal);
        await (await anna.Open(harvest)).Press("#give-harvest");
        Assert.Contains("Jullie gaven dit mee", (await anna.Open(harvest)).Text, StringComparison.Ordinal);
        Assert.Contains("1 van 1 tafel ", (await chantal.Open(workshop.Plenary())).Page.QuerySelector("#giving")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gaf de oogst mee", (await chantal.Open(workshop.Root)).Text, StringComparison.Ordinal);

        string[] more = [$"{workshop.Root}/report/report.json", $"{workshop.Root}{workshop.Table1}/cards", workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal)];
        var found = 0;
        foreach (var person in new[] { chantal, workshop.Dennis })
        {
            foreach (var address in WholeHouse.AddressesOf(workshop).Concat(more))
            {
                var seen = await WholeHouse.Read(person, address);
                Assert.False(seen.Contains("durft niets", StringComparison.Ordinal), $"{person.Name} reads it at {address}");
                if (seen.Contains(Given, StringComparison.Ordinal)) found++;
            }
        }

        Assert.True(found >= 5, $"What was given was found at {found} addresses.");
        var own = (await workshop.Bram.Open(harvest)).Page.QuerySelector("#harvest")!.TextContent;
        Assert.Contains(Kept, own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_kept_was_not_played_for_others()
    {
        await using var workshop = await Harvested();
        var (anna, chantal, harvest) = (workshop.Anna, workshop.Chantal, $"{workshop.Table1}/harvest");
        Assert.Single(await CardsOfTheReport(workshop));
        await (await anna.Open(harvest)).Press("#keep-1");
        await anna.Open(harvest);
        Assert.Contains("blijven aan deze tafel", anna.Text, StringComparison.Ordinal);
        Assert.Equal("true", anna.Page.QuerySelector("#keep-1")!.GetAttribute("aria-pressed"));
        Assert.Empty(await CardsOfTheReport(workshop));
        Assert.DoesNotContain(Given, (await chantal.Open(workshop.Plenary())).Text, StringComparison.Ordinal);

        await (await anna.Open(harvest)).Press("#keep-1");
        Assert.Single(await CardsOfTheReport(workshop));
        Assert.Contains(Given, (await chantal.Open(workshop.Plenary())).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("G6"), Rule("P1")]
    public async Task A_question_becomes_a_need_and_what_is_there_an_activity_in_the_plenary_and_the_report()
    {
        await using var workshop = await Harvested();
        var harvest = $"{workshop.Table1}/harvest";
        await Press(workshop.Bram, harvest, $"Dit is iets wat we nodig hebben: {Asked}");
        await Press(workshop.Bram, harvest, $"Dit is een activiteit: {Given}");
        await workshop.Chantal.Open(workshop.Plenary());
        Assert.Contains(Asked, workshop.Chantal.Page.QuerySelector("#list-ToDevelop")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Groen briefje: activiteit", workshop.Chantal.Page.QuerySelector("#list-Present")!.TextContent, StringComparison.Ordinal);
        var notes = (await CardsOfTheReport(workshop)).Single().GetProperty("notes").EnumerateArray().ToDictionary(note => note.GetProperty("text").GetString()!, note => note.GetProperty("kind").GetString());
        Assert.Equal(("need", "activity"), (notes[Asked], notes[Given]));
    }

    [Fact]
    public async Task Who_reads_along_sees_at_once_what_another_keeps()
    {
        await using var workshop = await Harvested();
        await using var bram = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/harvest/live");
        await bram.Sees(Given);
        await (await workshop.Anna.Open($"{workshop.Table1}/harvest")).Press("#keep-1");
        await bram.Sees("blijven aan deze tafel");
    }

    [Fact, Rule("P5")]
    public async Task A_card_that_is_kept_while_the_wall_shows_it_is_there_no_more()
    {
        const string Statement = "In ons team vertel je eerlijk";
        await using var workshop = await Harvested();
        await (await workshop.Chantal.Open(workshop.Plenary())).Press("#publish");
        await workshop.Chantal.Press("#card-next");
        var wall = workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal);
        Assert.Contains(Statement, (await workshop.Dennis.Open(wall)).Text, StringComparison.Ordinal);
        await (await workshop.Anna.Open($"{workshop.Table1}/harvest")).Press("#keep-1");
        Assert.DoesNotContain(Statement, (await workshop.Dennis.Open(wall)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T3"), Rule("T5")]
    public async Task On_a_device_that_several_share_the_host_among_them_gives_it()
    {
        await using var workshop = await Harvested();
        await (await workshop.Anna.Open(workshop.Table1)).Press("form[action$='/neighbours'] button", ("name", "Oma"));
        await workshop.Anna.Ask($"{workshop.Table1}/host?host=6");
        await (await workshop.Bram.Open($"{workshop.Table1}/harvest")).Press("#give-harvest");
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Bram.Status);
        Assert.Contains("Dit geven wij mee", workshop.Bram.Text, StringComparison.Ordinal);
        await (await workshop.Anna.Open($"{workshop.Table1}/harvest")).Press("#give-harvest");
        Assert.Contains("Jullie gaven dit mee", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_given_before_there_is_something_and_a_green_note_stays_green()
    {
        await using var workshop = await AWorkshop.Playing();
        var harvest = $"{workshop.Table1}/harvest";
        Assert.Contains("niets om terug te lezen", (await workshop.Anna.Open(harvest)).Text, StringComparison.Ordinal);
        var early = await workshop.Anna.Ask($"{harvest}/gifts");
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("niets om mee te geven", early.Text, StringComparison.Ordinal);

        var note = (await workshop.Note(workshop.Anna, workshop.Table1, Given, "Green")).Split('-')[1];
        Assert.Contains("groen briefje blijft groen", (await workshop.Anna.Ask($"{harvest}/kinds?note={Guid.Parse(note)}&kind=Need")).Text, StringComparison.Ordinal);
    }

    private static async Task<AWorkshop> Harvested()
    {
        var workshop = await AWorkshop.Playing();
        await workshop.PlayWithFive([1, 2, 2, 3, 4], [2, 2, 3, 4, 4]);
        await workshop.Note(workshop.Anna, workshop.Table1, Kept);
        await workshop.Note(workshop.Anna, workshop.Table1, Given, "Green");
        await workshop.Note(workshop.Anna, workshop.Table1, Asked, "Question");
        return workshop;
    }

    private static async Task Press(Person person, string page, string label)
    {
        await person.Open(page);
        var button = Assert.Single(person.Page.QuerySelectorAll("button[aria-label]"), button => button.GetAttribute("aria-label") == label);
        await person.Press($"#{button.Id}");
    }

    private static async Task<List<JsonElement>> CardsOfTheReport(AWorkshop workshop)
    {
        using var report = JsonDocument.Parse(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json"));
        return [.. report.RootElement.GetProperty("cards").Clone().EnumerateArray()];
    }
}
