using System.Text.Json;
using Deque.AxeCore.Commons;
using Leerklimaat.Server.Tests.States;

namespace Leerklimaat.Browser.Tests;

/// <summary>One window in which each state of the list is seen with the cookies of whoever sees it, and what can be wrong with it there.</summary>
internal sealed class LookingAround(IPage page, ICDPSession? network = null)
{
    private const string SmallWalls = "/screen/pictures/";

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // Those whose answer can be another one in the other theme or language; for one page all of them take half a second of a processor.
    private static readonly string[] RulesOfThemeAndLanguage = ["link-in-text-block", "html-has-lang", "html-lang-valid", "valid-lang"];

    private const string Submit = """
        ({ path, fields }) => {
            const form = document.createElement('form');
            form.method = 'post';
            form.action = path;
            for (const [name, value] of fields) form.append(Object.assign(document.createElement('textarea'), { name, value }));
            document.body.append(form);
            HTMLFormElement.prototype.submit.call(form);
        }
        """;

    // With the policy of the server no style can be written into a page; a sheet that a script makes is none of the page.
    private const string Space = """
        on => {
            const sheet = new CSSStyleSheet();
            if (on) sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
        }
        """;

    private const string Sideways = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = Array.from(document.body.querySelectorAll('*')).filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest('.visually-hidden'));
            const inmost = wide.filter(one => !wide.some(other => one !== other && one.contains(other)));
            return (inmost.length ? inmost : [document.body]).slice(0, 3).map(one => `${one.tagName.toLowerCase()}#${one.id}.${one.getAttribute('class')} in ${one.parentElement.tagName.toLowerCase()}.${one.parentElement.className}, ${Math.round(one.getBoundingClientRect().right)} px: ${one.textContent.trim().slice(0, 60)}`);
        }
        """;

    // Nobody scrolls a screen on the wall of a room or at the end of a table.
    private const string Fallen = """
        () => document.documentElement.scrollHeight <= innerHeight ? [] : [`falls off the screen by ${document.documentElement.scrollHeight - innerHeight} px`]
        """;

    private const string Clipped = """
        () => Array.from(document.querySelectorAll('button, a[class*=button], summary')).filter(one => one.clientWidth > 0 && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) && !one.querySelector('.visually-hidden'))
            .map(one => `${one.tagName.toLowerCase()}#${one.id}.${one.className}: ${one.textContent.trim().slice(0, 60)} (${one.scrollWidth}x${one.scrollHeight} in ${one.clientWidth}x${one.clientHeight})`)
        """;

    // What goes all across and lies over something else has a ground of its own, or both are read at once.
    private const string SeenThrough = """
        () => Array.from(document.querySelectorAll('body *')).filter(one => {
            const style = getComputedStyle(one);
            return (style.position === 'fixed' || style.position === 'sticky') && one.clientWidth > innerWidth / 2 && style.visibility === 'visible' && one.clientHeight > 0 && one.innerText?.trim() && !one.matches('.utrecht-skip-link') && /^rgba\(.*, 0\)$/.test(style.backgroundColor);
        }).map(one => `${one.tagName.toLowerCase()}#${one.id}.${one.className}`)
        """;

    private const string Heading = """
        () => { const heads = Array.from(document.querySelectorAll('h1')).filter(one => one.checkVisibility()); return heads.length === 1 ? [] : [`has ${heads.length} headings of the first level: ${heads.map(one => one.textContent.trim().slice(0, 30)).join(', ')}`]; }
        """;

    // WCAG 2.4.11: whoever goes through the page by keyboard sees where they are. What is scrolled to has come to rest, as nothing moves here.
    private const string Covered = """
        () => {
            const mine = (one, at) => at && (one.contains(at) || at.contains(one) && at.localName !== 'body' && at.localName !== 'html' && at.localName !== 'main' || Array.from(one.labels ?? []).some(label => label.contains(at)));
            const covered = Array.from(document.querySelectorAll('a[href], button:not(:disabled), input:not([type=hidden], :disabled), select, textarea, summary')).filter(one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.closest('[inert]')).filter(one => {
                one.focus();
                if (document.activeElement !== one) return false;
                const box = one.getBoundingClientRect();
                const points = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]).filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
                return !points.some(([x, y]) => mine(one, document.elementFromPoint(x, y)));
            });
            document.activeElement?.blur?.();
            scrollTo(0, 0);
            return covered.map(one => `has the focus and is not seen: ${one.localName}#${one.id}.${one.className} '${one.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}'`);
        }
        """;

    private const string Scripted = """
        () => {
            const seen = one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
            const opens = one => document.getElementById(one.getAttribute('popovertarget') ?? '')?.hasAttribute('popover');
            const dead = Array.from(document.querySelectorAll('button[type=button]')).filter(one => seen(one) && !opens(one)).map(one => `a button does nothing without scripts: ${one.className}: ${one.textContent.trim()}`);
            // What came by a form has another address than the page that it is.
            const isSame = link => (link.pathname === location.pathname || link.closest('.noscript')) && !link.hash && seen(link);
            const isLive = document.querySelector('body > [hx-sse\\:connect], main > [hx-sse\\:connect], .plenary > [hx-sse\\:connect]') || document.querySelector('.player, .page-player');
            // Under the cover of a device that goes round there is nothing to see.
            return isLive && !location.pathname.includes('/pictures/') && !document.querySelector('.cover') && !Array.from(document.links).some(isSame) ? [...dead, 'cannot be asked for anew without scripts'] : dead;
        }
        """;

    // Each place of a text: what is written there has the colours that its elements give it, from the page down to the text itself, at this width.
    private const string Places = """
        () => {
            const hash = text => { let [one, other] = [0xdeadbeef, 0x41c6ce57]; for (let at = 0; at < text.length; at++) { const code = text.charCodeAt(at); one = Math.imul(one ^ code, 2654435761); other = Math.imul(other ^ code, 1597334677); } return `${one >>> 0}.${other >>> 0}`; };
            const states = /^(class|type|role|disabled|open|href|lang|aria-(pressed|current|selected|invalid|expanded|disabled|checked)|data-.*)$/;
            const said = one => [one.localName, one.checked, ...Array.from(one.attributes).filter(at => states.test(at.name)).map(at => at.name === 'href' ? at.name : `${at.name}=${at.value.replace(/[0-9a-f-]{8,}|\d{3,}/g, '')}`)].join(' ');
            const known = new Map();
            const place = one => { if (!one) return `${innerWidth}`; if (!known.has(one)) known.set(one, hash(`${place(one.parentElement)} > ${said(one)}`)); return known.get(one); };
            const written = Array.from(document.body.querySelectorAll('*')).filter(one => (one.value || Array.from(one.childNodes).some(part => part.nodeType === Node.TEXT_NODE && part.data.trim())) && one.checkVisibility({ visibilityProperty: true }));
            window.places = written.map(one => [place(one), one]);
            return Array.from(new Set(window.places.map(([where]) => where)));
        }
        """;

    private const string RunContrast = """
        async places => {
            const wanted = new Set(places);
            return (await axe.run({ include: window.places.filter(([where]) => wanted.has(where)).map(([, one]) => one) }, { runOnly: ['color-contrast'], resultTypes: ['violations'], preload: false, iframes: false, elementRef: false }))
                .violations.flatMap(broken => broken.nodes.map(node => `${broken.id}: ${broken.help}: ${node.html.slice(0, 200)}`));
        }
        """;

    // Runs where it stands: the other way to run it opens a page of its own each time, to put the results of frames together; ours are states of their own.
    private const string RunAxe = """
        async options => (await axe.run(document, { ...options, rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'], preload: false, iframes: false, elementRef: false }))
            .violations.flatMap(broken => broken.nodes.map(node => `${broken.id}: ${broken.help}: ${node.html.slice(0, 200)}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly HashSet<string> drawingsSeen = [], placesRead = [];

    public IPage Page => page;

    /// <summary>Each page alone: the small walls on the page of who leads are states of their own. To stop them by a route would keep the browser from keeping any file.</summary>
    public static async Task<LookingAround> AtEachAlone(IPage page)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        return new(page, network);
    }

    public async Task Open(PageState state)
    {
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync(state.Who.Cookies.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = state.Who.Http.BaseAddress!.ToString() }));
        if (network is not null) await network.SendAsync("Network.setBlockedURLs", new() { ["urls"] = state.Path.Contains(SmallWalls, StringComparison.Ordinal) ? Array.Empty<string>() : [$"*{SmallWalls}*"] });
        if (state.Sent is null) await page.GotoAsync(state.Path);
        else await Send(state.Path, state.Sent);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => {})");
    }

    /// <summary>From a light page that nothing is sent to, as a form without scripts sends it.</summary>
    private async Task Send(string path, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        await page.GotoAsync("/nergens/te/vinden");
        var arrived = page.WaitForURLAsync(url => new Uri(url).PathAndQuery == path);
        await page.EvaluateAsync(Submit, new { path, fields = fields.Select(field => new[] { field.Key, field.Value }) });
        await arrived;
    }

    /// <summary>As it comes, and with everything folded open.</summary>
    public async Task<IEnumerable<string>> ScrollsSideways()
    {
        var asItComes = await Ask(Sideways);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        return asItComes.Concat(await Ask(Sideways)).Distinct().Select(one => $"scrolls sideways: {one}");
    }

    public Task<IEnumerable<string>> FallsOffTheScreen() => Ask(Fallen);

    /// <summary>With the spacing of text that people may set themselves (WCAG 1.4.12).</summary>
    public async Task<IEnumerable<string>> LosesTextWithSpacing()
    {
        await page.EvaluateAsync(Space, true);
        var found = (await Ask(Sideways)).Select(one => $"scrolls sideways with spacing: {one}").Concat((await Ask(Clipped)).Select(one => $"is too narrow with spacing: {one}")).ToList();
        await page.EvaluateAsync(Space, false);
        return found;
    }

    /// <summary>One heading says what the page is, what is chosen is seen, and nothing lies over what has the focus.</summary>
    public async Task<IEnumerable<string>> LosesTheReader() => (await Ask(Heading)).Concat(await ForcedColours.LookAlike(page)).Concat(await Ask(Covered));

    /// <summary>In a window in which no scripts run.</summary>
    public Task<IEnumerable<string>> NeedsScripts() => Ask(Scripted);

    public async Task<IEnumerable<string>> BreaksRules() => await Breaks("tag", Rules, await NewPlaces(""));

    /// <summary>Of a page that was seen in another theme and language.</summary>
    public async Task<IEnumerable<string>> BreaksRulesOfThemeAndLanguage() => await NewPlaces("") is { Count: > 0 } places ? await Breaks("rule", RulesOfThemeAndLanguage, places) : [];

    public async Task<IEnumerable<string>> BreaksInForcedColors()
    {
        var lost = await ForcedColours.Lose(page, drawingsSeen);
        var found = lost.Concat(await HardToRead(await NewPlaces("forced"))).Concat((await Ask(SeenThrough)).Select(one => $"is seen through: {one}")).Select(one => $"in forced colours {one}").ToList();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        return found;
    }

    private async Task<IEnumerable<string>> Breaks(string type, string[] values, IReadOnlyList<string> places)
    {
        await page.EvaluateAsync(Axe);
        await page.StickNothing(true);
        var found = (await Ask(RunAxe, new { runOnly = new { type, values } })).Concat(await HardToRead(places));
        await page.StickNothing(false);
        // Under an open sheet the heading of the page is out of reach with the rest, as under a dialog, for which axe knows that.
        var isUnderASheet = await page.Locator("details.sheet[open]").CountAsync() > 0;
        return found.Where(one => !isUnderASheet || !one.StartsWith("page-has-heading-one", StringComparison.Ordinal));
    }

    /// <summary>Where something is written as on no page before. Contrast is most of what axe takes its time for: it is looked at once for each place, and not on every page that has it.</summary>
    private async Task<IReadOnlyList<string>> NewPlaces(string colours) => [.. (await Ask(Places)).Where(place => placesRead.Add($"{colours} {place}"))];

    private async Task<IEnumerable<string>> HardToRead(IReadOnlyList<string> places)
    {
        if (places.Count == 0) return [];
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        return await Ask(RunContrast, places);
    }

    private async Task<IEnumerable<string>> Ask(string script, object? about = null) => (await page.EvaluateAsync<JsonElement>(script, about)).EnumerateArray().Select(one => one.GetString()!).ToList();
}
