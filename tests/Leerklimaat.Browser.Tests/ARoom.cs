using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Browser.Tests;

/// <summary>A room with the real server and a browser in which each person has a phone of their own.</summary>
public sealed class ARoom : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> troubles = new();
    private readonly ConcurrentQueue<IBrowserContext> contexts = new();

    private readonly RunningServer? server;
    private readonly IAsyncDisposable owned;

    private ARoom(RunningServer? server, Uri address, IAsyncDisposable owned) => (this.server, Address, this.owned) = (server, address, owned);

    public Uri Address { get; }

    public RunningServer Server => server ?? throw new InvalidOperationException("The server of this room is in other processes.");

    /// <summary>What any page complained about: an exception, something the policy blocked, a file that was not there.</summary>
    public IEnumerable<string> Troubles => troubles;

    public static async Task<ARoom> Open(params string[] settings) => Open(await RunningServer.Start(settings: settings));

    public static ARoom Open(RunningServer server) => new(server, server.Address, server);

    public static ARoom Open(ACluster cluster) => new(null, cluster.Address, cluster);

    /// <param name="by">What stands between them and the server, when something does.</param>
    public async Task<Person> Enter(string name, int width = 390, int height = 844, bool scripts = true, Uri? by = null)
    {
        var context = await Bring(new()
        {
            BaseURL = (by ?? Address).ToString(),
            Locale = "nl-NL",
            ViewportSize = new() { Width = width, Height = height },
            HasTouch = width < 800,
            JavaScriptEnabled = scripts,
        });
        return await Open(context, name);
    }

    /// <summary>A window for whoever's cookies are put into it.</summary>
    public async Task<IPage> OpenWindow(string language, ColorScheme scheme, bool scripts = true)
    {
        var context = await Bring(new() { BaseURL = Address.ToString(), Locale = language, ColorScheme = scheme, JavaScriptEnabled = scripts, ReducedMotion = ReducedMotion.Reduce });
        return await context.NewPageAsync();
    }

    /// <summary>One more page in the browser of somebody who is here.</summary>
    public async Task<Person> OpenTab(Person person, string name, string address = "/")
    {
        var tab = await Open(person.Page.Context, name);
        await tab.Page.GotoAsync(address);
        return tab;
    }

    private async Task<IBrowserContext> Bring(BrowserNewContextOptions options)
    {
        var context = await OneChromium.Browser.NewContextAsync(options);
        contexts.Enqueue(context);
        return context;
    }

    private async Task<Person> Open(IBrowserContext context, string name)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => troubles.Enqueue($"{name}: {error}");
        page.Console += (_, message) => { if (message.Type == "error" && !IsAnAnswer(message.Text)) troubles.Enqueue($"{name}: {message.Text}"); };
        return new(name, page);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.CloseAsync();
        await owned.DisposeAsync();
    }

    // A refusal is an answer with a status of its own, and a phone that is cut off is meant to be: neither is trouble.
    private static bool IsAnAnswer(string text) => new[] { "409", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "ERR_SOCKET_NOT_CONNECTED", "ERR_EMPTY_RESPONSE", "ERR_INCOMPLETE_CHUNKED_ENCODING", "Failed to fetch", "network error" }.Any(known => text.Contains(known, StringComparison.Ordinal));
}

/// <summary>Somebody with a page in front of them, and what people do with it.</summary>
public sealed record Person(string Name, IPage Page)
{
    public async Task<string> StartWorkshop(int minutes = 90)
    {
        await Page.GotoAsync("/");
        await Page.Locator($"input[name=minutes][value='{minutes}']").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start een workshop" }).ClickAsync();
        return (await Page.Locator(".join-code .code").TextContentAsync())!;
    }

    /// <summary>The address of the wall with its key, as it stands on the facilitator's page or the plenary's, for another machine.</summary>
    public async Task<string> WallAddress() =>
        (await Page.Locator("a[href*='/screen?key=']:not([href^='/tables'])").First.GetAttributeAsync("href"))!.Replace("/plenary/screen", "/screen", StringComparison.Ordinal);

