using System.Net;
using System.Text.RegularExpressions;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>Who has several pages open, or hears their names only, tells them apart: each page has a name that no other page of its workshop has.</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed partial class NamingEveryPage(EveryPage pages)
{
    [Fact]
    public void No_two_pages_have_the_same_name()
    {
        // A wall in small is that wall.
        var named = pages.All.Where(page => page is { Status: HttpStatusCode.OK, IsAnswer: false } && !page.Path.Contains("/pictures/", StringComparison.Ordinal)).ToLookup(page => page.Document.Title);
        Assert.DoesNotContain("", named.Select(name => name.Key));
        List<string> wrong = [.. named.Where(name => name.Select(page => KindOf(page.Path)).Distinct().Count() > 1).Select(Told),
            // Two parts, two questions, two lines of a list: pages of one kind, in one workshop.
            .. named.Where(name => name.GroupBy(page => WorkshopOf(page.Path)).Any(of => of.Key.Length > 0 && of.Select(page => page.Path).Distinct().Count() > 1)).Select(Told)];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Told(IGrouping<string?, ReadPage> name) => $"'{name.Key}': {string.Join(", ", name.Take(5).Select(page => page.Name))}";

    // Who reads a report by a link reads that report.
    private static string KindOf(string path) => AReadLink().Replace(AnId().Replace(path.Split('?')[0], "{}"), "/workshops/{}/report") + (path.Contains("?part=", StringComparison.Ordinal) ? "?part" : "");

    private static string WorkshopOf(string path) => AWorkshop().Match(path) is { Success: true } found ? found.Value : "";

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}|(?<=/)[0-9a-f]{32}|(?<=^/)[0-9A-Z]{6}$|(?<=/rounds/)\\d+|(?<=/entries/)[^/]+")]
    private static partial Regex AnId();

    [GeneratedRegex("^/read/{}/{}$")]
    private static partial Regex AReadLink();

    [GeneratedRegex("^/workshops/[0-9a-f-]{36}(?=/(?:programme|questions|plenary/entries|paper-tables)/|/follow\\?part)")]
    private static partial Regex AWorkshop();
}
