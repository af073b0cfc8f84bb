using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Laying;

[Rule("T1")]
public sealed class LayingTheTables : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    private Person Chantal => workshop.Chantal;

    private string Tables => $"{workshop.Root}/tables";

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Start();
        await Chantal.Open(Tables);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Who_leads_gives_a_table_a_name_and_seats_and_everybody_sees_them()
    {
        await using var table = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await Chantal.Press("#save-tables", ("name-1", "De  Uilen"), ("seats-1", "3"));
        Assert.Equal((Tables, HttpStatusCode.OK), (Chantal.Path, Chantal.Status));
        Assert.Equal(("De Uilen", "3"), (Chantal.Page.QuerySelector("#name-1")!.GetAttribute("value"), Chantal.Page.QuerySelector("#seats-1")!.GetAttribute("value")));
        await table.Sees("De Uilen");

        using var emma = new Person(workshop.Server, "Emma");
        Assert.Contains("De Uilen", (await emma.Open($"/{workshop.Code}")).Text, StringComparison.Ordinal);
        Assert.Contains("2 van 3 plekken bezet", emma.Text, StringComparison.Ordinal);
        await workshop.Join(emma, 1);
        using var fleur = new Person(workshop.Server, "Fleur");
        await fleur.Open($"/{workshop.Code}");
        Assert.True(fleur.Page.QuerySelector(".tables li:nth-child(1) button")!.HasAttribute("disabled"));
        foreach (var path in new[] { workshop.Root, workshop.Table1, $"{workshop.Root}/paper-tables", workshop.Screen1 })
            Assert.Contains("De Uilen", (await (path == workshop.Table1 ? workshop.Anna : Chantal).Open(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_changed_meanwhile_stays_where_nothing_else_was_typed()
    {
        await (await workshop.Anna.Open(workshop.Table1)).Press("form[action$='/table-names'] button", ("table-name", "De Uilen"));
        await Chantal.Press("#save-tables", ("name-2", "Raven"), ("seats-3", "13"));
        await Chantal.Press("#save-tables", ("seats-3", "5"));
        Assert.Equal(["De Uilen", "Raven", "", ""], (await State()).Tables.Select(table => table.Name));
    }

    [Theory]
    [InlineData("13", "Een tafel heeft 2 tot 12 plekken.")]
    [InlineData("veel", "Een tafel heeft 2 tot 12 plekken.")]
    [InlineData("1", "Een tafel heeft 2 tot 12 plekken.")]
    public async Task What_cannot_be_is_said_and_what_was_typed_stays(string seats, string sentence)
    {
        await Chantal.Press("#save-tables", ("name-1", "De Uilen"), ("name-2", "Raven"), ("seats-2", seats));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (Chantal.Status, Chantal.Page.QuerySelector("#table-2 #wrong")!.TextContent));
        Assert.Equal(("De Uilen", ""), (Chantal.Page.QuerySelector("#name-1")!.GetAttribute("value"), (await State()).Tables[0].Name));
        Assert.Equal(("Raven", seats), (Chantal.Page.QuerySelector("#name-2")!.GetAttribute("value"), Chantal.Page.QuerySelector("#seats-2")!.GetAttribute("value")));
        Assert.Equal(8, (await State()).Tables[1].Seats);
    }

    [Fact]
    public async Task Nobody_loses_a_seat()
    {
        using var emma = new Person(workshop.Server, "Emma");
        await workshop.Join(emma, 1);
        await Chantal.Press("#save-tables", ("seats-1", "2"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Aan deze tafel zitten al 3 mensen. Kies minstens zoveel plekken."), (Chantal.Status, Chantal.Page.QuerySelector("#wrong")!.TextContent));
    }

    [Fact, Rule("W10")]
    public async Task A_table_that_was_added_is_taken_away_again_from_the_page_and_from_the_tools()
    {
        await Chantal.Press("#add-table", ("name-3", "Raven"));
        Assert.Equal((5, "Raven"), ((await State()).Tables.Length, (await State()).Tables[2].Name));
        var (door, id) = ($"/{workshop.Code}", (await State()).Tables[4].Id.Value);
        using var late = new Person(workshop.Server, "Emma");
        await late.Open(door);

        await Chantal.Press("#take-away-5", ("name-4", "De Uilen"), ("seats-5", "99"));
        Assert.Equal("De Uilen", (await State()).Tables[3].Name);
        Assert.Null(Chantal.Page.QuerySelector("#table-5"));
        await late.Press(".tables li:nth-child(5) button", ("name", "Emma"));
        Assert.NotEqual(HttpStatusCode.OK, late.Status);
        Assert.DoesNotContain($"{id}", late.Source, StringComparison.Ordinal);

        await Chantal.Open(workshop.Root);
        await Chantal.Ask($"{workshop.Root}/tables");
        var tools = await Chantal.Ask($"{workshop.Root}/tables/{(await State()).Tables[4].Id.Value}/removals");
        Assert.Equal((HttpStatusCode.OK, 4), (tools.Status, (await State()).Tables.Length));
        Assert.Contains("tool-tables", tools.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_sits_a_table_stays()
    {
        Assert.Null(Chantal.Page.QuerySelector("#take-away-1"));
        await Chantal.Open(workshop.Root);
        var answer = await Chantal.Ask($"{workshop.Root}{workshop.Table1}/removals");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Aan deze tafel zit al iemand", answer.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W10")]
    public async Task Who_leads_finds_what_a_table_wrote_on_an_earlier_card_and_puts_a_note_back()
    {
        await using var playing = await AWorkshop.Playing();
        await playing.Note(playing.Anna, playing.Table1, "Te weinig tijd");
        await FivePeople.PlayACard(playing.Server.Services.GetRequiredService<IGrainFactory>(), Guid.Parse(playing.Root.Split('/')[^1]), table: 3);
        var table = (await State(playing)).Tables[2].Id.Value;
        foreach (var path in new[] { $"{playing.Root}{playing.Table1}/cards", $"{playing.Root}/tables/{table}/cards" }) Assert.Equal(HttpStatusCode.OK, (await playing.Chantal.Open(path)).Status);
        Assert.NotNull(playing.Chantal.Page.QuerySelector("form[action*='/cards-back?']"));

        await playing.Chantal.Open($"{playing.Root}{playing.Table1}/cards");
        await playing.Chantal.Press("form[action*='/withdrawals'] button");
        Assert.Equal($"{playing.Root}{playing.Table1}/cards", playing.Chantal.Path);
        Assert.DoesNotContain("Te weinig tijd", (await playing.Bram.Open(playing.Table1)).Text, StringComparison.Ordinal);
        await playing.Chantal.Press("form[action*='/restorations'] button");
        Assert.Contains("Te weinig tijd", (await playing.Bram.Open(playing.Table1)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await playing.Chantal.Open($"{playing.Root}/tables/{Guid.NewGuid()}/cards")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await playing.Dennis.Open($"{playing.Root}{playing.Table1}/cards")).Status);
    }

    [Fact]
    public async Task Players_name_their_table_and_nobody_elses()
    {
        await workshop.Anna.Press("form[action$='/table-names'] button", ("table-name", "De Uilen"));
        Assert.Equal(workshop.Table1, workshop.Anna.Path);
        Assert.Equal("De Uilen", (await State()).Tables[0].Name);
        await workshop.Anna.Press("form[action$='/table-names'] button", ("table-name", new string('a', 31)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Anna.Status);
        Assert.Contains("Houd het bij 30 tekens", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Dennis.Ask($"{workshop.Table1}/table-names", ("table-name", "Raven"))).Status);
        Assert.Equal("De Uilen", (await State()).Tables[0].Name);
    }

    private Task<Workshop> State() => State(workshop);

    private static async Task<Workshop> State(AWorkshop workshop) => (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1])).Look()).State;
}
