using System.Net;
using System.Text;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>Emma follows by the code, without a pawn. Dennis sits at another table, and Gijs never came in.</summary>
[Rule("W4"), Rule("W6")]
public sealed class FollowingAndAnswering : IAsyncLifetime
{
    private const string Private = "Durf ik nee te zeggen?";

    private AWorkshop workshop = null!;
    private Person emma = null!;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Start();
        emma = await workshop.Follow("Emma");
    }

    public async ValueTask DisposeAsync()
    {
        emma.Dispose();
        await workshop.DisposeAsync();
    }

    [Fact]
    public async Task A_follower_answers_and_it_counts_with_what_players_say()
    {
        var question = await workshop.GoTo(IsCloud);
        await using var page = await OpenStream.Open(emma, $"{workshop.Root}/follow/live");
        await page.Sees($"{question}/follow/live", "question-own");
        await using var stream = await OpenStream.Open(emma, $"{question}/follow/live");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live");
        await stream.Sees("answer-form");

        await workshop.Anna.Say(question, "Samen leren");
        var answer = await emma.Say(question, "samen leren!");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Wat jij schreef", answer.Text, StringComparison.Ordinal);
        await wall.Sees("2 keer", "2 mensen hebben geantwoord");
        await stream.Sees("2 keer", "2 mensen hebben geantwoord");
        Assert.Contains("Geantwoord: 2 van 4 mensen", (await workshop.Chantal.Open(question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_follows_later_lands_on_the_question_and_answers_it()
    {
        var question = await workshop.GoTo(IsCloud);
        using var late = await workshop.Follow("Femke");
        Assert.NotNull(late.Page.QuerySelector(".question-own"));
        Assert.Equal(HttpStatusCode.OK, (await late.Say(question, "Tijd")).Status);
        Assert.Contains("Tijd", (await workshop.Dennis.Open(question)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("L5")]
    public async Task It_works_without_scripts()
    {
        var question = await workshop.GoTo(IsCloud);
        await emma.Open($"{workshop.Root}/follow");
        await emma.Open(emma.Page.QuerySelector(".question noscript a")?.GetAttribute("href") ?? question);
        await emma.Press("#give-answer", ("answer-text", "Vertrouwen"));
        Assert.Equal("Vertrouwen", emma.Page.QuerySelector(".own-list textarea")!.TextContent);
        await emma.Press(".own-list button[formaction*='/changes']", (emma.Page.QuerySelector(".own-list textarea")!.Id!, "Rust"));
        Assert.Contains("Rust", emma.Page.QuerySelector(".phrases")!.TextContent, StringComparison.Ordinal);
        await emma.Press(".own-list button[formaction*='/withdrawals']");
        Assert.Null(emma.Page.QuerySelector(".phrases"));
    }

    [Fact, Rule("L6")]
    public async Task The_same_rules_and_limits_hold()
    {
        var question = await workshop.GoTo(IsCloud);
        foreach (var phrase in new[] { "een", "twee", "drie" }) Assert.Equal(HttpStatusCode.OK, (await emma.Say(question, phrase)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await emma.Say(question, "vier")).Status);

        using var late = await workshop.Follow("Femke");
        await late.Open(question);
        await late.Press("#give-answer", ("answer-text", new('a', 61)));
        Assert.Equal(new string('a', 61), late.Page.QuerySelector("#answer-text")!.GetAttribute("value"));
        await workshop.Chantal.Ask($"{question}/freezes");
        Assert.Equal(HttpStatusCode.Conflict, (await late.Say(question, "Te laat")).Status);

        var later = (await workshop.State()).Programme.First(IsClosing).Id.Value;
        Assert.Equal(HttpStatusCode.NotFound, (await late.Say($"{workshop.Root}/questions/{later}", "Te vroeg")).Status);
        Assert.Equal(3, (await workshop.Asked(question)).Given);
    }

    [Fact]
    public async Task Who_follows_first_and_then_takes_a_seat_is_one_person()
    {
        var question = await workshop.GoTo(IsCloud);
        foreach (var phrase in new[] { "een", "twee" }) await emma.Say(question, phrase);
        await workshop.Join(emma, 2);
        Assert.Equal(2, (await emma.Open(question)).Page.QuerySelectorAll(".own-list textarea").Length);
        await emma.Say(question, "drie");
        Assert.Equal(HttpStatusCode.Conflict, (await emma.Say(question, "vier")).Status);
        Assert.Equal(1, (await workshop.Asked(question)).People);
        Assert.Contains("Geantwoord: 1 van 4 mensen", (await workshop.Chantal.Open(question)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W7")]
    public async Task Answering_ends_with_the_way_in()
    {
        var question = await workshop.GoTo(IsCloud);
        await emma.Say(question, "Op tijd");
        await using var stream = await OpenStream.Open(emma, $"{question}/follow/live");
        await stream.Sees("Op tijd");
        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#revoke-code");
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, (await emma.Say(question, "Te laat")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await emma.Open(question)).Status);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(question, "Anna speelt door")).Status);
        Assert.Equal(2, (await workshop.Asked(question)).Given);

        using var gijs = new Person(workshop.Server, "Gijs");
        await using var closed = await OpenStream.Open(gijs, $"{question}/follow/live");
        Assert.Equal(HttpStatusCode.Gone, closed.Status);
    }

    [Fact]
    public async Task A_followers_learning_question_is_theirs_and_comes_back_at_the_closing()
    {
        var asked = await workshop.GoTo(IsLearning);
        await using var dennis = await OpenStream.Open(workshop.Dennis, $"{asked}/live");
        using var femke = await workshop.Follow("Femke");
        await using var other = await OpenStream.Open(femke, $"{asked}/follow/live");
        await emma.Say(asked, Private, ("shared", "false"));
        await femke.Say(asked, "Hoe maak ik tijd?", ("shared", "true"));
        await Task.WhenAll(dennis.Sees("Hoe maak ik tijd?"), other.Sees("Hoe maak ik tijd?"));

        var closing = await workshop.GoTo(IsClosing);
        await emma.Open(closing);
        Assert.Contains(Private, emma.Page.QuerySelector(".own-learned")!.TextContent, StringComparison.Ordinal);
        await emma.Press(".own-learned button[value=Partly]");
        Assert.Equal("true", emma.Page.QuerySelector(".own-learned button[value=Partly]")!.GetAttribute("aria-pressed"));
        await emma.Press("#give-answer", ("answer-text", "Ik begin klein"), ("shared", "true"));
        Assert.Contains("Ik begin klein", (await workshop.Dennis.Open(closing)).Text, StringComparison.Ordinal);

        foreach (var (person, path) in new[] { (femke, asked), (femke, closing), (femke, $"{workshop.Root}/follow"), (workshop.Dennis, closing), (workshop.Chantal, closing), (workshop.Chantal, asked), (femke, $"{workshop.Root}/transcript") })
            Assert.DoesNotContain("Durf ik", (await person.Open(path)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(dennis.Messages.Concat(other.Messages), message => message.Html.Contains("Durf ik", StringComparison.Ordinal));
        Assert.DoesNotContain(workshop.Server.Log.Lines, line => line.Contains("Durf ik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journal_does_not_tell_who_wrote_what()
    {
        var (cloud, learning) = (await workshop.GoTo(IsCloud), await workshop.GoTo(IsLearning));
        await emma.Say(cloud, "Rust");
        await emma.Say(learning, Private, ("shared", "false"));
        var written = await Journal(cloud) + await Journal(learning);
        Assert.Contains("Rust", written, StringComparison.Ordinal);
        Assert.Contains("Durf ik", written, StringComparison.Ordinal);

        var devices = (await workshop.State()).Followers;
        Assert.Single(devices);
        Assert.All(devices, device => Assert.DoesNotContain(device.Value.ToString(), written, StringComparison.Ordinal));
        Assert.Equal(2, (await workshop.Asked(cloud)).Writers.Keys.Concat((await workshop.Asked(learning)).Writers.Keys).Distinct().Count());
    }

    [Fact]
    public async Task Who_leads_may_look_at_the_page_of_followers_and_has_nothing_to_answer_there()
    {
        var question = await workshop.GoTo(IsCloud);
        await using var stream = await OpenStream.Open(workshop.Chantal, $"{question}/follow/live");
        await emma.Say(question, "Rust");
        await stream.Sees("Rust");
        Assert.DoesNotContain(stream.Messages, message => message.Html.Contains("answer-form", StringComparison.Ordinal));
    }

    [Fact, Rule("P3")]
    public async Task A_follower_has_the_dots_of_one_seat()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#start-game");
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Press("#skip-practice");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");
        var note = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd");
        var plenary = (await workshop.State()).Programme.First(part => part.Kind == Domain.Workshops.PartKind.Plenary);
        await workshop.Chantal.Ask($"{workshop.Root}/parts/visits?part={plenary.Id.Value}");
        await emma.Open($"{workshop.Root}/follow");
        await emma.Open(emma.Page.QuerySelector(".dots-holder a")!.GetAttribute("href")!);
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#open-dots");

        await emma.Open($"{workshop.Root}/dots");
        Assert.Contains("Nog 1 van 1 stip", emma.Text, StringComparison.Ordinal);
        await emma.Press($"#more-{note}");
        Assert.Contains("Al je stippen staan.", emma.Text, StringComparison.Ordinal);
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#close-dots");
        Assert.Contains("Stippen tellen we vanaf vijf mensen", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stip", workshop.Chantal.Page.QuerySelector($"#line-{note}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_sends_on_and_on_is_asked_to_wait_and_nobody_else_is()
    {
        var question = await workshop.GoTo(IsCloud);
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time <= Bursts.PerMinute; time++) answers.Add((await emma.Say(question, $"woord {time}")).Status);
        Assert.Equal(HttpStatusCode.Conflict, answers[^2]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(question, "Rust")).Status);
    }

    private async Task<string> Journal(string question)
    {
        var events = await workshop.Server.Services.GetRequiredService<IEventStore>().Read(Grain(question).GetGrainId().ToString());
        return string.Join('\n', events.Select(stored => Encoding.UTF8.GetString(stored.Body.Span)));
    }

    private IQuestionGrain Grain(string question) => workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IQuestionGrain>(Guid.Parse(question.Split('/')[^1]));
}
