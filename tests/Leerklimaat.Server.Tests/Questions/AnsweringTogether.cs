using System.Net;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

[Rule("W4")]
public class AnsweringTogether
{
    [Fact]
    public async Task The_closing_is_drawn_when_the_learning_questions_that_come_back_are_known_and_not_before()
    {
        await using var workshop = await AWorkshop.Start();
        var state = await workshop.State();
        var id = new WorkshopId(Guid.Parse(workshop.Root.Split('/')[^1]));
        var closing = state.Programme.First(IsClosing).Id;
        var newest = new Newest();
        newest.Keep(Subject.Of<Workshop>(id.Value), 1, 1, state);
        newest.Keep(Subject.Of<Question>(closing.Value), 0, 0, Question.Empty);

        Assert.Null(new Answerers(id, closing, "nl").Draw(newest));
        newest.Keep(Subject.Of<Question>(state.Programme.First(IsLearning).Id.Value), 0, 0, Question.Empty);
        Assert.NotNull(new Answerers(id, closing, "nl").Draw(newest));
    }

    [Fact]
    public async Task What_people_answer_stands_on_the_wall_and_counts_together()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live");
        await using var phone = await OpenStream.Open(workshop.Bram, $"{question}/live");

        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(question, "samen leren")).Status);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Bram.Say(question, "Samen  leren!")).Status);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Dennis.Say(question, "Tijd")).Status);

        var seen = await wall.Sees("samen leren", "Tijd", "3 mensen hebben geantwoord");
        Assert.Contains("<svg class=\"word-cloud\"", seen, StringComparison.Ordinal);
        Assert.Contains("2 keer", seen, StringComparison.Ordinal);
        await phone.Sees("2 keer", "3 mensen hebben geantwoord");
    }

    [Fact, Rule("L5")]
    public async Task It_works_without_scripts()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await workshop.Anna.Open(question);
        await workshop.Anna.Press("#give-answer", ("answer-text", "Vertrouwen"));
        Assert.Contains("Wat jij schreef", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Equal("Vertrouwen", workshop.Anna.Page.QuerySelector(".own-list textarea")!.TextContent);

        var own = workshop.Anna.Page.QuerySelector(".own-list textarea")!.Id!;
        await workshop.Anna.Press($".own-list button[formaction*='/changes']", (own, "Rust"));
        Assert.Contains("Rust", workshop.Anna.Page.QuerySelector(".phrases")!.TextContent, StringComparison.Ordinal);
        await workshop.Anna.Press(".own-list button[formaction*='/withdrawals']");
        Assert.Null(workshop.Anna.Page.QuerySelector(".phrases"));
        await workshop.Anna.Press(".own-list button[formaction*='/restorations']");
        Assert.Contains("Rust", workshop.Anna.Page.QuerySelector(".phrases")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("L6")]
    public async Task What_is_refused_stays_in_the_field_and_says_why()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await workshop.Anna.Open(question);
        await workshop.Anna.Press("#give-answer", ("answer-text", new('a', 61)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Anna.Status);
        Assert.Contains("hooguit 60 tekens", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Equal(new string('a', 61), workshop.Anna.Page.QuerySelector("#answer-text")!.GetAttribute("value"));

        await workshop.Bram.Open(question);
        await workshop.Chantal.Ask($"{question}/freezes");
        await workshop.Bram.Press("#give-answer", ("answer-text", "Net te laat"));
        Assert.Equal(HttpStatusCode.Conflict, workshop.Bram.Status);
        Assert.Contains("Er komen nu geen antwoorden meer bij", workshop.Bram.Text, StringComparison.Ordinal);
        Assert.Equal("Net te laat", workshop.Bram.Page.QuerySelector("#answer-text")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("  \n ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("<script>alert(1)</script>", HttpStatusCode.OK)]
    [InlineData("👩‍🏫 samen 🌱", HttpStatusCode.OK)]
    [InlineData("تعلّم معًا", HttpStatusCode.OK)]
    [InlineData("مرحبا leren", HttpStatusCode.OK)]
    public async Task Whatever_people_type_is_text(string typed, HttpStatusCode expected)
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        Assert.Equal(expected, (await workshop.Anna.Say(question, typed)).Status);

        var page = await workshop.Dennis.Open(question);
        Assert.Empty(page.Page.QuerySelectorAll("script:not([src])"));
        if (expected == HttpStatusCode.OK) Assert.Equal(typed, page.Page.QuerySelector(".phrases bdi")!.TextContent);
    }

    [Fact]
    public async Task Who_has_no_part_in_it_is_told_so()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        using var stranger = new Person(workshop.Server, "Emma");
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Open(question)).Status);
        await stranger.Open("/");
        await stranger.Post($"{question}/answers", [new("command", $"{Guid.NewGuid()}"), new("answer-text", "Hoi")]);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(question, "Hoi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Anna.Ask($"{question}/freezes")).Status);

        var later = (await workshop.State()).Programme.First(IsClosing).Id.Value;
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Anna.Say($"{workshop.Root}/questions/{later}", "Te vroeg")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Anna.Say($"{workshop.Root}/questions/{Guid.NewGuid()}", "Onbekend")).Status);

        // It shares the server of the first, which is stopped once.
        var other = await AWorkshop.Start(workshop.Server);
        var theirs = await other.GoTo(IsCloud);
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Anna.Say($"{workshop.Root}/questions/{theirs.Split('/')[^1]}", "Verdwaald")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Anna.Say(theirs, "Verdwaald")).Status);
    }

    [Fact, Rule("L2")]
    public async Task The_same_answer_sent_twice_is_one_answer()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await workshop.Anna.Open(question);
        var command = Guid.NewGuid().ToString();
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(question, "Rust", ("command", command))).Status);
        Assert.Contains("één keer", (await workshop.Anna.Open(question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_facilitator_takes_a_phrase_off_the_screen_and_puts_it_back()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await workshop.Anna.Say(question, "Flauwekul");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live");
        await wall.Sees("Flauwekul");

        var desk = await workshop.Chantal.Ask($"{question}/hidings", ("reply", "flauwekul"));
        Assert.Contains("Van het scherm gehaald (1)", desk.Text, StringComparison.Ordinal);
        await wall.Sees("Schrijf wat in je opkomt");
        Assert.DoesNotContain("Flauwekul", wall.Shared, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("De begeleider haalde dit van het scherm", (await workshop.Anna.Open(question)).Text, StringComparison.Ordinal);

        await workshop.Chantal.Ask($"{question}/showings", ("reply", "flauwekul"));
        await wall.Sees("<bdi>Flauwekul</bdi>");
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Chantal.Ask($"{question}/hidings", ("reply", "bestaat niet"))).Status);
    }

    [Fact]
    public async Task Hundreds_of_answers_within_a_moment_are_a_few_pushes()
    {
        await using var workshop = await AWorkshop.Start();
        var question = await workshop.GoTo(IsCloud);
        await workshop.Anna.Say(question, "Vertrouwen");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{question}/screen/live");
        await wall.Sees("Vertrouwen");

        var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IQuestionGrain>(Guid.Parse(question.Split('/')[^1]));
        var began = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => grain.Ask(new GiveAnswer(new(Guid.NewGuid()), "vertrouwen", true, $"writer-{number}", DateTimeOffset.UnixEpoch), Guid.NewGuid(), DateTimeOffset.UnixEpoch)));
        await wall.Sees("201 mensen hebben geantwoord");
        Assert.InRange(wall.Messages.Count, 2, 3 + (int)(began.ElapsedMilliseconds / 250));
    }

    [Fact]
    public async Task Learning_questions_come_back_at_the_closing()
    {
        await using var workshop = await AWorkshop.Start();
        var asked = await workshop.GoTo(IsLearning);
        await workshop.Anna.Say(asked, "Hoe geef ik feedback?", ("shared", "false"));
        await workshop.Bram.Say(asked, "Hoe maak ik tijd?", ("shared", "true"));
        var closing = await workshop.GoTo(IsClosing);

        await workshop.Anna.Open(closing);
        Assert.Contains("Hoe geef ik feedback?", workshop.Anna.Page.QuerySelector(".own-learned")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoe maak ik tijd?", workshop.Anna.Page.QuerySelector(".own-learned")!.TextContent, StringComparison.Ordinal);
        await workshop.Anna.Press(".own-learned button[value=Partly]");
        Assert.Equal("true", workshop.Anna.Page.QuerySelector(".own-learned button[value=Partly]")!.GetAttribute("aria-pressed"));
        Assert.Contains("Zodra vijf mensen het zeggen", workshop.Anna.Text, StringComparison.Ordinal);

        await workshop.Anna.Press("#give-answer", ("answer-text", "Ik vraag vaker door"), ("shared", "true"));
        Assert.Contains("Ik vraag vaker door", (await workshop.Dennis.Open(closing)).Text, StringComparison.Ordinal);
        Assert.Contains("Hoe maak ik tijd?", workshop.Dennis.Text, StringComparison.Ordinal);
    }
}
