using System.Net;
using AngleSharp.Dom;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>What a page needs where no scripts run, as it is drawn; what of it can be seen a browser without scripts tells (SeeingEveryStateWithoutScripts).</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed class GoingWithoutScripts(EveryPage pages)
{
    private IEnumerable<ReadPage> Shown => pages.All.Where(page => page.Status == HttpStatusCode.OK);

    [Fact]
    public void What_changes_by_itself_can_be_asked_for_anew()
    {
        var live = Shown.Where(page => page.Document.QuerySelector("main[id=main] [hx-sse\\:connect], body > [hx-sse\\:connect]") is not null).ToList();
        Assert.True(live.Count > 150);
        // The small pictures of the wall stand in another page, which has the link.
        Assert.Empty(live.Where(page => !page.Path.Contains("/pictures/", StringComparison.Ordinal) && !LinksOf(page).Any(link => IsSame(link, page.Path))).Select(page => page.Name));
    }

    [Fact]
    public void From_a_question_a_link_leads_back_to_where_one_came_from()
    {
        var questions = Shown.Where(page => page.Path.Contains("/questions/", StringComparison.Ordinal)).ToList();
        Assert.True(questions.Count > 30);
        Assert.Empty(questions.Where(page => !LinksOf(page).Any(link => link.StartsWith("/tables/", StringComparison.Ordinal) || link.EndsWith("/follow", StringComparison.Ordinal) || link == page.Path[..page.Path.IndexOf("/questions/", StringComparison.Ordinal)])).Select(page => page.Name));
        Assert.Contains(questions, page => LinksOf(page).Any(link => link.StartsWith("/tables/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_clock_says_how_much_time_there_is_when_it_is_drawn()
    {
        var clocks = Shown.SelectMany(page => page.Document.QuerySelectorAll("[data-ends], [data-since], [role=timer]").Select(clock => (page.Name, Text: clock.TextContent.Trim()))).ToList();
        Assert.Contains(clocks, clock => clock.Text.EndsWith("min", StringComparison.Ordinal));
        Assert.Contains(clocks, clock => clock.Text.Contains(':', StringComparison.Ordinal));
        Assert.Empty(clocks.Where(clock => !clock.Text.Any(char.IsDigit)).Select(clock => clock.Name));
    }

    [Fact]
    public void Whoever_comes_in_by_a_code_can_choose_the_language_there() =>
        Assert.All(Shown.Where(page => page.Document.QuerySelector("form[action$='/seats']") is not null), page =>
        {
            var choice = page.Document.QuerySelector("form[action='/language']");
            Assert.NotNull(choice);
            Assert.Equal(page.Path, choice.QuerySelector("input[name=back]")!.GetAttribute("value"));
        });

    [Fact]
    public void The_skip_link_leads_to_the_content_and_jumps_past_no_step_of_the_programme()
    {
        var steps = Shown.SelectMany(page => page.Document.QuerySelectorAll("#next-part, #begin-programme, #end-workshop").Select(step => (page.Name, Step: step, Main: page.Document.GetElementById("main")!))).ToList();
        Assert.True(steps.Count > 30);
        Assert.Empty(steps.Where(one => !one.Main.CompareDocumentPosition(one.Step).HasFlag(DocumentPositions.Following)).Select(one => one.Name));
        Assert.Empty(Shown.Where(page => page.Document.QuerySelector("a.utrecht-skip-link")?.GetAttribute("href") is { } to && page.Document.QuerySelector($"main{to}") is null).Select(page => page.Name));
    }

    [Fact]
    public void Before_a_row_of_cells_it_says_that_the_cursor_jumps() =>
        Assert.All(Shown.Where(page => page.Document.QuerySelector("[data-cell]") is not null), page => Assert.True(page.Document.GetElementById("cells-jump")?.CompareDocumentPosition(page.Document.QuerySelector("[data-cell]")!).HasFlag(DocumentPositions.Following), page.Name));

    private static IEnumerable<string> LinksOf(ReadPage page) => page.Document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!);

    // With the key of a screen or without, and at the same part of the programme.
    private static bool IsSame(string link, string path) => link.Split('?')[0] is var to && (to == path.Split('?')[0] || (to.Length == 0 && path.EndsWith(link, StringComparison.Ordinal)));
}
