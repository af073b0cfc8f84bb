using System.Net;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>Why people come together, told at the welcome, asked about at the closing, and on top of the report.</summary>
[Rule("W4")]
public sealed class ReachingTheGoal : IAsyncLifetime
{
    private const string Occasion = "Er zijn veel <nieuwe> collega’s", Goal = "We weten wat er al goed gaat";

    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task The_purpose_stands_at_the_welcome_on_every_screen_and_at_no_other_part()
    {
        await State();
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("#follow");
        Assert.Equal([Occasion, Goal], Told(emma));

        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        await wall.Sees(Goal);
        foreach (var (person, path) in new[] { (workshop.Anna, workshop.Table1), (emma, $"{workshop.Root}/follow"), (workshop.Dennis, $"{workshop.Root}/screen") }) Assert.Equal([Occasion, Goal], Told(await person.Open(path)));

        await workshop.GoTo(part => part.Kind == Domain.Workshops.PartKind.Slide && part.Title != "Welkom");
        Assert.Empty(Told(await workshop.Anna.Open(workshop.Table1)));
        await emma.Open($"{workshop.Root}/follow");
        await emma.Open(emma.Page.QuerySelector(".past a")!.GetAttribute("href")!);
        Assert.Equal([Occasion, Goal], Told(emma));
        await emma.Open($"{workshop.Root}/transcript");
        Assert.Contains($"Ons doel: {Goal}", emma.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("L6")]
    public async Task Two_facilitators_who_change_it_at_once_both_see_what_was_written()
    {
        var edition = (await workshop.Chantal.Open($"{workshop.Root}/programme")).Page.QuerySelector("#purpose [name=edition]")!.GetAttribute("value")!;
        await State();
        await workshop.Chantal.Press("#state-purpose", ("edition", edition), ("goal", "Iets anders"));
        Assert.Equal(HttpStatusCode.Conflict, workshop.Chantal.Status);
        Assert.Equal("Iets anders", workshop.Chantal.Page.QuerySelector("#goal")!.TextContent);
        Assert.Equal([Occasion, Goal], Told(workshop.Chantal));
        await workshop.Chantal.Press("#state-purpose");
        Assert.Equal("Iets anders", (await workshop.State()).Purpose.Goal);

        await workshop.Chantal.Press("#state-purpose", ("goal", new('a', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Equal(new string('a', 301), workshop.Chantal.Page.QuerySelector("#goal")!.TextContent);
        Assert.Equal("Iets anders", (await workshop.State()).Purpose.Goal);
    }

    [Fact, Rule("R1")]
    public async Task How_many_were_invited_stands_in_the_report_and_what_is_no_number_stays_in_its_field()
    {
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        await workshop.Chantal.Press("#state-purpose", ("goal", Goal), ("invited", "een stuk of tien"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("een heel getal van 1 tot 10.000", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Equal("een stuk of tien", workshop.Chantal.Page.QuerySelector("#invited")!.GetAttribute("value"));
        Assert.False((await workshop.State()).Purpose.IsStated);

        await workshop.Chantal.Press("#state-purpose", ("invited", "12"));
        Assert.Equal("12", (await workshop.Chantal.Open($"{workshop.Root}/programme")).Page.QuerySelector("#invited")!.GetAttribute("value"));
        Assert.Contains("Er waren 3 mensen van de 12 die waren uitgenodigd", (await workshop.Chantal.Open($"{workshop.Root}/report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_leads_states_it()
    {
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Post($"{workshop.Root}/programme/purpose", [new("command", $"{Guid.NewGuid()}"), new("goal", "Van Anna"), new("edition", "0")]);
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Anna.Status);
        Assert.False((await workshop.State()).Purpose.IsStated);
    }

    [Fact, Rule("L5")]
    public async Task At_the_closing_people_tap_whether_it_was_reached_also_without_scripts()
    {
        await State();
        var closing = await workshop.GoTo(IsClosing);
        var anna = await workshop.Anna.Open(closing);
        Assert.Contains(Goal, anna.Page.QuerySelector("#own-goal")!.TextContent, StringComparison.Ordinal);
        Assert.Null(anna.Page.QuerySelector("#goal-why"));
        await anna.Press("#goal-Partly");
        Assert.Equal("true", anna.Page.QuerySelector("#goal-Partly")!.GetAttribute("aria-pressed"));
        await anna.Press("#keep-why", ("why", "We hadden te weinig tijd"));
        Assert.Equal("We hadden te weinig tijd", anna.Page.QuerySelector("#goal-why")!.TextContent);
        await anna.Press("#aim-ShareKnowledge");
        Assert.Equal("true", anna.Page.QuerySelector("#aim-ShareKnowledge")!.GetAttribute("aria-pressed"));
        await anna.Press("#aim-ShareKnowledge");
        Assert.Equal("false", anna.Page.QuerySelector("#aim-ShareKnowledge")!.GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task Without_a_goal_nobody_is_asked_about_it()
    {
        var closing = await workshop.GoTo(IsClosing);
        await workshop.Anna.Open(closing);
        Assert.Null(workshop.Anna.Page.QuerySelector("#own-goal"));
        Assert.NotNull(workshop.Anna.Page.QuerySelector("#own-aims"));
        Assert.DoesNotContain("Ons doel", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R3")]
    public async Task What_one_person_chose_leaves_the_server_for_nobody_else()
    {
        async Task<Dictionary<string, string>> World(string chosen)
        {
            await using var world = await AWorkshop.Start();
            await State(world);
            var closing = await world.GoTo(IsClosing);
            await world.Anna.Open(closing);
            await world.Anna.Press($"#goal-{chosen}");
            await world.Anna.Press(chosen == "Yes" ? "#aim-LearnTogether" : "#aim-ShareKnowledge");
            await world.Anna.Press("#keep-why", ("why", "Daarom"));
            Assert.Equal("true", world.Anna.Page.QuerySelector($"#goal-{chosen}")!.GetAttribute("aria-pressed"));
            var seen = new Dictionary<string, string>();
            foreach (var (name, person, path) in new[]
            {
                ("Bram", world.Bram, closing), ("Dennis", world.Dennis, closing), ("Chantal", world.Chantal, closing), ("the wall", world.Dennis, $"{world.Root}/screen"),
                ("the report", world.Chantal, $"{world.Root}/report"), ("the report as text", world.Chantal, $"{world.Root}/report/report.txt"), ("the report as data", world.Chantal, $"{world.Root}/report/report.json"), ("the transcript", world.Chantal, $"{world.Root}/transcript"),
            }) seen[name] = Plain(world, (await person.Open(path)).Source);
            await using var wall = await OpenStream.Open(world.Dennis, $"{closing}/screen/live");
            seen["the wall's stream"] = Plain(world, await wall.Sees("Ons doel"));
            await using var bram = await OpenStream.Open(world.Bram, $"{closing}/live");
            seen["Bram's stream"] = Plain(world, await bram.Sees("Ons doel"));
            Assert.DoesNotContain(world.Server.Log.Lines, line => line.Contains("Daarom", StringComparison.Ordinal));
            return seen;
        }

        var (one, other) = (await World("Yes"), await World("No"));
        Assert.Equal(10, one.Count);
        foreach (var (who, seen) in one) Assert.Equal(seen, other[who]);
        Assert.Contains("Daarom", one["the report"], StringComparison.Ordinal);
    }

    [Fact, Rule("R1")]
    public async Task From_five_people_on_it_is_in_the_report_in_every_format_and_on_the_wall()
    {
        await State();
        var closing = await workshop.GoTo(IsClosing);
        var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IQuestionGrain>(Guid.Parse(closing.Split('/')[^1]));
        await workshop.Anna.Open(closing);
        await workshop.Anna.Press("#goal-No");
        await workshop.Anna.Press("#keep-why", ("why", "Te veel in te korte tijd"));
        await workshop.Bram.Open(closing);
        await workshop.Bram.Press("#goal-Yes");
        await workshop.Bram.Press("#keep-why", ("why", "Door die van Kees"));
        await workshop.Chantal.Ask($"{closing}/hidings", ("reply", await ReplyOf(closing, "Door die van Kees")));
        foreach (var number in Enumerable.Range(1, 6)) await grain.Ask(new JudgeGoal(number % 2 == 0 ? GoalReached.Yes : GoalReached.No, $"writer-{number}", DateTimeOffset.UnixEpoch), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        foreach (var number in Enumerable.Range(1, 5)) await grain.Ask(new TickAim(Aim.LearnTogether, true, $"writer-{number}", DateTimeOffset.UnixEpoch), Guid.NewGuid(), DateTimeOffset.UnixEpoch);

        Assert.Contains("5 mensen hebben gekozen", (await workshop.Dennis.Open(closing)).Text, StringComparison.Ordinal);
        foreach (var (path, expected) in new[] { ("report", "Doel gehaald? Ja: 2, deels: 0, nee: 3 (van 5 mensen)."), ("report/report.txt", "Doel gehaald? Ja: 2, deels: 0, nee: 3 (van 5 mensen)."), ("report/report.json", "\"yes\": 2"), ("report/purpose.csv", "\"ja\";\"2\"") })
        {
            var report = WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/{path}"));
            foreach (var part in new[] { Occasion, Goal, expected, "Te veel in te korte tijd" }) Assert.Contains(part, report, StringComparison.Ordinal);
            Assert.DoesNotContain("Kees", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Te veel in te korte tijd", WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/{path}?quotes=no")), StringComparison.Ordinal);
        }

        await workshop.Chantal.Open($"{workshop.Root}/report");
        var lines = workshop.Chantal.Page.QuerySelectorAll(".report-paper > p, .report-paper > h2").Select(line => line.TextContent).ToList();
        Assert.Equal(["In het kort", $"Aanleiding: {Occasion}", $"Ons doel: {Goal}"], lines.Take(3));
    }

    private Task State() => State(workshop);

    private static async Task State(AWorkshop workshop)
    {
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        await workshop.Chantal.Press("#state-purpose", ("occasion", Occasion), ("goal", Goal));
        Assert.Equal(HttpStatusCode.OK, workshop.Chantal.Status);
    }

    private static IEnumerable<string> Told(Person person) => person.Page.QuerySelectorAll(".purpose dd").Select(one => one.TextContent);

    /// <summary>Without what differs between two servers by chance.</summary>
    private static string Plain(AWorkshop workshop, string source) => System.Text.RegularExpressions.Regex.Replace(
        source.Replace(workshop.Code, "*", StringComparison.Ordinal).Replace($"{workshop.Code[..3]} {workshop.Code[3..]}", "*", StringComparison.Ordinal),
        "[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|CfDJ8[\\w-]+|seen=\\d+|data-now=\"\\d+\"|(?:\\d+\\.){3}\\d+:\\d+|\"(?:heldAt|madeAt)\": \"[^\"]+\"|<path d=\"[^\"]*\"", "*");

    private async Task<string> ReplyOf(string question, string text) => (await workshop.Chantal.Open(question)).Page.QuerySelectorAll(".desk-replies li").First(reply => reply.TextContent.Contains(text, StringComparison.Ordinal)).QuerySelector("button")!.GetAttribute("value")!;
}
