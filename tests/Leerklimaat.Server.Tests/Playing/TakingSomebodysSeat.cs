using System.Net;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>
/// Anna's pawn lies face down on the third square. Somebody comes to her seat from another browser, in each way that there is, to see where
/// it lies or to move it. The same story with the first square tells whether they can see anything.
/// </summary>
[Rule("T2"), Rule("G3")]
public class TakingSomebodysSeat
{
    [Fact]
    public async Task A_friend_at_the_table_who_says_yes_does_not_help()
    {
        foreach (var square in new[] { 1, 3 })
        {
            await using var story = await Story.Of(square);
            using var tablet = await story.Claims("Anna's tablet, they say");
            Assert.Equal(HttpStatusCode.Conflict, (await story.SaysYes(story.Workshop.Bram)).Status);

            story.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.NoContent, (await story.SaysYes(story.Workshop.Bram)).Status);
            await story.SeesNothingAndMovesNothing(tablet, square);
        }
    }

    [Fact]
    public async Task A_second_browser_with_the_join_code_alone_does_not_help()
    {
        await using var story = await Story.Of(3);
        using var friend = new Person(story.Workshop.Server, "Dennis' second phone");
        await story.Workshop.Join(friend, 1);
        using var tablet = await story.Claims("Dennis' tablet");
        story.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.Forbidden, (await story.SaysYes(friend)).Status);
        Assert.Contains("Even wachten", (await tablet.Open(story.Workshop.Table1)).Text, StringComparison.Ordinal);
        await tablet.Open($"/{story.Workshop.Code}");
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Places(tablet, 1)).Status);
        Assert.Equal(3, await story.SquareAfterTheReveal());
    }

    [Fact]
    public async Task The_facilitator_cannot_either()
    {
        await using var story = await Story.Of(3);
        var chantal = story.Workshop.Chantal;
        using var second = new Person(story.Workshop.Server, "Chantal's phone");
        await story.Workshop.Join(second, 1);
        await story.Claims(chantal);
        story.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Forbidden, (await story.SaysYes(second)).Status);

        await story.SaysYes(story.Workshop.Bram);
        await story.SeesNothingAndMovesNothing(chantal, 3);
    }

    [Fact]
    public async Task Two_words_do_not_show_it_either()
    {
        foreach (var square in new[] { 1, 3 })
        {
            await using var story = await Story.Of(square);
            using var tablet = new Person(story.Workshop.Server, "Anna's tablet");
            await tablet.Open($"/{story.Workshop.Code}");
            await tablet.Press("form[action$='/returns'] button", ("personal", story.Words));
            await story.SeesNothingAndMovesNothing(tablet, square);
        }
    }

    [Fact]
    public async Task Who_plays_the_seat_is_asked_there_and_says_no()
    {
        await using var story = await Story.Of(3);
        using var tablet = await story.Claims("somebody");
        await story.Workshop.Anna.Open(story.Workshop.Table1);
        Assert.Contains("op een ander toestel verder met de plek van Anna", story.Workshop.Anna.Page.QuerySelector("#mine")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("op een ander toestel verder", (await story.Workshop.Bram.Open(story.Workshop.Table1)).Text, StringComparison.Ordinal);

        await story.Workshop.Anna.Press("#own-claim button");
        story.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Conflict, (await story.SaysYes(story.Workshop.Bram)).Status);
        Assert.NotNull((await story.Workshop.Anna.Open(story.Workshop.Table1)).Page.QuerySelector("#square-3[aria-pressed=true]"));
    }

    [Fact]
    public async Task The_table_sees_that_it_happened_and_takes_it_back()
    {
        await using var story = await Story.Of(3);
        using var tablet = await story.Claims("somebody");
        story.Clock.Advance(TimeSpan.FromMinutes(1));
        await story.SaysYes(story.Workshop.Bram);
        await tablet.Open(story.Workshop.Table1);
        Assert.Equal(HttpStatusCode.OK, (await story.Places(tablet, 1)).Status);

        await story.Workshop.Bram.Open(story.Workshop.Table1);
        Assert.Contains("Anna speelt nu op een ander toestel", story.Workshop.Bram.Text, StringComparison.Ordinal);
        await story.Workshop.Bram.Press("#handed-over-1 button");
        Assert.DoesNotContain("speelt nu op een ander toestel", story.Workshop.Bram.Text, StringComparison.Ordinal);
        Assert.NotNull((await story.Workshop.Anna.Open(story.Workshop.Table1)).Page.QuerySelector("#square-3[aria-pressed=true]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Places(tablet, 1)).Status);
        Assert.Equal(3, await story.SquareAfterTheReveal());
    }

    [Fact]
    public async Task Who_played_it_before_is_told_and_takes_it_back()
    {
        await using var story = await Story.Of(3);
        using var tablet = await story.Claims("somebody");
        story.Clock.Advance(TimeSpan.FromMinutes(1));
        await story.SaysYes(story.Workshop.Bram);

        await story.Workshop.Anna.Open(story.Workshop.Table1);
        Assert.Contains("Je plek is verhuisd", story.Workshop.Anna.Text, StringComparison.Ordinal);
        await story.Workshop.Anna.Press("#take-back");
        Assert.NotNull(story.Workshop.Anna.Page.QuerySelector("#square-3[aria-pressed=true]"));
    }

    private sealed class Story(AWorkshop workshop, AClock clock, string words) : IAsyncDisposable
    {
        public AWorkshop Workshop => workshop;

        public AClock Clock => clock;

        /// <summary>Anna's own.</summary>
        public string Words => words;

        public static async Task<Story> Of(int square)
        {
            var clock = new AClock();
            var workshop = await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
            var words = workshop.Anna.Page.QuerySelector(".personal-code")!.TextContent;
            await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"));
            return new(workshop, clock, words);
        }

        public async Task<Person> Claims(string name)
        {
            var tablet = new Person(workshop.Server, name);
            await Claims(tablet);
            return tablet;
        }

        public async Task Claims(Person tablet)
        {
            await tablet.Open($"/{workshop.Code}");
            await tablet.Press("form[action$='/claims'] button[value='1']");
        }

        public async Task<Answer> SaysYes(Person tablemate)
        {
            await tablemate.Open(workshop.Table1);
            return await tablemate.Ask($"{workshop.Table1}/claims/answers?claimed=1&yes=true");
        }

        public async Task<Answer> Places(Person person, int square)
        {
            using var form = new FormUrlEncodedContent([new("seat", "1"), new("square", $"{square}"), new("command", Guid.NewGuid().ToString())]);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{workshop.Table1}/placements?round=1") { Content = form };
            request.Headers.Add("HX-Request", "true");
            using var answer = await person.Http.SendAsync(request);
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        /// <summary>The page, one's own part, the stream and the answers are the same wherever the pawn lies; and a pawn that is laid anew goes away with the undo.</summary>
        public async Task SeesNothingAndMovesNothing(Person tablet, int square)
        {
            await tablet.Open(workshop.Table1);
            await using var stream = await OpenStream.Open(tablet, $"{workshop.Table1}/live");
            await stream.Sees("id=\"reveal\"");
            var mine = await tablet.Http.GetStringAsync($"{workshop.Table1}/mine");
            foreach (var seen in new[] { tablet.Source, mine, string.Concat(stream.Shown.Values) })
            {
                Assert.Contains("Je pion ligt al, dicht", WebUtility.HtmlDecode(seen), StringComparison.Ordinal);
                Assert.DoesNotContain("aria-pressed=\"true\"", Squares(seen), StringComparison.Ordinal);
                Assert.DoesNotContain("data-chosen=", seen, StringComparison.Ordinal);
            }

            foreach (var anew in new[] { square, 2 })
            {
                Assert.Equal(HttpStatusCode.OK, (await Places(tablet, anew)).Status);
                Assert.NotNull((await tablet.Open(workshop.Table1)).Page.QuerySelector($"#square-{anew}[aria-pressed=true]"));
            }

            await workshop.Bram.Open(workshop.Table1);
            await workshop.Bram.Press("#handed-over-1 button");
            Assert.Equal(square, await SquareAfterTheReveal());
        }

        public ValueTask DisposeAsync() => workshop.DisposeAsync();

        public async Task<int> SquareAfterTheReveal()
        {
            await workshop.Bram.Open(workshop.Table1);
            await workshop.Bram.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
            await workshop.Bram.Open(workshop.Table1);
            var told = workshop.Bram.Page.QuerySelector("#board desc")!.TextContent;
            string[] words = ["weet ik niet", "niet aanwezig", "een beetje", "grotendeels", "volop aanwezig"];
            return Array.FindIndex(words, one => told.Contains($"Anna op {one}", StringComparison.OrdinalIgnoreCase));
        }

        private static string Squares(string source) => string.Join('\n', source.Split("<button").Where(button => button.Contains("id=\"square-", StringComparison.Ordinal)));
    }
}
