using System.Text.Json;
using SkiaSharp;

namespace Leerklimaat.Browser.Tests;

/// <summary>
/// What is left of a page where a device forces its own few colours upon it (Windows high contrast): grounds, shadows and tints go. What is a button must still have an edge,
/// what is chosen must still differ from what is not, and what is drawn must still be seen.
/// </summary>
internal static class ForcedColours
{
    // A picture of a page can be so tall.
    private const int Tallest = 16_000;

    // Shared by what follows: an element in words, what lies behind it, and whether its box shows.
    private const string Helpers = """
        () => {
            window.inWords ??= one => `${one.localName}#${one.id}.${one.getAttribute('class') ?? ''} '${one.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}'`;
            window.isSeen ??= one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) && one.getBoundingClientRect().width > 2 && one.getBoundingClientRect().height > 2 && !one.closest('.visually-hidden, [inert], .utrecht-skip-link');
            window.isClear ??= colour => /, 0\)$/.test(colour) || colour === 'transparent';
            window.behind ??= one => { for (let at = one.parentElement; at; at = at.parentElement) { const colour = getComputedStyle(at).backgroundColor; if (!isClear(colour)) return colour; } return getComputedStyle(document.documentElement).backgroundColor; };
            window.hasEdge ??= one => {
                const style = getComputedStyle(one), ground = behind(one);
                const isLine = (width, kind, colour) => parseFloat(width) > 0 && kind !== 'none' && kind !== 'hidden' && !isClear(colour) && colour !== ground;
                return ['Top', 'Right', 'Bottom', 'Left'].some(side => isLine(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]))
                    || isLine(style.outlineWidth, style.outlineStyle, style.outlineColor) || (!isClear(style.backgroundColor) && style.backgroundColor !== ground) || !['none', ''].includes(style.appearance);
            };
        }
        """;

    private const string Controls = "() => { window.edged = Array.from(document.querySelectorAll('button, summary, input:not([type=hidden]), select, textarea, a[class*=button], [class*=square], .paper, .card, .note, .entry, .kind, .slip, .slip-card')).filter(one => isSeen(one) && (hasEdge(one) || getComputedStyle(one).boxShadow !== 'none')); return window.edged.length; }";

    private const string Lost = "() => window.edged.filter(one => isSeen(one) && !hasEdge(one)).map(one => `has no edge: ${inWords(one)}`)";

    // The state is taken away for a moment: whoever sees no difference does not see it.
    private const string Alike = """
        () => {
            const lines = (style, name) => style[`${name}Style`] === 'none' || parseFloat(style[`${name}Width`]) === 0 ? 'none' : `${style[`${name}Width`]} ${style[`${name}Style`]} ${style[`${name}Color`]}`;
            const look = (one, pseudo) => { const style = getComputedStyle(one, pseudo); return pseudo && ['none', 'normal'].includes(style.content) ? '' : [style.content, style.display, style.visibility, style.opacity, style.color, style.backgroundColor, style.fontWeight, style.textDecorationLine, style.fill, style.stroke, style.strokeWidth, lines(style, 'outline'), ...['Top', 'Right', 'Bottom', 'Left'].map(side => lines(style, `border${side}`))].join('|'); };
            const picture = one => [one, ...one.querySelectorAll('*')].map(part => look(part) + look(part, '::before') + look(part, '::after')).join('\n');
            const states = [['aria-pressed', 'true', 'false'], ['aria-current', null, null], ['aria-selected', 'true', 'false'], ['aria-invalid', 'true', null]];
            return states.flatMap(([name, on, off]) => Array.from(document.querySelectorAll(on ? `[${name}=${on}]` : `[${name}]`)).filter(one => isSeen(one) && !one.textContent.includes('✓') && !one.querySelector('use[href$="#check"]')).flatMap(one => {
                const [was, before] = [one.getAttribute(name), picture(one)];
                if (off) one.setAttribute(name, off); else one.removeAttribute(name);
                const after = picture(one);
                one.setAttribute(name, was);
                return before === after ? [`looks the same with ${name} and without: ${inWords(one)}`] : [];
            }));
        }
        """;

