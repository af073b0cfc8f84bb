using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Following;

public sealed class FollowingTheProgramme : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W6")]
    public async Task A_phone_shows_the_part_that_everybody_is_at_and_moves_along()
    {
        await using var stream = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        await stream.Sees("part-title", "Welkom");
        await workshop.Chantal.Press("#next-part");
        await stream.Sees("Wat is het eerste wat in je opkomt");

        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal("Kennismaken: je eerste gedachte", workshop.Anna.Page.QuerySelector(".part-title")!.TextContent.Trim());
    }

    [Fact, Rule("W4")]
    public async Task The_screen_of_a_table_moves_along_and_thanks_at_the_end()
    {
        await using var stream = await OpenStream.Open(workshop.Dennis, AWorkshop.LiveOf(workshop.Screen1));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        await stream.Sees("Kijk nu mee op het grote scherm");
        Assert.Equal("Welkom", (await workshop.Dennis.Open(workshop.Screen1)).Page.QuerySelector("h1")!.TextContent.Trim());

        await workshop.Chantal.Ask($"{workshop.Root}/closures");
        await stream.Sees("Dank jullie wel");
        Assert.Equal("Dank jullie wel", (await workshop.Dennis.Open(workshop.Screen1)).Page.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact, Rule("W4")]
    public async Task Going_back_and_forward_shows_the_same_parts()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        await workshop.Chantal.Press("#next-part");
        await workshop.Chantal.Press("#previous-part");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Contains("Wat gaan we doen?", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W4")]
    public async Task In_the_game_a_phone_shows_the_table()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#start-game");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Empty(workshop.Anna.Page.QuerySelectorAll(".part"));
        Assert.Contains("Oefen", workshop.Anna.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Rule("W5")]
    public async Task Notes_are_for_who_leads_and_in_no_byte_for_anybody_else()
    {
        const string secret = "Heet iedereen welkom";
        await using var anna = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        Assert.Contains(secret, workshop.Chantal.Source, StringComparison.Ordinal);

        await anna.Sees("Wat gaan we doen?");
        await wall.Sees("Wat gaan we doen?");
        Assert.DoesNotContain(anna.Messages.Concat(wall.Messages), message => message.Html.Contains(secret, StringComparison.Ordinal));

        using var outsider = new Person(workshop.Server, "Emma");
        foreach (var (person, path) in new[] { (workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Table2), (outsider, workshop.Wall), (outsider, workshop.Root), (outsider, $"/{workshop.Code}") })
        {
            await person.Open(path);
            Assert.DoesNotContain(secret, person.Source, StringComparison.Ordinal);
        }
    }

    [Fact, Rule("W6")]
    public async Task A_follower_comes_in_by_the_code_without_a_pawn_and_lands_on_the_current_part()
    {
        await Begin();
        using var emma = await Follow("Emma");
        Assert.EndsWith("/follow", emma.Path, StringComparison.Ordinal);
        Assert.Equal("Welkom", emma.Page.QuerySelector(".part-title")!.TextContent.Trim());

        await using var stream = await OpenStream.Open(emma, $"{workshop.Root}/follow/live");
        await workshop.Chantal.Press("#next-part");
        await stream.Sees("Wat is het eerste wat in je opkomt");
        Assert.DoesNotContain(stream.Messages, message => message.Html.Contains("Lees de vraag voor", StringComparison.Ordinal) || message.Html.Contains("class=\"pace", StringComparison.Ordinal));
    }

    [Fact, Rule("W6")]
    public async Task Anyone_may_look_back_and_the_bar_says_where_the_facilitator_is()
    {
        await Begin();
        await workshop.Chantal.Press("#next-part");
        using var emma = await Follow("Emma");
        await emma.Open(emma.Page.QuerySelector(".past a")!.GetAttribute("href")!);
        Assert.Contains("Wat gaan we doen?", emma.Text, StringComparison.Ordinal);
        Assert.Contains("We zijn bij onderdeel 2", emma.Text, StringComparison.Ordinal);
        Assert.EndsWith("/follow", emma.Page.QuerySelector("#back")!.GetAttribute("href"), StringComparison.Ordinal);

        await using var bar = await OpenStream.Open(emma, $"{workshop.Root}/follow/bar/live");
        await workshop.Chantal.Press("#next-part");
        await bar.Sees("We zijn bij onderdeel 3");

        await workshop.Anna.Open($"{workshop.Root}/follow");
        await workshop.Anna.Open(workshop.Anna.Page.QuerySelector(".past a")!.GetAttribute("href")!);
        Assert.Equal(workshop.Table1, workshop.Anna.Page.QuerySelector("#back")!.GetAttribute("href"));
    }

    [Fact, Rule("W6")]
    public async Task Nobody_looks_ahead()
    {
        await Begin();
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        var later = workshop.Chantal.Page.QuerySelectorAll(".part-link")[3].GetAttribute("href")!.Split('/')[^1];
        using var emma = await Follow("Emma");
        await emma.Open($"{workshop.Root}/follow?part={later}");
        Assert.Equal("Welkom", emma.Page.QuerySelector(".part-title")!.TextContent.Trim());
    }

    [Fact, Rule("W6")]
    public async Task Who_did_not_come_in_sees_nothing()
    {
        await Begin();
        using var outsider = new Person(workshop.Server, "Gijs");
        foreach (var path in new[] { "/follow", "/transcript", "/presenter", "/programme", "/links", "/bin", "/clock", "/presenter/clock", "/steering/clock" })
        {
            await outsider.Open($"{workshop.Root}{path}");
            Assert.True((int)outsider.Status >= 400, path);
            Assert.DoesNotContain("Welkom", outsider.Text, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/follow/live", "/follow/bar/live", "/presenter/live", "/live" })
        {
            await using var stream = await OpenStream.Open(outsider, $"{workshop.Root}{path}");
            Assert.Contains(stream.Status, new[] { System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.Gone });
        }
    }

    [Fact, Rule("W6")]
    public async Task The_workshop_grows_as_text_without_what_is_hidden()
    {
        await Begin();
        using var emma = await Follow("Emma");
        await emma.Open($"{workshop.Root}/transcript");
        Assert.Contains("1. Welkom", emma.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Kennismaken: je leervraag", emma.Source, StringComparison.Ordinal);
        await workshop.Chantal.Press("#next-part");
        await emma.Open($"{workshop.Root}/transcript");
        Assert.Contains("2. Kennismaken: je eerste gedachte", emma.Source, StringComparison.Ordinal);
    }

    private async Task Begin()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
    }

    private async Task<Person> Follow(string name)
    {
        var person = new Person(workshop.Server, name);
        await person.Open($"/{workshop.Code}");
        return await person.Press("#follow");
    }
}
