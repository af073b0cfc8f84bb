using System.Net;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Parting;

/// <summary>The end of a workshop: everybody is thanked, keeps what is theirs, and who leads comes to the report.</summary>
[Rule("W7")]
public sealed class TakingAlong : IAsyncLifetime
{
    private const string MyNote = "Maandag bespreken we dit", MyQuestion = "Durf ik nee te zeggen?";

    private readonly AHandClock clock = new();
    private AWorkshop workshop = null!;

    private string Mine => $"{workshop.Root}/mine";

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", MyNote));
        await workshop.Chantal.Open(workshop.Root);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task At_the_end_every_screen_thanks_and_a_phone_leads_to_what_is_theirs()
    {
        await using var phone = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var wall = await OpenStream.Open(workshop.Dennis, AWorkshop.LiveOf(workshop.Wall));
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("#follow");
        await Close();
        await phone.Sees("Dank jullie wel");
        await wall.Sees("Dank jullie wel");
        Assert.Contains("Dank jullie wel", (await workshop.Dennis.Open(workshop.Wall)).Text, StringComparison.Ordinal);
        foreach (var (person, page) in new[] { (workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Table2), (emma, $"{workshop.Root}/follow") })
        {
            await person.Open(page);
            Assert.Equal(Mine, person.Page.QuerySelector("#to-mine")!.GetAttribute("href"));
        }

        foreach (var screen in new[] { workshop.Wall, $"{workshop.Root}/follow" }) Assert.Contains("mensen deden mee", (await emma.Open(screen)).Text, StringComparison.Ordinal);
        await workshop.Chantal.Press("#reopen");
        Assert.DoesNotContain("Dank jullie wel", (await workshop.Anna.Open(workshop.Table1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_comes_from_the_last_part_to_the_report()
    {
        await workshop.Chantal.Open(workshop.Root);
        while (workshop.Chantal.Page.QuerySelector("#next-part") is not null) await workshop.Chantal.Press("#next-part");
        await workshop.Chantal.Press("#end-workshop");
        Assert.Equal($"{workshop.Root}/report", workshop.Chantal.Page.QuerySelector("#now #to-report")!.GetAttribute("href"));
        Assert.Null(workshop.Chantal.Page.QuerySelector(".floor-plan .phase"));
        await workshop.Chantal.Open(workshop.Chantal.Page.QuerySelector("#to-read-link")!.GetAttribute("href")!);
        Assert.NotNull(workshop.Chantal.Page.QuerySelector("#read-link"));
        Assert.Equal($"{workshop.Root}/report", (await workshop.Chantal.Open($"{workshop.Root}/presenter")).Page.QuerySelector("#to-report")!.GetAttribute("href"));
    }

    [Fact]
    public async Task One_s_own_words_are_there_and_nobody_else_s()
    {
        await AskALearningQuestion();
        await Close();
        await workshop.Anna.Open(Mine);
        foreach (var own in new[] { MyNote, MyQuestion, "De kaarten van tafel 1" }) Assert.DoesNotContain(own, (await workshop.Dennis.Open(Mine)).Text, StringComparison.Ordinal);
        foreach (var own in new[] { MyNote, MyQuestion }) Assert.Contains(own, workshop.Anna.Text, StringComparison.Ordinal);
        foreach (var other in new[] { workshop.Bram, workshop.Dennis })
            Assert.DoesNotContain(MyQuestion, (await other.Open(Mine)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(MyNote, (await workshop.Bram.Open(Mine)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_device_that_several_share_nobody_s_own_words_are_shown()
    {
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Oma"));
        await workshop.Anna.Open(Mine);
        Assert.Contains("Op dit toestel speelden meer mensen", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MyNote, workshop.Anna.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("T3")]
    public async Task Nor_when_the_other_has_gone_on_with_a_device_of_their_own()
    {
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Oma"));
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("seat", "3"), ("note", Guid.NewGuid().ToString()), ("kind", "Need"), ("text", "Wat Oma schreef"));
        await workshop.Anna.Open(workshop.Table1);
        using var phone = new Person(workshop.Server, "Oma");
        await phone.Open($"/{workshop.Code}");
        await phone.Press("form[action$='/returns'] button", ("personal", workshop.Anna.Page.QuerySelectorAll(".personal-code")[1].TextContent));
        Assert.Equal(workshop.Table1, phone.Path);

        Assert.DoesNotContain("Wat Oma schreef", (await workshop.Anna.Open(Mine)).Source, StringComparison.Ordinal);
        Assert.Contains("Op dit toestel speelden meer mensen", workshop.Anna.Text, StringComparison.Ordinal);
        // What Oma writes from now on, she writes on a device of her own.
        await phone.Open(workshop.Table1);
        await phone.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Need"), ("text", "Later geschreven"));
        Assert.Contains("Later geschreven", (await phone.Open(Mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_live_link_or_stays_as_long_as_the_read_link()
    {
        await Close();
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Anna.Open(Mine)).Status);

        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#give-read-link", ("days", "30"));
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Open(Mine)).Status);
        Assert.Contains(MyNote, workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Anna.Open(workshop.Table1)).Status);
        Assert.NotNull(workshop.Anna.Page.QuerySelector($"a[href='{Mine}']"));
        using var stranger = new Person(workshop.Server, "Gijs");
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Open(Mine)).Status);

        clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Anna.Open(Mine)).Status);
    }

    private async Task AskALearningQuestion()
    {
        await workshop.Chantal.Open(workshop.Root);
        while (workshop.Chantal.Page.QuerySelector(".is-now h2")?.TextContent.Contains("je leervraag", StringComparison.Ordinal) != true) await workshop.Chantal.Press("#previous-part");
        var question = workshop.Chantal.Page.QuerySelector("[hx-sse\\:connect*='/questions/']")!.GetAttribute("hx-sse:connect")!.Split('/')[4];
        var answered = await workshop.Anna.Ask($"{workshop.Root}/questions/{question}/answers", ("answer", Guid.NewGuid().ToString()), ("answer-text", MyQuestion), ("shared", "false"));
        Assert.True(answered.Status is HttpStatusCode.OK, answered.Text);
    }

    private async Task Close()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/closures");
        await workshop.Chantal.Open(workshop.Root);
    }
}
