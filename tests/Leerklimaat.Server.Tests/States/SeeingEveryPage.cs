using System.Collections;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Doors;
using Leerklimaat.Server.Tests.Live;
using Leerklimaat.Server.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.States;

/// <summary>Nothing that the server shows is in no state of the list.</summary>
[Rule("L5")]
public sealed partial class SeeingEveryPage : IAsyncLifetime
{
    // What is asked by a page and not by a person, or is a file, or leads on to a page.
    private static readonly string[] NoPages =
    [
        "/health", "/tables/{id:guid}/mine", "/tables/{id:guid}/factors/{factor}", "/workshops/{id:guid}/questions/{part:guid}/mine", "/workshops/{id:guid}/clock", "/workshops/{id:guid}/presenter/clock", "/workshops/{id:guid}/steering/clock", "/workshops/{id:guid}/plenary/lists",
        "/workshops/{id:guid}/transcript", "/workshops/{id:guid}/invitation.ics", "/workshops/{id:guid}/report/{name}", "/read/{id:guid}/{key}/{name}", "/workshops/{id:guid}/pictures/{picture:guid}",
    ];

    private readonly List<string> names = [];
    private readonly List<string> wrong = [];
    private readonly HashSet<string> patterns = [];
    private readonly HashSet<string> pages = [];
    private readonly HashSet<string> namesForPlayers = [];
    private RunningServer server = null!;

    public async ValueTask InitializeAsync()
    {
        string? pattern = null;
        server = await EveryState.Start(builder => builder.Services.AddSingleton<IStartupFilter>(new Overhearing(found => pattern = found)));
        var drawn = (IDictionary)typeof(Pens).GetField("kinds", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(server.Services.GetRequiredService<Pens>())!;
        await foreach (var state in EveryState.Of(server))
        {
            // Nobody else asks for anything now: what is drawn is drawn for this state.
            drawn.Clear();
            using var answer = await state.Ask();
            names.Add(state.Name);
            if (await answer.Content.ReadAsStringAsync() is var page && page.Contains("/app.", StringComparison.Ordinal) && !page.Contains("/lead.", StringComparison.Ordinal)) namesForPlayers.UnionWith(NamesIn(page));
            if (answer.StatusCode != state.Status) wrong.Add($"{state}: {answer.StatusCode} {answer.Headers.Location}");
            if (answer.StatusCode == HttpStatusCode.OK || pattern?.StartsWith("/lead/", StringComparison.Ordinal) == true) patterns.Add(pattern ?? "");
            pages.UnionWith(drawn.Keys.Cast<Type>().Select(type => type.Name));
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public void Every_page_and_every_state_of_one_is_in_the_list()
    {
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name));

        var asked = Address.AllOf(server).Where(address => address is { Method: "GET", IsStream: false }).Select(address => address.Pattern).ToList();
        Assert.Empty(NoPages.Except(asked));
        Assert.Empty(asked.Except(NoPages).Except(patterns));
        Assert.Empty(typeof(Layout).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Markup)) && type.Name.EndsWith("Page", StringComparison.Ordinal)).Select(type => type.Name).Except(pages));
        Assert.Empty(Wanted().Except(names));
    }

    /// <summary>The pages that many phones open at once load the styles of who leads not; so nothing on them may be called as those are.</summary>
    [Fact, Rule("L3")]
    public void What_players_do_not_load_is_on_no_page_of_theirs()
    {
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

    /// <summary>Hears which address answered.</summary>
    private sealed class Overhearing(Action<string?> hear) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                // Before anything of the answer leaves, so that it is heard before whoever asked goes on.
                http.Response.OnStarting(() =>
                {
                    hear(http.GetEndpoint() is RouteEndpoint at ? $"/{at.RoutePattern.RawText!.Trim('/')}" : null);
                    return Task.CompletedTask;
                });
                return following(http);
            });
            next(app);
        };
    }
}
