using Leerklimaat.Server.Tests.States;

namespace Leerklimaat.Browser.Tests;

/// <summary>
/// Every page in every state of the list: nothing scrolls sideways on the narrowest phone, also not with more space between letters and lines; no rule of axe is broken;
/// and who has forced colours can read it. What only a browser reaches, the other tests look at.
/// </summary>
[Rule("L5")]
public sealed class SeeingEveryStateInDutch
{
    [Fact]
    public Task In_light_no_page_scrolls_sideways_loses_text_or_breaks_a_rule() => SeeingEveryState.Look("nl-NL", ColorScheme.Light);
}

/// <inheritdoc cref="SeeingEveryStateInDutch"/>
[Rule("L5")]
public sealed class SeeingEveryStateInEnglish
{
    [Fact]
    public Task In_the_dark_no_page_scrolls_sideways_loses_text_or_breaks_a_rule() => SeeingEveryState.Look("en-GB", ColorScheme.Dark);
}

internal static class SeeingEveryState
{
    private static readonly (int Width, int Height)[] Large = [(1280, 800)], Sizes = [(320, 640), (768, 1024), .. Large];

    public static async Task Look(string language, ColorScheme scheme)
    {
        await using var room = await ARoom.Open(await EveryState.Start());
        var around = new LookingAround(await room.OpenWindow(language, scheme));
        var wrong = new Dictionary<string, List<string>>();
        await foreach (var state in EveryState.Of(room.Server))
            foreach (var one in await Seen(around, state, scheme == ColorScheme.Dark)) (wrong.TryGetValue(one, out var where) ? where : wrong[one] = []).Add(state.Name);
        // All of it at once: what is wrong on one page is often wrong on many.
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(one => $"{one.Key}\n    on {string.Join(", ", one.Value.Take(6))}{(one.Value.Count > 6 ? $" and {one.Value.Count - 6} more" : "")}")));
    }

    private static async Task<List<string>> Seen(LookingAround around, PageState state, bool isForced)
    {
        var page = around.Page;
        await page.SetViewportSizeAsync(state.IsOnScreen ? 1280 : 390, state.IsOnScreen ? 800 : 844);
        await around.Open(state);
        List<string> found = [.. await around.BreaksRules()];
        // Forced colours take the place of both themes, so that one look is enough.
        if (isForced) found.AddRange(await around.BreaksInForcedColors());
        foreach (var (width, height) in state.IsOnScreen ? Large : Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            found.AddRange(await around.ScrollsSideways());
            if (width != 768) found.AddRange(await around.LosesTextWithSpacing());
        }

        return found;
    }
}
