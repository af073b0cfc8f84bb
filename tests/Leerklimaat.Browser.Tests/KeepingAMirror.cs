using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Browser.Tests;

/// <summary>Somebody looks in the mirror, and nobody else sees what they said.</summary>
[Rule("O1")]
public class KeepingAMirror
{
    [Fact]
    public async Task What_is_filled_in_stays_in_the_browser_and_the_last_time_stands_beside_it()
    {
        await using var room = await ARoom.Open();
        var emma = await room.Enter("Emma", 390, 844);
        var page = emma.Page;
        await page.GotoAsync("/mirror");
        await emma.ShouldBeAccessible();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await Choose("4", "Yes");
        await page.FillAsync("#words-4", "Bij de koffie");
        Assert.Empty(asked);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=said-4][value=Yes]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#words-4")).ToHaveValueAsync("Bij de koffie");

        asked.Clear();
        await emma.Press("#mirror-done");
        await Assertions.Expect(page.Locator("#mirror-said")).ToContainTextAsync("Afgerond");
        await Assertions.Expect(page.Locator("#words-4")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[data-line='4'] .mirror-last")).ToContainTextAsync("dit doe ik · ‘Bij de koffie’");
        await Choose("4", "ABit");
        var file = await page.RunAndWaitForDownloadAsync(() => emma.Press("#mirror-save"));
        await emma.Press("#mirror-forget");
        await Assertions.Expect(page.Locator("[data-line='4'] .mirror-last")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await page.SetInputFilesAsync("#mirror-load", new FilePayload { Name = "iets.json", MimeType = "application/json", Buffer = "{\"mirror\":2}"u8.ToArray() });
        await Assertions.Expect(page.Locator("#mirror-said")).ToContainTextAsync("geen spiegel");
        await page.SetInputFilesAsync("#mirror-load", await file.PathAsync());
        await Assertions.Expect(page.Locator("[name=said-4][value=ABit]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[data-line='4'] .mirror-last")).ToContainTextAsync("‘Bij de koffie’");
        Assert.DoesNotContain(asked, address => !address.StartsWith("blob:", StringComparison.Ordinal));
        Assert.Empty(room.Troubles);

        Task Choose(string line, string said) => page.Locator($"[name=said-{line}][value={said}]").CheckAsync();
    }
}
