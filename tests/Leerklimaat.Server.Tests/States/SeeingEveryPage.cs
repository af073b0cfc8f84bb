using System.Net;
using System.Text.RegularExpressions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Live;
using Leerklimaat.Server.Tests.Pages;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>Nothing that the server shows is in no state of the list.</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed partial class SeeingEveryPage(EveryPage pages)
{
    // What is asked by a page and not by a person, or is a file, or leads on to a page.
    private static readonly string[] NoPages =
    [
        "/health", "/health/live", "/health/ready", "/tables/{id:guid}/mine", "/tables/{id:guid}/factors/{factor}", "/workshops/{id:guid}/questions/{part:guid}/mine", "/workshops/{id:guid}/clock", "/workshops/{id:guid}/presenter/clock", "/workshops/{id:guid}/steering/clock", "/workshops/{id:guid}/plenary/lists",
        "/workshops/{id:guid}/transcript", "/workshops/{id:guid}/invitation.ics", "/workshops/{id:guid}/follow-up/actions.ics", "/workshops/{id:guid}/follow-up/look-back.ics", "/actions/{id:guid}/{secret}/action.ics", "/workshops/{id:guid}/report/{name}", "/read/{id:guid}/{key}/{name}", "/workshops/{id:guid}/pictures/{picture:guid}", "/decks/{id:guid}/file", "/decks/{id:guid}/links/{key}",
    ];

    [Fact]
    public void Every_page_and_every_state_of_one_is_in_the_list()
    {
        var names = pages.All.Select(page => page.Name).ToList();
        var others = pages.All.Where(page => page.Status != page.State.Status).Select(page => $"{page.State}: {page.Status} {page.Location}").ToList();
        Assert.True(others.Count == 0, string.Join('\n', others));
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name));

        var asked = pages.Addresses.Where(address => address is { Method: "GET", IsStream: false }).Select(address => address.Pattern).ToList();
        var patterns = pages.All.Where(page => page.Status == HttpStatusCode.OK || page.Pattern?.StartsWith("/lead/", StringComparison.Ordinal) == true).Select(page => page.Pattern ?? "").ToHashSet();
        Assert.Empty(NoPages.Except(asked));
        Assert.Empty(asked.Except(NoPages).Except(patterns));
        Assert.Empty(typeof(Layout).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Markup)) && type.Name.EndsWith("Page", StringComparison.Ordinal)).Select(type => type.Name).Except(pages.All.SelectMany(page => page.Drawn)));
        Assert.Empty(Wanted().Except(names));
    }

    /// <summary>The pages that many phones open at once load the styles of who leads not; so nothing on them may be called as those are.</summary>
    [Fact, Rule("L3")]
    public void What_players_do_not_load_is_on_no_page_of_theirs()
    {
        var namesForPlayers = pages.All.Select(page => page.English).Where(page => page.Contains("/app.", StringComparison.Ordinal) && !page.Contains("/lead.", StringComparison.Ordinal)).SelectMany(NamesIn).ToHashSet();
        Assert.Contains("square", namesForPlayers);
        var lead = AnImport().Matches(File.ReadAllText(Path.Combine(Repository.Root, "client", "lead.css"))).Select(import => import.Groups[1].Value).ToList();
        Assert.True(lead.Count > 5, "Are the styles of who leads still in lead.css?");
        Assert.Empty(lead.SelectMany(file => NamingStyles.NamesOf(file).Intersect(namesForPlayers).Select(name => $"{name} of {file}")));
    }

    private static IEnumerable<string> NamesIn(string page) => AClass().Matches(page).SelectMany(names => names.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("class=\"([^\"]*)\"")]
    private static partial Regex AClass();

    [GeneratedRegex("@import \"\\./([a-z-]+\\.css)\"")]
    private static partial Regex AnImport();

    private static IEnumerable<string> Wanted() =>
    [
        .. from page in new[] { "wall", "follow", "facilitator", "presenter", "table-at", "part" } from kind in Enum.GetValues<PartKind>() where kind != PartKind.Question || page == "part" select $"{page}-{Kebab.Of(kind)}",
        .. from page in new[] { "wall-question", "follow-question", "facilitator-question", "presenter-question", "table-at-question" } from kind in Enum.GetValues<QuestionKind>() select $"{page}-{Kebab.Of(kind)}",
        .. from how in new[] { "open", "answered", "stopped" } from kind in Enum.GetValues<QuestionKind>() select $"question-question-{Kebab.Of(kind)}-{how}",
        // A card that is laid is no phase of a page: its table chooses the next.
        .. from page in new[] { "table", "table-screen" } from phase in Enum.GetValues<Phase>() where phase != Phase.Closed select $"{page}-{Kebab.Of(phase)}",
    ];
}
