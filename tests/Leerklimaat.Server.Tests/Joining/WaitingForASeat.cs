using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Joining;

[Rule("W12")]
public class WaitingForASeat
{
    [Fact, Rule("W8")]
    public async Task Who_comes_when_it_is_full_is_let_in_by_turn_when_somebody_leaves()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        using var emma = await Comes(workshop, "Emma");
        using var fatima = await Comes(workshop, "Fatima");
        Assert.Contains("er kunnen 3 mensen meedoen", emma.Text, StringComparison.Ordinal);
        Assert.Contains("als eerste aan de beurt", emma.Text, StringComparison.Ordinal);
        Assert.Contains("nummer 2 in de rij", fatima.Text, StringComparison.Ordinal);
        Assert.Contains("2 mensen wachten", (await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#waiting")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/waiting", (await Knocks(workshop, emma)).Path, StringComparison.Ordinal);

        await workshop.Anna.Ask($"{workshop.Table1}/departures");
        Assert.EndsWith("/waiting", (await Knocks(workshop, fatima)).Path, StringComparison.Ordinal);
        Assert.StartsWith("/tables/", (await Knocks(workshop, emma)).Path, StringComparison.Ordinal);
        Assert.Contains("Emma", emma.Text, StringComparison.Ordinal);
        Assert.Contains("als eerste aan de beurt", (await fatima.Open($"/{workshop.Code}/waiting")).Text, StringComparison.Ordinal);
        Assert.Contains("1 persoon wacht", (await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#waiting")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("T1")]
    public async Task When_all_seats_are_taken_a_chair_that_is_added_is_for_who_waits()
    {
        await using var workshop = await AWorkshop.Start();
        while ((await workshop.Chantal.Open($"{workshop.Root}/tables")).Page.QuerySelector("[id^=take-away-]") is { } away) await workshop.Chantal.Press($"#{away.Id}");
        await Seats(workshop, 2);
        using var gijs = new Person(workshop.Server, "Gijs");
        await workshop.Join(gijs, 2);
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        Assert.Empty(emma.Page.QuerySelectorAll(".tables button"));
        await emma.Press("#wait", ("name", "Emma"));
        Assert.Contains("Alle stoelen zijn bezet", emma.Text, StringComparison.Ordinal);

        await Seats(workshop, 3);
        using var late = new Person(workshop.Server, "Late");
        await late.Open($"/{workshop.Code}");
        Assert.NotEmpty(late.Page.QuerySelectorAll(".tables button"));
        Assert.StartsWith("/tables/", (await Knocks(workshop, emma)).Path, StringComparison.Ordinal);
    }

    [Fact, Rule("T9")]
    public async Task Who_waits_and_is_expected_comes_to_their_own_table()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        await (await workshop.Chantal.Open($"{workshop.Root}/guests")).Press("#spread", ("names", "Gijs; ICT\nEmma; Werk\nFatima; Zorg"));
        var own = workshop.Chantal.Page.QuerySelectorAll(".guest-tables > li").First(table => table.TextContent.Contains("Emma", StringComparison.Ordinal)).QuerySelector("h2")!.TextContent.Trim();
        using var emma = await Comes(workshop, "Emma");
        await workshop.Anna.Ask($"{workshop.Table1}/departures");
        await Knocks(workshop, emma);
        Assert.Contains(own, emma.Page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sleeps_through_their_turn_is_passed_over_by_who_knocks()
    {
        var time = new AClock();
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)), "--Server:MostPeople=3"));
        using var emma = await Comes(workshop, "Emma");
        using var fatima = await Comes(workshop, "Fatima");
        await workshop.Anna.Ask($"{workshop.Table1}/departures");
        Assert.EndsWith("/waiting", (await Knocks(workshop, fatima)).Path, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("/tables/", (await Knocks(workshop, fatima)).Path, StringComparison.Ordinal);
        Assert.Contains("als eerste aan de beurt", (await emma.Open($"/{workshop.Code}/waiting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_no_longer_or_looks_on_gives_up_the_turn()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        using var emma = await Comes(workshop, "Emma");
        await emma.Press("#leave-line");
        Assert.Equal($"/{workshop.Code}", emma.Path);
        Assert.Null((await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#waiting"));
        Assert.Equal($"/{workshop.Code}", (await emma.Open($"/{workshop.Code}/waiting")).Path);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_said_and_stays_and_nobody_waits()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("#wait", ("name", new string('e', 41)));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, emma.Status);
        Assert.Equal(new string('e', 41), emma.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.NotNull(emma.Page.QuerySelector("#wait"));
        Assert.Null((await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#waiting"));
    }

    [Fact]
    public async Task The_first_in_line_ask_most_often()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=3"));
        using var emma = await Comes(workshop, "Emma");
        using var fatima = await Comes(workshop, "Fatima");
        Assert.Equal(("4", "5"), (emma.Page.QuerySelector("#place")!.GetAttribute("data-every"), fatima.Page.QuerySelector("#place")!.GetAttribute("data-every")));
    }

    private static async Task<Person> Comes(AWorkshop workshop, string name)
    {
        var person = new Person(workshop.Server, name);
        await person.Open($"/{workshop.Code}");
        await person.Press("#wait", ("name", name));
        Assert.Equal($"/{workshop.Code}/waiting", person.Path);
        return person;
    }

    private static async Task<Person> Knocks(AWorkshop workshop, Person person)
    {
        await person.Open($"/{workshop.Code}/waiting");
        return await person.Press("#knock noscript button");
    }

    private static async Task Seats(AWorkshop workshop, int seats)
    {
        await workshop.Chantal.Open($"{workshop.Root}/tables");
        var fields = workshop.Chantal.Page.QuerySelectorAll("input[type=number][name^='seats-']").Select(field => (field.GetAttribute("name")!, $"{seats}")).ToArray();
        Assert.NotEmpty(fields);
        await workshop.Chantal.Press("#save-tables", fields);
    }
}
