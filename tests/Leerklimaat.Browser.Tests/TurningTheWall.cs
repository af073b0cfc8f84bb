using System.Globalization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Browser.Tests;

/// <summary>What is too much for the wall comes in pages: nothing is cut off on a screen that nobody can scroll.</summary>
[Rule("W6"), Rule("P1")]
public class TurningTheWall
{
    private const string Everything = "li, tr, .learned";

    // What of these can be seen as the wall stands now, and how much the page is larger than the wall.
    private const string Seen = """
        things => {
          const seen = [...document.querySelectorAll("#screen [data-turns]")].flatMap(place => {
            const [frame, items] = [place.getBoundingClientRect(), [...place.querySelectorAll(things)]];
            return items.filter(item => { const at = item.getBoundingClientRect(); return at.height > 0 && at.left >= frame.left - 4 && at.right <= frame.right + 4 && at.top >= frame.top - 4 && at.bottom <= frame.bottom + 4 && at.bottom <= innerHeight && at.right <= innerWidth; }).map(item => item.innerText);
          });
          const page = document.scrollingElement;
          for (const word of document.querySelectorAll("#screen .word-cloud text")) {
            const at = word.getBoundingClientRect();
            if (at.left >= 0 && at.right <= innerWidth && at.top >= 0 && at.bottom <= innerHeight) seen.push(word.textContent);
          }
          return [String(Math.max(page.scrollHeight - innerHeight, page.scrollWidth - innerWidth)), document.getElementById("turning").textContent, ...seen];
        }
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Slides_answers_the_closing_and_the_plenary_are_all_seen_page_by_page()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var id = Guid.Parse(chantal.Page.Url.Split('/')[^1]);
        var grains = room.Server.Services.GetRequiredService<IGrainFactory>();
        var workshop = grains.GetGrain<IWorkshopGrain>(id);
        await Ask(workshop, new BeginProgramme(Now));

        var bullets = await Slide(workshop, "Dertig punten", string.Join('\n', Enumerable.Range(1, 30).Select(number => $"- Punt {number}: dit is een zin van gewone lengte over leren op het werk")));
        await ShouldBeSeen(wall, bullets, [.. Enumerable.Range(1, 30).Select(number => $"Punt {number}:")]);
        await wall.Look("wall-bullets");
        var wide = await Slide(workshop, "Een brede tabel", $"|{Row("Kolom")}\n|{Row("---", false)}\n{string.Join('\n', Enumerable.Range(1, 20).Select(number => $"|{Row($"Rij {number}-")}"))}");
        await ShouldBeSeen(wall, wide, [.. Enumerable.Range(1, 20).Select(number => $"Rij {number}-15")]);
        await wall.Look("wall-table");

        var state = (await workshop.Look()).State;
        var cloud = state.Programme.First(part => part.Question == QuestionKind.WordCloud);
        await Answer(grains, id, cloud, AnswerKind.WordCloud, 45, number => $"Een antwoord met {number} en meer");
        await Ask(workshop, new GoToPart(cloud.Id, Now));
        await ShouldBeSeen(wall, cloud.Id, [.. Enumerable.Range(1, 45).Select(number => $"antwoord met {number} en")], turns: false);
        await wall.Look("wall-45-words");
        await Answer(grains, id, cloud, AnswerKind.WordCloud, 15, number => $"Een lang antwoord van {number} woorden dat niet meer past");
        await ShouldBeSeen(wall, cloud.Id, [.. Enumerable.Range(1, 15).Select(number => $"lang antwoord van {number} woorden")]);
        await wall.Look("wall-60-words");

        var learning = state.Programme.First(part => part.Question == QuestionKind.LearningQuestion);
        var closing = state.Programme.First(part => part.Kind == PartKind.Closing);
        await Answer(grains, id, learning, AnswerKind.LearningQuestion, 14, number => $"Leervraag {number}: hoe zorg ik ervoor dat wij in ons team vaker van elkaar leren en niet alleen als het misgaat?");
        await Answer(grains, id, closing, AnswerKind.TakeAlong, 22, number => $"Ik neem mee {number}: maandag zet ik leren bovenaan op de agenda van ons overleg, en ik vraag wie er iets wil vertellen.");
        await Ask(workshop, new GoToPart(closing.Id, Now));
        await ShouldBeSeen(wall, closing.Id, [.. Enumerable.Range(1, 14).Select(number => $"Leervraag {number}:"), .. Enumerable.Range(1, 22).Select(number => $"Ik neem mee {number}:")]);
        await wall.Look("wall-closing");

        await Ask(workshop, new GoToPart(state.Programme.First(part => part.Kind == PartKind.Game).Id, Now));
        await Write(grains, state.Tables[0].Id, 26);
        await Ask(workshop, new GoToPart(state.Programme.First(part => part.Kind == PartKind.Plenary).Id, Now));
        await wall.Page.Locator(".wall-lists").WaitForAsync();
        await ShouldBeSeen(wall, null, [.. Enumerable.Range(1, 26).Select(number => $"Briefje {number}:")]);
        await wall.Look("wall-plenary-pages");
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task A_clicker_turns_the_pages_before_it_goes_on_and_without_one_they_turn_by_themselves()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1920, 1080);
        await chantal.StartWorkshop();
        var address = await chantal.WallAddress();
        var workshop = room.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(chantal.Page.Url.Split('/')[^1]));
        await Ask(workshop, new BeginProgramme(Now));
        var slide = await Slide(workshop, "Dertig punten", string.Join('\n', Enumerable.Range(1, 30).Select(number => $"- Punt {number}")));
        var machine = await room.Enter("The wall", 1920, 1080);
        await machine.Page.Clock.InstallAsync();
        await machine.Page.GotoAsync(address);
        await chantal.Page.GotoAsync(address);
        var (own, other) = (chantal.Page.Locator("#turning"), machine.Page.Locator("#turning"));
        await Assertions.Expect(own).ToHaveTextAsync("Blad 1 van 3");
        await chantal.Page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(own).ToHaveTextAsync("Blad 2 van 3");
        Assert.Equal(slide, (await workshop.Look()).State.Current);
        await chantal.Page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(own).ToHaveTextAsync("Blad 1 van 3");
        for (var step = 0; step < 3; step++) await chantal.Page.Keyboard.PressAsync("PageDown");
        await chantal.Page.Locator($"[id='part-{slide.Value}']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.NotEqual(slide, (await workshop.Look()).State.Current);

        await Ask(workshop, new GoToPart(slide, Now));
        await Assertions.Expect(other).ToHaveTextAsync("Blad 1 van 3");
        await machine.Page.Clock.FastForwardAsync(16_000);
        await Assertions.Expect(other).ToHaveTextAsync("Blad 2 van 3");
        foreach (var sign in new[] { "Blad 3 van 3", "Blad 1 van 3" })
        {
            await machine.Page.Clock.FastForwardAsync(16_000);
            await Assertions.Expect(other).ToHaveTextAsync(sign);
        }

        Assert.Empty(room.Troubles);
    }

    private static async Task ShouldBeSeen(Person wall, PartId? part, IReadOnlyList<string> texts, bool turns = true)
    {
        if (part is { } at) await wall.Page.Locator($"[id='part-{at.Value}']").WaitForAsync();
        await Assertions.Expect(wall.Page.GetByText(texts[^1]).First).ToBeAttachedAsync(new() { Timeout = 30_000 });
        var sign = wall.Page.Locator("#turning");
        if (turns) await Assertions.Expect(sign).ToContainTextAsync("Blad 1", new() { Timeout = 30_000 });
        else await Assertions.Expect(sign).ToHaveTextAsync("", new() { Timeout = 30_000 });
        var seen = new List<string>();
        for (var page = 0; page < 20; page++)
        {
            var now = await wall.Page.EvaluateAsync<string[]>(Seen, Everything);
            Assert.True(int.Parse(now[0], CultureInfo.InvariantCulture) <= 1, $"The wall is {now[0]} px too large.");
            seen.AddRange(now[2..]);
            if (now[1].Split(' ') is not [_, var shown, _, var last] || shown == last) break;
            await wall.Page.Keyboard.PressAsync("PageDown");
            await Assertions.Expect(sign).ToHaveTextAsync($"Blad {page + 2} van {last}");
        }

        Assert.DoesNotContain(texts, text => !seen.Exists(one => one.Contains(text, StringComparison.Ordinal)));
    }

    private static async Task<PartId> Slide(IWorkshopGrain workshop, string title, string text)
    {
        var slide = new Part(new(Guid.NewGuid()), PartKind.Slide, null, title, 3, text, "", 0);
        await Ask(workshop, new AddParts([slide], 1, Now));
        await Ask(workshop, new GoToPart(slide.Id, Now));
        return slide.Id;
    }

    private static string Row(string cell, bool isNumbered = true) => string.Concat(Enumerable.Range(1, 15).Select(column => isNumbered ? $" {cell}{column} |" : $" {cell} |"));

    private static async Task Ask(IWorkshopGrain workshop, WorkshopCommand command) => Assert.Null((await workshop.Ask(command, Guid.NewGuid(), Now)).Refusal);

    private static async Task Answer(IGrainFactory grains, Guid workshop, Part part, AnswerKind kind, int people, Func<int, string> text)
    {
        var question = grains.GetGrain<IQuestionGrain>(part.Id.Value);
        await question.Ask(new OpenQuestion(workshop, kind, Now), Guid.NewGuid(), Now);
        foreach (var number in Enumerable.Range(1, people)) Assert.Null((await question.Ask(new GiveAnswer(new(Guid.NewGuid()), text(number), true, $"writer-{text(number)}", Now), Guid.NewGuid(), Now)).Refusal);
    }

    private static async Task Write(IGrainFactory grains, TableId table, int notes)
    {
        var (at, phone, first) = (grains.GetGrain<ITableGrain>(table.Value), new DeviceId(Guid.NewGuid()), new SeatNumber(1));
        TableCommand[] commands =
        [
            new TakeSeat(phone, "Anna", "code", "", Now), new SkipPractice(first, phone, Now), new ChooseCard(first, phone, new("veiligheid-1"), RoundKind.Statement, ChosenBy.Picked, Now),
            .. Enumerable.Range(1, notes).Select(number => new WriteNote(first, phone, new(Guid.NewGuid()), number % 2 == 0 ? NoteKind.Green : NoteKind.Need, $"Briefje {number}: elke maandag bespreken we wat er goed ging en wat er beter kan, en wie daar hulp bij wil.", $"proof-{number}", false, Now)),
        ];
        foreach (var command in commands) Assert.Null((await at.Ask(command, Guid.NewGuid(), Now)).Refusal);
    }
}
