using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Leading;

/// <summary>Who leads sees the wall small on the page: as it is now, and as the next step would leave it.</summary>
[Rule("W4")]
public sealed class PicturingTheWall : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task At_each_step_the_next_picture_is_what_the_wall_shows_after_it()
    {
        var chantal = workshop.Chantal;
        await chantal.Open(workshop.Root);
        foreach (var step in Enumerable.Repeat("#next-part", (await workshop.State()).Programme.Length - 1).Prepend("#begin-programme").Append("#end-workshop"))
        {
            var foreseen = Drawn(await chantal.Open(SourceOf(".is-next iframe")));
            await (await chantal.Open(workshop.Root)).Press(step);
            Assert.Equal(foreseen, Drawn(await workshop.Dennis.Open(workshop.Wall)));
            if (step != "#end-workshop") Assert.Equal(foreseen, Drawn(await chantal.Open(SourceOf(".is-now iframe"))));
            await chantal.Open(workshop.Root);
        }

        Assert.Null(chantal.Page.QuerySelector("iframe"));
    }

    [Fact]
    public async Task A_picture_has_nothing_to_press_nothing_that_only_who_leads_may_read_and_stands_in_a_page_of_ours_only()
    {
        await workshop.GoTo(part => part is { Kind: PartKind.Slide, Notes.Length: > 0 });
        var notes = (await workshop.State()).CurrentPart!.Notes;
        foreach (var picture in new[] { "now", "next" })
        {
            using var answer = await workshop.Chantal.Http.GetAsync($"{workshop.Root}/screen/pictures/{picture}");
            Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            await workshop.Chantal.Open($"{workshop.Root}/screen/pictures/{picture}");
            Assert.Empty(workshop.Chantal.Page.QuerySelectorAll("form, button, input"));
            Assert.DoesNotContain(notes.Split('\n')[0], workshop.Chantal.Text, StringComparison.Ordinal);
        }

        using var wall = await workshop.Chantal.Http.GetAsync(workshop.Wall);
        Assert.Contains("frame-ancestors 'none'", wall.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_next_is_fetched_once_for_each_step()
    {
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        var (now, next) = (SourceOf(".is-now iframe"), SourceOf(".is-next iframe"));
        await workshop.Chantal.Press("#next-part");
        Assert.Equal(now, SourceOf(".is-now iframe"));
        Assert.NotEqual(next, SourceOf(".is-next iframe"));
    }

    private string SourceOf(string picture) => workshop.Chantal.Page.QuerySelector(picture)!.GetAttribute("src")!;

    private static string Drawn(Person person) => string.Join(' ', person.Page.QuerySelector("#screen")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
