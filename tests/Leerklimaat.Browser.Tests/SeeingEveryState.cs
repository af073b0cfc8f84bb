using System.Text.RegularExpressions;
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

/// <summary>The same pages where no scripts run: nothing that only scripts do is offered, and who wants to know what changed can ask for it.</summary>
[Rule("L5")]
public sealed class SeeingEveryStateWithoutScripts
{
    [Fact]
    public Task No_button_is_dead_and_what_changes_can_be_asked_for_anew() => SeeingEveryState.Look("nl-NL", ColorScheme.Light, async (around, state) =>
    {
        await around.Page.SetViewportSizeAsync(state.IsOnScreen ? 1280 : 390, state.IsOnScreen ? 800 : 844);
        await around.Open(state);
        return await around.NeedsScripts();
    }, scripts: false);
}

internal static class SeeingEveryState
{
    public static Task Look(string language, ColorScheme scheme) => Look(language, scheme, scheme == ColorScheme.Dark ? InTheDark : InTheLight);

    public static async Task Look(string language, ColorScheme scheme, Func<LookingAround, PageState, Task<IEnumerable<string>>> look, bool scripts = true)
    {
        await using var room = ARoom.Open(await EveryState.Start());
        var around = await LookingAround.AtEachAlone(await room.OpenWindow(language, scheme, scripts));
        var wrong = new Dictionary<string, List<string>>();
        var wanted = new Regex(Environment.GetEnvironmentVariable("STATES") ?? "");
        await foreach (var state in EveryState.Of(room.Server).Where(state => wanted.IsMatch(state.Name)))
            foreach (var one in await Found(state)) (wrong.TryGetValue(one, out var where) ? where : wrong[one] = []).Add(state.Name);
        // All of it at once: what is wrong on one page is often wrong on many.
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(one => $"{one.Key}\n    on {string.Join(", ", one.Value.Take(6))}{(one.Value.Count > 6 ? $" and {one.Value.Count - 6} more" : "")}")));

        async Task<IEnumerable<string>> Found(PageState state)
        {
            try
            {
                return await look(around, state);
            }
            catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
            {
                throw new InvalidOperationException($"{state} could not be looked at", trouble);
            }
        }
    }

    private static async Task<IEnumerable<string>> InTheLight(LookingAround around, PageState state)
    {
        await Open(around, state);
        List<string> found = [.. state.IsOnScreen ? await around.FallsOffTheScreen() : [], .. await around.LosesTheReader(), .. await around.BreaksRules(), .. await around.ScrollsSideways(), .. await around.LosesTextWithSpacing()];
        if (state.IsOnScreen) return found;
        await around.Page.SetViewportSizeAsync(1280, 800);
        return [.. found, .. await around.ScrollsSideways()];
    }

    // Forced colours take the place of both themes, more space does not read what is written, and most rules ask neither for the theme nor for the language: one case of the two looks at each.
    private static async Task<IEnumerable<string>> InTheDark(LookingAround around, PageState state)
    {
        await Open(around, state);
        return [.. await around.BreaksRulesOfThemeAndLanguage(), .. await around.ScrollsSideways(), .. await around.BreaksInForcedColors()];
    }

    private static async Task Open(LookingAround around, PageState state)
    {
        await around.Page.SetViewportSizeAsync(state.IsOnScreen ? 1280 : 320, state.IsOnScreen ? 800 : 640);
        await around.Open(state);
    }
}