    // Positions in the picture of the whole page. What lies partly under something else is looked at where it is drawn.
    private const string Drawings = """
        () => {
            // What lies under a cover, or under the hand of cards, is not to be seen now.
            const cover = Array.from(document.querySelectorAll('.cover, [popover]:popover-open')).find(isSeen);
            return Array.from(document.querySelectorAll('svg, .board .tile, .board g[class*=pawn]')).filter(one => isSeen(one) && !one.closest('[popover]:not(:popover-open)') && (!cover || cover.contains(one))).map(one => {
                const box = one.getBoundingClientRect();
                return { words: `${inWords(one)} in ${one.parentElement.localName}.${one.parentElement.getAttribute('class') ?? ''}`, x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height };
            });
        }
        """;

    /// <summary>In the colours that the device forces, dark or light as it asks.</summary>
    /// <param name="seen">The drawings that were seen where they stand: a picture of the page is taken only where there is one that was not.</param>
    public static async Task<IReadOnlyList<string>> Lose(IPage page, HashSet<string> seen)
    {
        await page.EvaluateAsync(Helpers);
        await page.StickNothing(true);
        await page.EvaluateAsync(Controls);
        await page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.Active });
        List<string> found = [.. await Ask(page, Lost), .. await LookAlike(page), .. await Unseen(page, seen)];
        await page.StickNothing(false);
        return found;
    }

    /// <summary>What is chosen and cannot be told from what is not, in whatever colours there are.</summary>
    public static async Task<IReadOnlyList<string>> LookAlike(IPage page)
    {
        await page.EvaluateAsync(Helpers);
        return await Ask(page, Alike);
    }

    private static async Task<IReadOnlyList<string>> Ask(IPage page, string script) => [.. (await page.EvaluateAsync<JsonElement>(script)).EnumerateArray().Select(one => one.GetString()!)];

    private static async Task<IEnumerable<string>> Unseen(IPage page, HashSet<string> seen)
    {
        if ((await page.EvaluateAsync<JsonElement>(Drawings)).EnumerateArray().All(one => seen.Contains(WordsOf(one)))) return [];

        // All of the page at once: a picture that scrolls makes a page of it that is laid out otherwise. Sheets that somebody who looked before folded open lie over it.
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(width, Math.Clamp(await page.EvaluateAsync<int>("() => { document.querySelectorAll('details.sheet[open]').forEach(one => one.open = false); return document.documentElement.scrollHeight; }"), height, Tallest));
        var drawings = (await page.EvaluateAsync<JsonElement>(Drawings)).EnumerateArray().ToList();
        using var picture = SKBitmap.Decode(await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        await page.SetViewportSizeAsync(width, height);
        var lost = drawings.Where(one => ContrastIn(picture, one) < 3).Select(WordsOf).ToHashSet();
        seen.UnionWith(drawings.Select(WordsOf).Except(lost));
        return lost.Select(one => $"is not seen: {one}");
    }

    private static string WordsOf(JsonElement drawing) => drawing.GetProperty("words").GetString()!;

    // The most that anything in the box differs from what there is most of in it.
    private static double ContrastIn(SKBitmap picture, JsonElement box)
    {
        int Edge(string start, string? size, int most) => Math.Clamp((int)(box.GetProperty(start).GetDouble() + (size is null ? 0 : box.GetProperty(size).GetDouble())), 0, most);
        var (left, right, top, bottom) = (Edge("x", null, picture.Width), Edge("x", "width", picture.Width), Edge("y", null, picture.Height), Edge("y", "height", picture.Height));
        // What is mostly outside of the picture, for one has to scroll to it, is looked at nowhere.
        if ((right - left) * (bottom - top) < Math.Max(9, box.GetProperty("width").GetDouble() * box.GetProperty("height").GetDouble() / 2)) return double.PositiveInfinity;

        var shades = new int[256];
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++) shades[(int)(255 * Luminance(picture.GetPixel(x, y)))]++;
        var ground = Array.IndexOf(shades, shades.Max());
        // A single pixel is no drawing.
        var enough = Math.Max(2, (right - left) * (bottom - top) / 400);
        return Enumerable.Range(0, 256).Where(shade => shades[Math.Max(0, shade - 4)..Math.Min(256, shade + 5)].Sum() >= enough).Max(shade => (Math.Max(shade, ground) / 255.0 + .05) / (Math.Min(shade, ground) / 255.0 + .05));
    }

    private static double Luminance(SKColor colour) => .2126 * Linear(colour.Red) + .7152 * Linear(colour.Green) + .0722 * Linear(colour.Blue);

    private static double Linear(byte channel) => channel / 255.0 is var part && part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);
}
