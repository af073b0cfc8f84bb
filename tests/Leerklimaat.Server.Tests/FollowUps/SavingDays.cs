using System.Net;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.FollowUps;

[Rule("O3")]
public class SavingDays
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_open_action_with_a_day_is_in_the_calendar_of_who_leads()
    {
        await using var workshop = await FollowingUp.Agreed();
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/follow-up");
        using (var saved = await chantal.Http.GetAsync(chantal.Page.QuerySelector("a[href$='/actions.ics']")!.GetAttribute("href")))
        {
            Assert.Equal(("text/calendar", "actions.ics"), (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.FileName));
            var file = Unfolded(await saved.Content.ReadAsStringAsync());
            foreach (var line in new[] { "SUMMARY:Actie: Elke maand een leeruur", "DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260502", "TRANSP:TRANSPARENT" }) Assert.Contains($"\r\n{line}\r\n", file, StringComparison.Ordinal);
            Assert.Contains("Wie: Fatma\\nHoe merken we het: Het staat in het rooster", file, StringComparison.Ordinal);
            Assert.Single(file.Split("BEGIN:VEVENT").Skip(1));
        }

        await chantal.Press(FollowingUp.Form("days"), ("by", "2026-07-01"));
        Assert.Contains("DTSTART;VALUE=DATE:20260701", await Days(), StringComparison.Ordinal);
        await chantal.Press(FollowingUp.Form("states"), ("state", "Done"));
        Assert.Null(chantal.Page.QuerySelector("a[href$='/actions.ics']"));
        Assert.Equal(HttpStatusCode.NotFound, (await chantal.Open($"{workshop.Root}/follow-up/actions.ics")).Status);
        Assert.Contains("Geen open actie heeft een dag", chantal.Text, StringComparison.Ordinal);

        async Task<string> Days() => Unfolded(await chantal.Http.GetStringAsync($"{workshop.Root}/follow-up/actions.ics"));
    }

    [Fact]
    public async Task An_owner_saves_the_day_of_their_own_action_and_finds_the_way_back_in_it()
    {
        await using var workshop = await FollowingUp.Agreed();
        var link = await FollowingUp.LinkOf(workshop);
        using var fatma = new Person(workshop.Server, "Fatma");
        await fatma.Open(link);
        var file = Unfolded(await fatma.Http.GetStringAsync(fatma.Page.QuerySelector("a[href$='/action.ics']")!.GetAttribute("href")));
        Assert.Contains("SUMMARY:Actie: Elke maand een leeruur", file, StringComparison.Ordinal);
        Assert.Matches($"\r\nURL:http[^\r]+{link}\r\n", file);
        Assert.DoesNotContain("/workshops/", file, StringComparison.Ordinal);

        await fatma.Press("form[action$='/days'] button", ("by", "2026-06-01"));
        var later = Unfolded(await fatma.Http.GetStringAsync($"{link}/action.ics"));
        Assert.Contains("DTSTART;VALUE=DATE:20260601", later, StringComparison.Ordinal);
        // The same entry for a calendar.
        Assert.Equal(Uid(file), Uid(later));
    }

    [Fact]
    public async Task Who_leads_chooses_a_day_to_look_back_and_it_carries_no_name_and_no_address()
    {
        await using var workshop = await FollowingUp.Agreed();
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/follow-up");
        foreach (var day in chantal.Page.QuerySelectorAll("a[href*='/look-back.ics?day=']").Select(link => link.GetAttribute("href")!)) Assert.Contains($"DTSTART;VALUE=DATE:{day.Split('=')[1].Replace("-", "", StringComparison.Ordinal)}", await chantal.Http.GetStringAsync(day), StringComparison.Ordinal);

        var file = Unfolded(await chantal.Http.GetStringAsync($"{workshop.Root}/follow-up/look-back.ics?day=3-4-2027"));
        Assert.Contains("DTSTART;VALUE=DATE:20270403", file, StringComparison.Ordinal);
        Assert.Contains("- Elke maand een leeruur", file, StringComparison.Ordinal);
        foreach (var secret in new[] { "Fatma", "URL:", "http" }) Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("morgen"), InlineData("2027-02-30"), InlineData("03/04/2027"), InlineData("9999-12-31"), InlineData("1-1-0001")]
    public async Task A_day_that_is_none_is_answered_with_a_sentence_and_what_was_typed_stays(string typed)
    {
        await using var workshop = await FollowingUp.Agreed();
        await workshop.Chantal.Open($"{workshop.Root}/follow-up/look-back.ics?day={Uri.EscapeDataString(typed)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Vul een dag in", workshop.Chantal.Page.QuerySelector("#wrong-day")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, workshop.Chantal.Page.QuerySelector("#look-back-day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task All_actions_as_a_table_are_one_tap_away()
    {
        await using var workshop = await FollowingUp.Agreed();
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/follow-up");
        Assert.Contains("Elke maand een leeruur", await chantal.Http.GetStringAsync(chantal.Page.QuerySelector("a[href$='/actions.csv']")!.GetAttribute("href")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_cannot_add_lines_of_its_own_and_no_line_is_longer_than_75_bytes()
    {
        var file = Calendar.Days([new("1", "Leren; samen,\r\nATTENDEE:mailto:a@b", string.Concat(Enumerable.Repeat("é🎉x", 40)), "", new(2026, 12, 31))], 7, Now);
        Assert.DoesNotContain("\r\nATTENDEE", file, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Leren\\; samen\\,\\nATTENDEE", file, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20270101\r\n", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    private static string Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Uid(string file) => file.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
}