    public async Task Join(string code, int table)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel("Wat is jullie code?").FillAsync(code.ToLowerInvariant());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Doe mee" }).ClickAsync();
        await Page.GetByLabel("Je naam").FillAsync(Name);
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Tafel {table}" }).ClickAsync();
        await ShouldSee("Dit is jouw pion");
    }

    /// <summary>Comes in by the code to look along, without a pawn.</summary>
    public async Task Follow(string code)
    {
        await Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await Press("#follow");
    }

    /// <summary>Answers the question that is on this phone.</summary>
    public async Task Answer(string text)
    {
        await Page.FillAsync("#answer-text", text);
        await Press("#give-answer");
        await Assertions.Expect(Page.Locator(".own-list textarea").Filter(new() { HasText = text })).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        // Where one answer is all that is asked, the field is gone now.
        await Page.WaitForFunctionAsync("() => !document.querySelector('#answer-text')?.value");
    }

    /// <summary>Loads the page again while its wire is cut. The browser's own page about that must be there before the next one is asked for.</summary>
    public async Task ReloadInVain()
    {
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => Page.ReloadAsync());
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^chrome-error:"), new() { Timeout = 30_000 });
    }

    public Task ShouldBeAt(string part) => Assertions.Expect(Page.Locator(".part-title").First).ToHaveTextAsync(part, new() { Timeout = 30_000 });

    /// <summary>For who wants to see the pages: with <c>LOOK</c> set to a folder, a picture of each is put there.</summary>
    public async Task Look(string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is { } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>From the code to a seat, whatever the table is doing.</summary>
    public async Task SitDown(string code, int table)
    {
        await Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await Page.GetByLabel("Je naam").FillAsync(Name);
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Tafel {table}" }).ClickAsync();
        await Page.WaitForURLAsync("**/tables/*");
    }

    /// <summary>In the page and to be seen, also in a field: much of a page waits in it for its moment.</summary>
    public async Task ShouldSee(string text)
    {
        const string Seen = "() => [document.body.innerText, ...Array.from(document.querySelectorAll('input, textarea'), field => field.value)].join(' ').replace(/\\s+/g, ' ')";
        try
        {
            await Page.WaitForFunctionAsync($"text => ({Seen})().includes(text)", text, new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Contains(text, await Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
        }
    }

    public Task ShouldNotSee(string text) => Assertions.Expect(Page.Locator("body")).Not.ToContainTextAsync(text, new() { Timeout = 30_000 });

    public async Task Place(int square)
    {
        await Page.Locator($"#square-{square}").ClickAsync();
        await Assertions.Expect(Page.Locator($"#square-{square}")).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
    }

    public Task Press(string selector) => Page.Locator(selector).ClickAsync();

    /// <summary>Presses what lies behind folds.</summary>
    public async Task PressInside(string selector)
    {
        await OpenTo(selector);
        await Press(selector);
    }

    /// <summary>Who leads goes to the first part of that name; what was is folded away.</summary>
    public async Task GoTo(string part)
    {
        var step = Page.Locator(".programme-part").Filter(new() { HasText = part }).First;
        if (await Page.Locator("#path-been:not([open])").Filter(new() { Has = step }).CountAsync() > 0) await Press("#path-been > summary");
        await step.ClickAsync();
    }

    /// <summary>Opens each fold around it, from the outside in, as somebody does.</summary>
    public async Task OpenTo(string selector)
    {
        await Page.Locator(selector).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var closed = Page.Locator("details:not([open])").Filter(new() { Has = Page.Locator(selector) });
        while (await closed.CountAsync() > 0) await closed.First.Locator("> summary").ClickAsync();
    }

    public async Task WriteNote(string sheet, string text)
    {
        await Press($"#sheet-{sheet} summary");
        await Page.FillAsync($"#write-{sheet}", text);
        await Press($"#sheet-{sheet} button[type=submit]:visible >> nth=0");
        await ShouldSee(text);
    }

    /// <summary>
    /// No rule of axe is broken on the page as it is now, and nothing has to be scrolled sideways. What sticks to an edge lies in its own place meanwhile: it covers
    /// half of another button at one height of scrolling in sixty, which is no size of that button.
    /// </summary>
    public async Task ShouldBeAccessible()
    {
        await Page.StickNothing(true);
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        var broken = string.Join("\n", found.Violations.Select(violation => $"{Name} on {Page.Url}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
        Assert.True(broken.Length == 0, broken);
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{Page.Url} scrolls sideways");
        await Page.StickNothing(false);
    }
}

/// <summary>What sticks to an edge of the window.</summary>
internal static class Edges
{
    /// <summary>In the rules and not on the elements: what arrives meanwhile draws elements anew.</summary>
    public static Task StickNothing(this IPage page, bool isMeasuring) => page.EvaluateAsync("""
        isMeasuring => {
            const turn = rules => {
                for (const rule of rules) {
                    if (isMeasuring && rule.style?.position === 'sticky') rule.style.setProperty('position', 'static', 'important');
                    else if (!isMeasuring && rule.style?.getPropertyPriority('position') === 'important') rule.style.setProperty('position', 'sticky');
                    if (rule.cssRules) turn(rule.cssRules);
                }
            };
            for (const sheet of document.styleSheets) turn(sheet.cssRules);
        }
        """, isMeasuring);
}
