using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.States;

namespace Leerklimaat.Browser.Tests;

/// <summary>A picture of each state of the list, at four sizes, light and dark, for who wants to see all pages. Run by <c>bin/screenshots all</c> only.</summary>
public class TakingEveryScreenshot
{
    private static readonly (int Width, int Height)[] Sizes = [(390, 844), (768, 1024), (1280, 800), (1920, 1080)];

    // A frame is fetched when it comes into sight, and is empty until then.
    private const string Framed = """
        () => Promise.all(Array.from(document.querySelectorAll('iframe')).filter(one => one.checkVisibility() && (one.contentDocument?.URL === 'about:blank' || one.contentDocument?.readyState !== 'complete'))
            .map(one => new Promise(done => one.addEventListener('load', done, { once: true }))))
        """;

    [Fact(Explicit = true)]
    public async Task Every_state_at_four_sizes_in_the_light_and_in_the_dark()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? throw new InvalidOperationException("SCREENSHOTS says in which folder the pictures are put.");
        await using var room = ARoom.Open(await EveryState.Start());
        var around = new LookingAround(await room.OpenWindow("nl-NL", ColorScheme.Light));
        var wanted = new Regex(Environment.GetEnvironmentVariable("STATES") ?? "");
        await foreach (var state in EveryState.Of(room.Server).Where(state => wanted.IsMatch(state.Name)))
        {
            await around.Open(state);
            foreach (var (width, height) in Sizes)
            {
                await around.Page.SetViewportSizeAsync(width, height);
                await around.Page.EvaluateAsync(Framed);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await around.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await around.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state.Name}.{width}.{(scheme == ColorScheme.Dark ? "dark" : "light")}.png"), FullPage = !state.IsOnScreen });
                }
            }
        }
    }
}
