using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Helping;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Pages;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Texts;

namespace Leerklimaat.Server.Tests.Helping;

/// <summary>Whoever sits before a page finds at its end how it is used.</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed partial class ExplainingEachPage(EveryPage pages)
{
    // A sentence with a way on, and the explanations themselves.
    private static readonly string[] SayItThemselves = [nameof(MessagePage), nameof(HelpPage), nameof(GuidePage)];

    private static readonly string[] Topics = [.. HelpShelf.Chapters, .. HelpShelf.OfFacilitators, .. HelpShelf.OfPlayers];

    [Fact]
    public void Each_page_before_which_somebody_sits_leads_to_what_explains_it()
    {
        var sat = pages.All.Where(page => !page.State.IsOnScreen && page.Status is not (HttpStatusCode.Found or HttpStatusCode.SeeOther) && page.Drawn.Any(drawn => drawn.EndsWith("Page", StringComparison.Ordinal)) && !page.Drawn.Intersect(SayItThemselves).Any()).ToList();
        Assert.True(sat.Count > 100, "Are the pages still found?");
        Assert.Empty(sat.Where(page => page.Document.QuerySelector(".to-help a") is not { } way || !Topics.Contains(way.GetAttribute("href")!.Split('/')[^1])).Select(page => page.Name));
        Assert.Equal(HelpShelf.OfFacilitators.Concat(HelpShelf.OfPlayers).Order(), sat.Select(page => page.Document.QuerySelector(".to-help a")!.GetAttribute("href")!.Split('/')[^1]).Distinct().Order());
    }

    [Fact]
    public void On_a_screen_in_the_room_there_is_nothing_to_press() => Assert.Empty(pages.All.Where(page => page.State.IsOnScreen && page.Document.QuerySelector(".to-help") is not null).Select(page => page.Name));

    [Theory, InlineData("nl"), InlineData("en")]
    public async Task Each_thing_explained_is_a_page_of_its_own_and_all_of_them_are_the_guide(string language)
    {
        await using var server = await RunningServer.Start();
        using var emma = new Person(server, "Emma");
        await (await emma.Open("/")).Press($"form[action='/language'] button[value={language}]");
        var guide = (await emma.Open("/help")).Page;
        foreach (var topic in Topics)
        {
            await emma.Open($"/help/{topic}");
            Assert.Equal(HttpStatusCode.OK, emma.Status);
            var article = emma.Page.QuerySelector("article")!;
            Assert.True(article.QuerySelector("h2")!.TextContent.Length > 2 && article.TextContent.Length > 150, topic);
            Assert.Equal(article.InnerHtml, guide.GetElementById(topic)!.InnerHtml);
            Assert.Contains(guide.QuerySelectorAll("nav a"), link => link.GetAttribute("href") == $"#{topic}");
        }
    }

    [Fact]
    public async Task What_is_not_explained_is_not_there()
    {
        await using var server = await RunningServer.Start();
        using var emma = new Person(server, "Emma");
        Assert.Equal(HttpStatusCode.NotFound, (await emma.Open("/help/geheim")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await emma.Open("/help/..%2Fdecks%2Fleerklimaat")).Status);
    }

    /// <summary>What is bold in an explanation is called as the page calls it; where a button gets another name, its explanation does.</summary>
    [Theory, InlineData("nl"), InlineData("en")]
    public void An_explanation_calls_a_button_as_the_page_does(string language)
    {
        var said = new ResourceManager(typeof(Phrases)).GetResourceSet(language == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(text => Bare((string)text.Value!)).ToHashSet();
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "help"), $"*.{language}.md");
        Assert.Equal(Topics.Length, files.Length);
        Assert.Empty(files.SelectMany(file => Bold().Matches(File.ReadAllText(file)).Select(bold => bold.Groups[1].Value).Where(bold => !said.Contains(Bare(bold))).Select(bold => $"{Path.GetFileName(file)}: {bold}")));
    }

    private static string Bare(string text) => Hole().Replace(text, "").Trim(' ', '.', ':', '?').ToUpperInvariant();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    // What is filled in, and the brackets around it.
    [GeneratedRegex(@"\{.*?\}|[()]")]
    private static partial Regex Hole();
}
