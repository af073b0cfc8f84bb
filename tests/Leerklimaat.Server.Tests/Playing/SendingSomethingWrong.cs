using System.Net;
using System.Text;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>Each gets a clear sentence and the right status, and changes nothing.</summary>
public sealed class SendingSomethingWrong : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Theory, InlineData("0", true), InlineData("4", true), InlineData("5", false), InlineData("-1", false), InlineData("vier", false), InlineData("", false), InlineData("99999999999", false)]
    public async Task A_square_that_does_not_exist(string square, bool exists)
    {
        var answer = await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", square));

        Assert.Equal(exists, answer.Status == HttpStatusCode.OK);
        if (!exists) await NothingChanged(answer, square == "5" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest, square == "5" ? "Dit vakje bestaat niet" : "Laad de pagina opnieuw");
    }

    [Fact]
    public async Task A_note_that_is_too_long() => await NothingChanged(await Write(new string('a', 281)), HttpStatusCode.UnprocessableEntity, "Je briefje is te lang");

    [Theory, InlineData(""), InlineData(" \n\t ")]
    public async Task An_empty_note(string text) => await NothingChanged(await Write(text), HttpStatusCode.UnprocessableEntity, "Schrijf eerst iets");

    [Theory]
    [InlineData("/names", "name", 41, "Deze naam is te lang")]
    [InlineData("/neighbours", "name", 41, "Deze naam is te lang")]
    [InlineData("/notes", "text", 281, "Je briefje is te lang")]
    public async Task A_text_that_is_too_long(string path, string field, int length, string sentence) => await NothingChanged(
        await workshop.Anna.Ask(workshop.Table1 + path, [("note", Guid.NewGuid().ToString()), ("kind", "Green"), (field, new string('a', length))]), HttpStatusCode.UnprocessableEntity, sentence);

    [Theory, InlineData(0, "Schrijf eerst"), InlineData(281, "te lang")]
    public async Task A_case_that_is_empty_or_too_long(int length, string sentence)
    {
        await workshop.Dennis.Ask($"{workshop.Table2}/practice/skips");
        var answer = await workshop.Dennis.Ask($"{workshop.Table2}/cases", ("case", new string('a', length)), ("happens-now", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.NotNull((await workshop.Dennis.Open(workshop.Table2)).Page.QuerySelector("#draw"));
    }

    [Fact]
    public async Task A_message_and_a_title_that_are_too_long()
    {
        await workshop.Chantal.Open(workshop.Root);
        var answer = await workshop.Chantal.Ask($"{workshop.Root}/messages", ("message", new string('a', 201)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("te lang", answer.Text, StringComparison.Ordinal);

        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/workshops'] button", ("title", new string('a', 101)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, emma.Status);
        Assert.Contains("te lang", emma.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_at_a_table_is_in_the_readers_language_too()
    {
        using var emma = new Person(workshop.Server, "Emma", "en-GB");
        await workshop.Join(emma, 1);
        await emma.Open(workshop.Table1);
        var square = await emma.Ask($"{workshop.Table1}/placements?round=1", ("square", "9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, square.Status);
        Assert.Contains("This square does not exist", square.Text, StringComparison.Ordinal);
        var command = await emma.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"), ("command", ""));
        Assert.Contains("Reload the page", command.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("<script>alert(1)</script>"), InlineData("🎉 <b>feest</b> & \"meer\""), InlineData("مرحبا بكم"), InlineData("<hx-partial hx-target=body>weg</hx-partial>"), InlineData("</template></textarea><img src=x onerror=alert(1)>")]
    public async Task Markup_emoji_and_right_to_left_text_are_shown_as_they_were_typed(string text)
    {
        Assert.Equal(HttpStatusCode.OK, (await Write(text)).Status);
        await workshop.Bram.Open(workshop.Table1);

        var note = workshop.Bram.Page.QuerySelector(".note-list .note p")!;
        Assert.EndsWith(text, note.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("auto", note.GetAttribute("dir"));
        Assert.Empty(note.QuerySelectorAll("script, b, img"));
    }

    [Fact]
    public async Task A_command_for_another_table() => await NothingChanged(await workshop.Dennis.Ask($"{workshop.Table1}/placements?round=1", ("square", "1")), HttpStatusCode.Forbidden, "Je hebt aan deze tafel geen plek");

    [Fact]
    public async Task A_command_for_somebody_elses_seat() => await NothingChanged(await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"), ("seat", "1")), HttpStatusCode.Forbidden, "Deze plek is van iemand anders");

    [Theory, InlineData("cross-site", null), InlineData("same-site", null), InlineData("none", null), InlineData(null, "https://elders.example"), InlineData(null, "null"), InlineData(null, "http://127.0.0.1:1"), InlineData(null, null)]
    public async Task A_command_that_another_site_made_a_browser_send(string? site, string? origin)
    {
        using var sneaky = workshop.Anna.From(site, origin);
        await NothingChanged(await sneaky.Ask($"{workshop.Table1}/placements?round=1", ("square", "1")), HttpStatusCode.BadRequest, "Open de pagina opnieuw");
    }

    [Fact]
    public async Task Over_plain_HTTP_the_origin_is_enough()
    {
        using var anna = workshop.Anna.From(null, $"http://{workshop.Server.Address.Authority}");
        Assert.Equal(HttpStatusCode.OK, (await anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"))).Status);
    }

    [Fact]
    public async Task A_facilitators_command_from_a_player()
    {
        await workshop.Anna.Open(workshop.Table1);
        var answer = await workshop.Anna.Ask($"{workshop.Root}/game/stops");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact, Rule("L2")]
    public async Task The_same_command_twice_has_one_effect()
    {
        var command = Guid.NewGuid().ToString();
        var note = Guid.NewGuid().ToString();
        foreach (var text in new[] { "eerste keer", "tweede keer, andere tekst, zelfde opdracht" })
            Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", note), ("kind", "Green"), ("text", text), ("command", command))).Status);
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Oma"), ("command", note));
        await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", "Oma"), ("command", note));

        await workshop.Bram.Open(workshop.Table1);
        Assert.Equal(["is er al eerste keer"], workshop.Bram.Page.QuerySelectorAll(".note-list .note p").Select(shown => string.Join(' ', shown.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Single(workshop.Bram.Page.QuerySelectorAll("#more .seats li"), seat => seat.TextContent.Contains("Oma", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tampered_cookie()
    {
        var cookie = workshop.Anna.Cookies.GetAllCookies()["leerklimaat"]!;
        cookie.Value = cookie.Value[..^6] + "AAAAAA";
        await NothingChanged(await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1")), HttpStatusCode.Forbidden, "geen plek");
    }

    [Fact]
    public async Task A_tampered_facilitator_cookie()
    {
        var cookie = workshop.Chantal.Cookies.GetAllCookies()["leerklimaat"]!;
        cookie.Value = cookie.Value[..^6] + "AAAAAA";
        await workshop.Chantal.Open(workshop.Root);
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Chantal.Status);
    }

    [Fact]
    public async Task A_phone_with_a_wrong_clock()
    {
        workshop.Anna.Http.DefaultRequestHeaders.Date = new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.NoContent, (await workshop.Anna.Ask($"{workshop.Table1}/clock?minutes=5", ("at", "1999-01-01T00:00:00Z"))).Status);

        await workshop.Bram.Open(workshop.Table1);
        var ends = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(workshop.Bram.Page.QuerySelector("[data-ends]")!.GetAttribute("data-ends")!, System.Globalization.CultureInfo.InvariantCulture));
        var now = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(workshop.Bram.Page.Body!.GetAttribute("data-now")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(ends - now, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_body_that_is_too_large()
    {
        var answer = await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", new string('a', 40_000)));
        Assert.Contains(answer.Status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
    }

    [Theory, InlineData("kind", "Blauw"), InlineData("note", "geen-id")]
    public async Task A_form_that_none_of_our_pages_sends(string field, string value) =>
        await NothingChanged(await workshop.Anna.Ask($"{workshop.Table1}/notes", [("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "x"), (field, value)]), HttpStatusCode.BadRequest, "Laad de pagina opnieuw");

    [Fact]
    public async Task A_card_that_is_not_in_the_deck() => await NothingChanged(await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=bestaat-niet"), HttpStatusCode.NotFound, "zit niet in de kaartset");

    [Theory, InlineData("/bestaat/niet"), InlineData("/tables/00000000-0000-0000-0000-000000000000"), InlineData("/workshops/00000000-0000-0000-0000-000000000000/screen"), InlineData("/favicon.ico")]
    public async Task An_address_that_does_not_exist(string path)
    {
        await workshop.Dennis.Open(path);
        Assert.Equal(HttpStatusCode.NotFound, workshop.Dennis.Status);
        Assert.NotNull(workshop.Dennis.Page.QuerySelector("h1"));
    }

    [Fact, Rule("L6")]
    public async Task What_was_typed_is_still_there_when_a_form_without_scripts_is_refused()
    {
        await workshop.Anna.Press("#sheet-green button[value=Activity]", ("text", new string('b', 281)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Anna.Status);
        Assert.Contains("Je briefje is te lang", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Contains(new string('b', 281), workshop.Anna.Page.QuerySelector("#write-green")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_is_in_the_readers_language()
    {
        using var english = new Person(workshop.Server, "Emma", "en-GB");
        await english.Open("/000000");
        Assert.Equal(HttpStatusCode.NotFound, english.Status);
        Assert.Contains("This page does not exist", english.Text, StringComparison.Ordinal);
        await english.Open("/");
        await english.Press("form[action='/joining'] button", ("code", "nee"));
        Assert.Contains("We do not know this code", english.Text, StringComparison.Ordinal);
    }

    private Task<Answer> Write(string text) => workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", text));

    private async Task NothingChanged(Answer answer, HttpStatusCode status, string sentence)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        await workshop.Bram.Open(workshop.Table1);
        Assert.Contains("0 van 2 pionnen gelegd", workshop.Bram.Text, StringComparison.Ordinal);
        Assert.Empty(workshop.Bram.Page.QuerySelectorAll(".note-list .note"));
    }
}
