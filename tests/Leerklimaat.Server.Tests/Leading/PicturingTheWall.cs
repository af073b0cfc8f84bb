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
        Assert.NotNull(chantal.Page.QuerySelector("#radar .radar-head"));
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
    public async Task What_comes_next_changes_while_one_looks_with_the_programme_and_with_what_tables_do()
    {
        await workshop.GoTo(part => part.Kind == PartKind.Game);
        await using var next = await OpenStream.Open(workshop.Chantal, $"{SourceOf(".is-next iframe")}/live");
        await next.Sees("wall-lists");
        await (await workshop.Anna.Open(workshop.Table1)).Press("#skip-practice");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");
        await (await workshop.Anna.Open(workshop.Table1)).Ask($"{workshop.Table1}/notes", ("note", $"{Guid.NewGuid()}"), ("kind", "Need"), ("text", "Te weinig tijd om te leren"));
        await next.Sees("Te weinig tijd om te leren");

        await workshop.GoTo(part => part.Kind == PartKind.Plenary);
        await next.Sees("Nog eens: je eerste gedachte");
    }

    private string SourceOf(string picture) => workshop.Chantal.Page.QuerySelector(picture)!.GetAttribute("src")!;

    private static string Drawn(Person person) => string.Join(' ', person.Page.QuerySelector("#screen")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
