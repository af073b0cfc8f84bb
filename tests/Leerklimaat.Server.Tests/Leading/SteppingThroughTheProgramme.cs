using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Leading;

/// <summary>Who leads goes through the programme: from the phone, the wall and the plenary, with a clock that nobody else has.</summary>
public sealed class SteppingThroughTheProgramme : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W5")]
    public async Task The_clock_is_for_who_leads_alone()
    {
        await Begin();
        Assert.Contains("Op schema", workshop.Chantal.Text, StringComparison.Ordinal);
        await workshop.Chantal.Open($"{workshop.Root}/presenter");
        Assert.Contains("nog 90 min", workshop.Chantal.Text, StringComparison.Ordinal);

        using var emma = await Follow("Emma");
        foreach (var (person, path) in new[] { (workshop.Anna, workshop.Table1), (emma, $"{workshop.Root}/follow"), (emma, $"{workshop.Root}/transcript"), (emma, $"{workshop.Root}/screen"), (emma, $"{workshop.Root}/clock"), (workshop.Dennis, $"{workshop.Root}/presenter") })
        {
            await person.Open(path);
            Assert.DoesNotContain("Op schema", person.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("Heet iedereen welkom", person.Source, StringComparison.Ordinal);
        }
    }

    [Fact, Rule("W4")]
    public async Task A_phone_steers_with_two_buttons()
    {
        await workshop.Chantal.Open($"{workshop.Root}/presenter");
        await workshop.Chantal.Press("#begin-programme");
        await workshop.Chantal.Press("#next-part");
        Assert.Equal("Kennismaken: je eerste gedachte", workshop.Chantal.Page.QuerySelector(".part-title")!.TextContent.Trim());
        await workshop.Chantal.Press("#previous-part");
        Assert.Equal("Welkom", workshop.Chantal.Page.QuerySelector(".part-title")!.TextContent.Trim());
    }

    [Fact, Rule("W4")]
    public async Task The_plenary_has_the_steps_of_the_programme_and_its_clock()
    {
        await Begin();
        await workshop.Chantal.Open($"{workshop.Root}/plenary");
        Assert.Contains("Welkom", workshop.Chantal.Page.QuerySelector("#steering .now-part")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nog 90 min", workshop.Chantal.Page.QuerySelector("#steering .pace")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kennismaken: je eerste gedachte", workshop.Chantal.Page.QuerySelector("#next-part")!.TextContent, StringComparison.Ordinal);
        await using var stream = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/plenary/live");
        var step = workshop.Chantal.Page.QuerySelector("#next-part")!.GetAttribute("formaction")!;
        await workshop.Chantal.Ask(step);
        await stream.Sees("Kennismaken: je leervraag");
    }

    [Fact, Rule("W4"), Rule("P1")]
    public async Task In_the_plenary_part_its_lists_stand_in_the_page_of_who_leads()
    {
        await Begin();
        Assert.Null(workshop.Chantal.Page.QuerySelector("#plenary-here"));
        await workshop.Chantal.Press(".programme li:nth-last-child(3) button");
        Assert.Contains("Plenaire terugkoppeling", workshop.Chantal.Page.QuerySelector(".is-now h2")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(workshop.Chantal.Page.QuerySelector("#radar-aside"));
        Assert.Equal($"{workshop.Root}/plenary", workshop.Chantal.Page.QuerySelector("#lead-plenary")!.GetAttribute("href"));

        var lists = workshop.Chantal.Page.QuerySelector("#plenary-here")!.GetAttribute("hx-get")!;
        await using var live = await OpenStream.Open(workshop.Chantal, $"{lists}/live");
        await workshop.Chantal.Open(lists);
        foreach (var part in new[] { "#list-Present", "#list-ToDevelop", "#list-Questions", "#bundle", "#dots-panel" }) Assert.NotNull(workshop.Chantal.Page.QuerySelector(part));
        Assert.Equal($"{lists}/live", workshop.Chantal.Page.QuerySelector(".plenary-work")!.GetAttribute("hx-sse:connect"));
        Assert.DoesNotContain("next-part", workshop.Chantal.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("W4")]
    public async Task The_wall_has_steps_in_the_browser_of_who_leads_alone()
    {
        await Begin();
        await workshop.Chantal.Open(workshop.Wall);
        Assert.NotNull(workshop.Chantal.Page.QuerySelector("#next-part"));
        var live = workshop.Chantal.Page.QuerySelector("[hx-sse\\:connect]")!.GetAttribute("hx-sse:connect")!;
        await using var leads = await OpenStream.Open(workshop.Chantal, live);
        await leads.Sees("next-part");

        using var machine = new Person(workshop.Server, "The wall");
        await machine.Open(workshop.Wall);
        Assert.DoesNotContain("next-part", machine.Source, StringComparison.Ordinal);
        await using var shows = await OpenStream.Open(machine, AWorkshop.LiveOf(workshop.Wall));
        await workshop.Chantal.Ask(workshop.Chantal.Page.QuerySelector("#next-part")!.GetAttribute("formaction")!);
        await shows.Sees("Kennismaken: je eerste gedachte");
        Assert.DoesNotContain(shows.Messages, message => message.Html.Contains("next-part", StringComparison.Ordinal));
        await using var tries = await OpenStream.Open(machine, live);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, tries.Status);
    }

    [Fact, Rule("W1"), Rule("W6")]
    public async Task Who_leads_no_more_gets_the_wall_without_what_comes_next()
    {
        using var laptop = new Person(workshop.Server, "Chantal's laptop");
        await laptop.Open(new Uri(workshop.Chantal.Page.QuerySelector(".private-link")!.GetAttribute("href")!).AbsolutePath);
        await Begin();
        await laptop.Open(workshop.Wall);
        await using var leads = await OpenStream.Open(laptop, laptop.Page.QuerySelector("[hx-sse\\:connect]")!.GetAttribute("hx-sse:connect")!);
        await leads.Sees("next-part");
        await workshop.Chantal.Press("button[formaction$='/links']");
        await leads.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("next-part", (await laptop.Open(workshop.Wall)).Source, StringComparison.Ordinal);
    }

    [Fact, Rule("W4"), Rule("W5")]
    public async Task A_step_from_the_wall_that_is_refused_says_why_and_none_of_the_notes()
    {
        await Begin();
        await workshop.Chantal.Open(workshop.Wall);
        var answer = await workshop.Chantal.Ask($"{workshop.Root}/steering/visits?part={Guid.NewGuid()}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Dit onderdeel staat niet (meer) in het programma.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Heet iedereen welkom", answer.Text, StringComparison.Ordinal);
        Assert.Equal("#notice", workshop.Chantal.Page.QuerySelector("#next-part")!.GetAttribute("hx-target"));
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
