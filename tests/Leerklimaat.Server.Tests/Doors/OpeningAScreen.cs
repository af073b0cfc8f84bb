using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>A wall and a table screen on a machine that nobody leads from, and a browser that keeps no cookies.</summary>
public class OpeningAScreen
{
    [Fact, Rule("W7")]
    public async Task New_keys_end_what_is_open_with_the_old_ones_and_open_it_anew()
    {
        await using var workshop = await AWorkshop.Start();
        using var machine = new Person(workshop.Server, "The machine at the wall");
        Assert.Equal(HttpStatusCode.Forbidden, (await machine.Open($"{workshop.Root}/screen")).Status);
        foreach (var screen in new[] { workshop.Wall, workshop.Screen1 }) Assert.Equal(HttpStatusCode.OK, (await machine.Open(screen)).Status);
        await using var wall = await OpenStream.Open(machine, AWorkshop.LiveOf(workshop.Wall));
        Assert.Equal(HttpStatusCode.OK, wall.Status);

        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#renew-screens");
        await wall.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        foreach (var screen in new[] { workshop.Wall, workshop.Screen1 }) Assert.Equal(HttpStatusCode.Forbidden, (await machine.Open(screen)).Status);
        Assert.Contains("Dit scherm is dicht", machine.Text, StringComparison.Ordinal);
        var anew = (await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("a[href^='/workshops/'][href*='/screen?key=']")!.GetAttribute("href")!;
        Assert.NotEqual(workshop.Wall, anew);
        Assert.Equal(HttpStatusCode.OK, (await machine.Open(anew)).Status);
    }

    [Fact, Rule("W3")]
    public async Task A_browser_that_keeps_no_cookies_is_told_so_and_another_does_not_notice()
    {
        await using var workshop = await AWorkshop.Start();
        using var forgetful = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = workshop.Server.Address, DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } };
        using var seat = await forgetful.PostAsync($"/{workshop.Code}/seats", new FormUrlEncodedContent([new("table", workshop.Table2.Split('/')[^1]), new("name", "Emma")]), TestContext.Current.CancellationToken);
        using var page = await forgetful.GetAsync(seat.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("Cookies staan uit", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(workshop.Table1, workshop.Anna.Path);
        Assert.Equal(HttpStatusCode.OK, workshop.Anna.Status);
    }
}
