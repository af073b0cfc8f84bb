using System.Net;
using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tests.Programmes;

[Rule("W4")]
public sealed class MakingTheProgramme : IAsyncLifetime
{
    private static readonly byte[] Png = APicture.Png();

    private AWorkshop workshop = null!;

    private Person Chantal => workshop.Chantal;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Start();
        await Chantal.Open($"{workshop.Root}/programme");
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("W10")]
    public async Task A_part_is_added_changed_moved_removed_and_everything_is_undone()
    {
        var before = Titles();
        await Chantal.Press("#add-part", ("title", "Koffie"), ("kind", "Slide"));
        await Chantal.Press("#save", ("title", "Koffie en thee"), ("minutes", "10"), ("text", "Tijd voor **koffie**"), ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal([.. before, "Koffie en thee"], Titles());

        await Chantal.Press(".parts li:last-child button:not([disabled])");
        Assert.Equal("Koffie en thee", Titles()[^2]);
        await Chantal.Press(".parts li:nth-child(2) button[formaction]");
        Assert.Equal(before.Count, Titles().Count);

        for (var i = 0; i < 4; i++) await Chantal.Press("#undo");
        Assert.Equal(before, Titles());
    }

    [Fact]
    public async Task The_second_of_two_who_edit_the_same_part_keeps_what_was_typed_and_sees_both()
    {
        var path = Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!;
        await Chantal.Open(path);
        using var other = new Person(workshop.Server, "Ook Chantal");
        foreach (System.Net.Cookie cookie in Chantal.Cookies.GetCookies(workshop.Server.Address)) other.Cookies.Add(cookie);
        await other.Open(path);
        await other.Press("#save", ("title", "Van de ander"), ("kind", "Slide"), ("question", "Answers"));

        await Chantal.Press("#save", ("title", "Van mij"), ("text", "Mijn lange tekst"), ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal(HttpStatusCode.Conflict, Chantal.Status);
        Assert.Contains("Iemand anders heeft dit onderdeel intussen veranderd", Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Van de ander", Chantal.Page.QuerySelector("#other")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mijn lange tekst", Chantal.Page.QuerySelector("#text")!.TextContent.Trim());

        await Chantal.Press("#save", ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal("Van mij", Titles()[0]);
    }

    [Fact]
    public async Task A_preview_shows_the_part_and_saves_nothing()
    {
        await Chantal.Open(Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!);
        await Chantal.Press("#look", ("title", "Proef"), ("text", "# Kop\n\n<script>alert(1)</script>"), ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal("Kop", Chantal.Page.QuerySelector("#preview h3")!.TextContent);
        Assert.Empty(Chantal.Page.QuerySelectorAll("#preview script"));
        await Chantal.Open($"{workshop.Root}/programme");
        Assert.Equal("Welkom", Titles()[0]);
    }

    [Fact]
    public async Task Slides_are_taken_over_from_a_file()
    {
        await Upload("imports", "file", "dia's.md", Encoding.UTF8.GetBytes("---\nmarp: true\n---\n# Een\n\nTekst\n<!-- Zeg dit -->\n\n---\n\nZonder kop\n\n---\n\n## Drie\n"));
        Assert.Equal(["Een", "Dia 2", "Drie"], Titles()[^3..]);
        await Chantal.Open(Chantal.Page.QuerySelectorAll(".part-link")[^3].GetAttribute("href")!);
        Assert.Equal("Zeg dit", Chantal.Page.QuerySelector("#notes")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_file_that_is_no_text_or_that_is_too_large_is_answered_in_words_and_nothing_changes()
    {
        var before = Titles();
        await Upload("imports", "file", "plaatje.md", [0xFF, 0xFE, 0, 1]);
        Assert.Contains("Dit bestand is geen tekst", Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(before, Titles());

        await Upload("imports", "file", "groot.md", new byte[6 * 1024 * 1024]);
        Assert.Contains("groter dan 1 MB", Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(before, Titles());

        await Upload("imports", "file", "diep.md", Encoding.UTF8.GetBytes(new string('>', 5000) + " diep"));
        Assert.Contains("te diep", Chantal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_kept_with_its_words_and_served_as_what_it_is()
    {
        await Chantal.Open(Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!);
        await Save(Png, "Een boom");
        await Chantal.Open(Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!);
        var text = Chantal.Page.QuerySelector("#text")!.TextContent;
        Assert.Contains("![Een boom](/workshops/", text, StringComparison.Ordinal);

        using var picture = await workshop.Anna.Http.GetAsync(text.Split("](")[^1].TrimEnd(')', '\n', ' '));
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_picture_without_words_or_of_another_kind_is_refused_and_what_was_typed_stays()
    {
        await Chantal.Open(Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!);
        await Save(Png, "");
        Assert.Contains("Vertel in woorden", Chantal.Text, StringComparison.Ordinal);
        Assert.Equal("Mijn tekst", Chantal.Page.QuerySelector("#text")!.TextContent.Trim());

        await Save([.. Png[..16], 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, .. Png[24..]], "Een reus");
        Assert.Contains("Deze afbeelding is 30000 bij 30000 pixels. Kies er een van hoogstens 5000", Chantal.Text, StringComparison.Ordinal);
        Assert.Equal("Mijn tekst", Chantal.Page.QuerySelector("#text")!.TextContent.Trim());

        await Save("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "Een tekening");
        Assert.Contains("geen PNG, JPEG of WebP", Chantal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_leads_makes_the_programme()
    {
        await workshop.Dennis.Open($"{workshop.Root}/programme");
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Dennis.Status);
        await workshop.Dennis.Open(workshop.Table2);
        foreach (var path in new[] { "/programme", "/programme/undoings", "/programme/imports", "/parts/beginnings", "/parts/retimings", "/presenter/beginnings", "/codes", "/offers", "/bin", "/read-links" })
            Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Dennis.Ask($"{workshop.Root}{path}", ("days", "30"), ("kind", "Slide"))).Status);
    }

    private List<string> Titles() => [.. Chantal.Page.QuerySelectorAll(".part-link strong").Select(title => title.TextContent)];

    private async Task Save(byte[] picture, string words)
    {
        using var form = FormOf("picture", "boom.png", picture);
        foreach (var (name, value) in new[] { ("title", "Welkom"), ("kind", "Slide"), ("question", "Answers"), ("minutes", "5"), ("text", "Mijn tekst"), ("notes", ""), ("words", words), ("edition", Chantal.Page.QuerySelector("[name=edition]")!.GetAttribute("value")!) }) form.Add(new StringContent(value), name);
        await Chantal.Post(Chantal.Page.QuerySelector("#part-form")!.GetAttribute("action")!, form);
    }

    private async Task Upload(string path, string field, string name, byte[] bytes)
    {
        using var form = FormOf(field, name, bytes);
        await Chantal.Post($"{workshop.Root}/programme/{path}", form);
    }

    private MultipartFormDataContent FormOf(string field, string name, byte[] bytes) => new()
    {
        { new StringContent(Guid.NewGuid().ToString()), "command" },
        { new ByteArrayContent(bytes), field, name },
    };
}

[Rule("W4")]
public class DrawingASlide
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[klik](javascript:alert(1))", "javascript:")]
    [InlineData("[klik](data:text/html;base64,PHNjcmlwdD4=)", "data:")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("![spion](https://elders.example/p.png)", "<img")]
    [InlineData("![spion](/workshops/x/pictures/y)", "<img")]
    [InlineData("[a]: javascript:alert(1)\n\n[klik][a]", "javascript:")]
    public void Nothing_in_it_runs_or_calls_anybody(string text, string forbidden) => Assert.DoesNotContain(forbidden, SlideText.Draw(text), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_link_leads_out_without_taking_us_along() => Assert.Contains("rel=\"noopener noreferrer nofollow\"", SlideText.Draw("[site](https://example.org)"), StringComparison.Ordinal);

    [Fact]
    public void Headings_come_below_the_title_of_the_part() => Assert.Equal("<h3>Een</h3>\n<h4>Twee</h4>\n", SlideText.Draw("# Een\n\n## Twee"));

    [Fact]
    public void Lines_of_code_stay_lines_in_a_message_of_one_line() => Assert.Contains("a&#10;b", SlideText.Draw("```\na\nb\n```"), StringComparison.Ordinal);

    [Fact]
    public void Every_shipped_programme_takes_as_long_as_it_says_and_has_notes_for_each_part()
    {
        var shelf = new ProgrammeShelf(Path.Combine(AppContext.BaseDirectory, "programmes"));
        foreach (var template in Template.All)
        {
            foreach (var language in new[] { "nl", "en" })
            {
                var parts = shelf.Find(template.Minutes, language);
                Assert.Equal(template.Minutes, parts.Sum(part => part.Minutes));
                Assert.All(parts, part => Assert.True(part.Notes.Length > 20 && part.Text.Length > 20, part.Title));
                Assert.Equal(shelf.Find(template.Minutes, "nl").Select(part => (part.Kind, part.Question, part.Minutes)), parts.Select(part => (part.Kind, part.Question, part.Minutes)));
            }
        }
    }

    [Theory]
    [InlineData("kind: slide", "kind: dia", "(2): 'dia' is no kind of part; use slide, question, game, plenary, closing")]
    [InlineData("minutes: 5", "minutes: lang", "'minutes' is not a whole number")]
    [InlineData("title: Welkom", "titel: Welkom", "'titel' is no field of a part")]
    [InlineData("kind: game", "kind: closing", "there is a second closing")]
    [InlineData("---\nkind: slide", "kind: slide", "starts with a line of three dashes")]
    public void A_broken_programme_says_file_line_and_what_is_wrong(string right, string wrong, string sentence)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("leerklimaat-programme-").FullName, "90.nl.md");
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programmes", "90.nl.md"));
        var at = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
        var said = Assert.Throws<BrokenProgrammeException>(() => ProgrammeFile.Read(path)).Message;
        Assert.StartsWith(path + "(", said, StringComparison.Ordinal);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
