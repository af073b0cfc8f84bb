using System.Net;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Expecting;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Joining;

[Rule("T9")]
public class FindingATableByName
{
    private const string Names = "Emma Jansen; Werk\nFatima Yilmaz; Werk\nGijs Jansen; ICT\nFatima Bakker; ICT";

    [Fact, Rule("T1")]
    public async Task A_pasted_list_is_spread_and_people_come_to_their_own_table()
    {
        await using var workshop = await Expecting(Names);
        var lists = workshop.Chantal.Page.QuerySelectorAll(".guest-tables > li").Select(table => table.TextContent).ToList();
        var own = lists.FindIndex(table => table.Contains("Emma Jansen", StringComparison.Ordinal)) + 1;
        Assert.DoesNotContain(lists, table => table.Contains("Emma Jansen", StringComparison.Ordinal) && table.Contains("Fatima Yilmaz", StringComparison.Ordinal));

        using var emma = await Comes(workshop, "emma");
        Assert.Contains($"Tafel {own}", emma.Page.Title!, StringComparison.Ordinal);
        Assert.Contains("emma", emma.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_the_list_the_second_sees_what_the_first_kept_and_loses_nothing()
    {
        await using var workshop = await Expecting("Emma Jansen; Werk");
        var page = workshop.Chantal.Path;
        using var colleague = new Person(workshop.Server, "Chantal");
        foreach (Cookie cookie in workshop.Chantal.Cookies.GetAllCookies()) colleague.Cookies.Add(workshop.Server.Address, new Cookie(cookie.Name, cookie.Value));
        await colleague.Open(page);
        await workshop.Chantal.Press("#spread", ("names", "Emma Jansen; Werk\nFatima Yilmaz; Werk"));

        await colleague.Press("#spread", ("names", $"Emma Jansen; Werk\n{new string('x', 41)}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        await colleague.Press("#spread", ("names", "Emma Jansen; Werk\nGijs Jansen; ICT"));
        Assert.Equal(HttpStatusCode.Conflict, colleague.Status);
        Assert.Contains("veranderde de lijst intussen", colleague.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gijs Jansen", colleague.Page.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fatima Yilmaz", colleague.Page.QuerySelector(".guest-tables")!.TextContent, StringComparison.Ordinal);

        await colleague.Press("#spread", ("names", "Emma Jansen; Werk\nFatima Yilmaz; Werk\nGijs Jansen; ICT"));
        Assert.Contains("Gijs Jansen", colleague.Page.QuerySelector(".guest-tables")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_one_name_are_asked_for_the_rest_and_what_was_typed_stays()
    {
        await using var workshop = await Expecting(Names);
        using var fatima = await Comes(workshop, "Fatima");
        Assert.Equal(HttpStatusCode.Conflict, fatima.Status);
        Assert.Contains("meer mensen met deze naam", fatima.Text, StringComparison.Ordinal);
        Assert.Equal("Fatima", fatima.Page.QuerySelector("#name")!.GetAttribute("value"));
        await fatima.Press("#find", ("name", "Fatima"), ("department", "ict"));
        Assert.StartsWith("/tables/", fatima.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_on_the_list_chooses_a_table_and_reads_no_name_of_it()
    {
        await using var workshop = await Expecting(Names);
        using var hanna = await Comes(workshop, "Hanna");
        Assert.Contains("staat niet op de lijst", hanna.Text, StringComparison.Ordinal);
        foreach (var person in new[] { hanna, workshop.Dennis })
        {
            foreach (var address in WholeHouse.AddressesOf(workshop))
                Assert.DoesNotContain("Yilmaz", await WholeHouse.Read(person, address), StringComparison.Ordinal);
        }

        await hanna.Open($"/{workshop.Code}");
        await hanna.Press(".tables button:not([disabled])", ("name", "Hanna"));
        Assert.StartsWith("/tables/", hanna.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_cannot_be_used_says_where_and_stays_in_its_field()
    {
        await using var workshop = await Expecting($"Emma\n{new string('x', 41)}\nEmma");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Regel 2: de naam", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Regel 3: deze naam staat er al", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.StartsWith("Emma", workshop.Chantal.Page.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);

        await workshop.Chantal.Press("#spread", ("names", string.Join('\n', Enumerable.Range(1, 900).Select(number => $"Naam {number}"))));
        Assert.Contains("900 namen en", workshop.Chantal.Text, StringComparison.Ordinal);
    }

    [Theory, Rule("W9"), InlineData("taken away"), InlineData("closed")]
    public async Task The_names_are_gone_for_good_when_the_list_is_taken_away_or_the_workshop_closes(string how)
    {
        await using var workshop = await Expecting(Names);
        Assert.NotEmpty(await Stored(workshop));
        if (how == "closed")
        {
            await workshop.Chantal.Open(workshop.Root);
            await workshop.Chantal.Ask($"{workshop.Root}/closures");
        }
        else
        {
            await workshop.Chantal.Press("#forget");
        }

        Assert.Empty(await Stored(workshop));
        using var emma = new Person(workshop.Server, "Emma");
        Assert.Null((await emma.Open($"/{workshop.Code}")).Page.QuerySelector("#find"));
    }

    [Fact]
    public async Task After_the_workshop_no_name_is_kept_any_more_and_what_was_typed_stays()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/guests");
        var late = workshop.Chantal.Pressed("#spread", ("names", Names));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/closures");
        await workshop.Chantal.Post(late.Path, late.Fields);
        Assert.Equal(HttpStatusCode.Gone, workshop.Chantal.Status);
        Assert.Contains("Emma Jansen", workshop.Chantal.Page.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Stored(workshop));
    }

    [Fact]
    public async Task Whose_table_was_taken_away_stands_in_the_list_and_finds_another()
    {
        await using var workshop = await Expecting(string.Join('\n', Enumerable.Range(1, 12).Select(number => $"Persoon{number}")));
        var last = workshop.Chantal.Page.QuerySelectorAll(".guest-tables > li")[^1];
        var name = last.QuerySelector("li")!.TextContent.Trim();
        await workshop.Chantal.Open($"{workshop.Root}/tables");
        await workshop.Chantal.Press($"#take-away-{last.QuerySelector("h2")!.TextContent.Trim().Split(' ')[^1]}");
        Assert.Contains(name, (await workshop.Chantal.Open($"{workshop.Root}/guests")).Page.QuerySelector("#without-table")!.TextContent, StringComparison.Ordinal);
        using var person = await Comes(workshop, name);
        Assert.StartsWith("/tables/", person.Path, StringComparison.Ordinal);
    }

    private static async Task<AWorkshop> Expecting(string names)
    {
        var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/guests");
        await workshop.Chantal.Press("#spread", ("names", names));
        return workshop;
    }

    private static async Task<Person> Comes(AWorkshop workshop, string name)
    {
        var person = new Person(workshop.Server, name);
        await person.Open($"/{workshop.Code}");
        return await person.Press("#find", ("name", name));
    }

    private static async Task<IReadOnlyList<StoredEvent>> Stored(AWorkshop workshop)
    {
        var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IGuestsGrain>(Guid.Parse(workshop.Root.Split('/')[^1]));
        return [.. await workshop.Server.Services.GetRequiredService<IEventStore>().Read(grain.GetGrainId().ToString())];
    }
}
