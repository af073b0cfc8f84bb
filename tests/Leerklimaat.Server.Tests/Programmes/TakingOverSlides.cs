using System.Net;
using System.Text;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>What somebody wrote as Markdown comes along as they meant it, and what is private stays private.</summary>
[Rule("W4")]
public sealed class TakingOverSlides : TakingOver
{

    [Theory]
    [InlineData("# Een\n\nTekst\n\n<!--\nGeheim één\n\n---\n\n# Geheim twee\n-->\n\nSlot\n\n---\n\n# Twee\n", "Een", "Geheim één", "Geheim twee")]
    [InlineData("# Een\n\nTekst <!-- Geheim één\n\nGeheim twee --> en verder\n\nSlot\n\n---\n\n# Twee\n", "Een", "Geheim één", "Geheim twee")]
    [InlineData("# Een\n\nTekst\n\n- a <!-- Geheim één -->\n\n> b\n> <!-- Geheim twee -->\n\nSlot\n\n---\n\n# Twee\n", "Een", "Geheim één", "Geheim twee")]
    [InlineData("# Een\n\nTekst\n\n<div>\n<!-- Geheim één\n\nGeheim twee -->\n</div>\n\nSlot\n\n---\n\n# Twee\n", "Een", "Geheim één", "Geheim twee")]
    public async Task A_remark_is_a_note_wherever_it_stands_and_however_long(string text, string title, params string[] secrets)
    {
        var slides = await Take(text);
        Assert.Equal([title, "Twee"], slides.Select(slide => slide.Title));
        Assert.All(secrets, secret => Assert.Contains(secret, slides[0].Notes, StringComparison.Ordinal));
        Assert.All(slides, slide => Assert.DoesNotContain("Geheim", slide.Text, StringComparison.Ordinal));
        Assert.StartsWith("Tekst", slides[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("Slot", slides[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Een\n\nTekst\n\n<!-- Geheim\n\n---\n\n# Ook geheim\n")]
    [InlineData("# Een\n\nTekst <!-- Geheim\n\n---\n\n# Ook geheim\n")]
    public async Task A_remark_that_never_ends_is_not_shown(string text)
    {
        var slide = Assert.Single(await Take(text));
        Assert.Equal(("Een", "Tekst"), (slide.Title, slide.Text));
        Assert.Contains("Ook geheim", slide.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_code_is_code()
    {
        var slides = await Take("```yaml\n---\n# geen titel\n<!-- geen notitie -->\n---\n```\n\n---\n\n# Twee\n\n    <!-- ook code -->\n");
        Assert.Equal(["Dia 1", "Twee"], slides.Select(slide => slide.Title));
        Assert.Equal("```yaml\n---\n# geen titel\n<!-- geen notitie -->\n---\n```", slides[0].Text);
        Assert.All(slides, slide => Assert.Equal("", slide.Notes));
        Assert.Contains("<!-- ook code -->", slides[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nmarp: true\nstyle: |\n  h1 { color: red }\n\n  p { margin: 0 }\ntags:\n- een\n- twee\n---\n# Een\n")]
    [InlineData("---\ntitle: Leren: hoe doe je dat?\n---\n\n# Een\n")]
    [InlineData("---\n\n# Een\n\n---\n")]
    public async Task The_settings_of_another_program_are_no_slide(string text) => Assert.Equal("Een", Assert.Single(await Take(text)).Title);

    [Fact]
    public async Task Dashes_before_the_first_slide_are_no_settings() => Assert.Equal(["Een", "Twee"], (await Take("---\n# Een\n---\n# Twee\n")).Select(slide => slide.Title));

    [Theory]
    [InlineData("# **Welkom** bij _ons_ [team](https://example.org) &amp; `co` #\n\nTekst", "Welkom bij ons team & co")]
    [InlineData("Titel\nop twee regels\n=====\n\nTekst", "Titel op twee regels")]
    [InlineData("Titel\n-----\n\nTekst", "Titel")]
    [InlineData("Tekst\n\n### Titel", "Titel")]
    public async Task A_title_is_what_one_reads(string text, string title)
    {
        var slide = Assert.Single(await Take(text));
        Assert.Equal((title, "Tekst"), (slide.Title, slide.Text));
    }

    [Fact]
    public async Task Three_dashes_right_below_a_text_divide_too() =>
        Assert.Equal([("Dia 1", "Tekst\nmeer"), ("Twee", "- punt"), ("Dia 3", "Slot")], (await Take("Tekst\nmeer\n---\n# Twee\n- punt\n---\nSlot")).Select(slide => (slide.Title, slide.Text)));

    [Fact]
    public async Task A_list_keeps_its_depth_when_it_was_made_with_tabs()
    {
        var slide = Assert.Single(await Take("# Een\n\n-\teen\n\t- twee\n\t\t- drie\n"));
        await Chantal.Press("#look", ("title", "Een"), ("text", slide.Text), ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal("drie", Chantal.Page.QuerySelector("#preview ul ul ul li")!.TextContent.Trim());
        await Chantal.Press("#look", ("title", "Een"), ("text", "- een\n\t- twee\n\t\t- drie"), ("kind", "Slide"), ("question", "Answers"));
        Assert.Equal("drie", Chantal.Page.QuerySelector("#preview ul ul ul li")!.TextContent.Trim());
    }

    [Theory, InlineData("Note:"), InlineData("Notes:"), InlineData("notitie:"), InlineData("Notities:")]
    public async Task Behind_the_word_for_notes_the_rest_of_the_slide_is_private(string word)
    {
        var slides = await Take($"# Een\n\nTekst\n\n{word} Geheim\n\n- Ook **geheim**\n\n---\n\nTekst\n{word}\nGeheim\n\n---\n\n- punt\n{word} Geheim\n");
        Assert.Equal([("Een", "Tekst", "Geheim\n\n- Ook **geheim**"), ("Dia 2", "Tekst", "Geheim"), ("Dia 3", "- punt", "Geheim")], slides);
    }

    [Fact]
    public async Task A_picture_that_is_elsewhere_is_named_with_its_slide_and_the_rest_comes_along()
    {
        var slides = await Take("# ![](foto's/team.png) Welkom\n\nTekst\n\n---\n\n# Twee\n\n![bg right:40% Een boom](boom.png)\n\nMeer ![pijl](https://elders.example/p.png) tekst\n");
        Assert.Equal([("Welkom", "Tekst", ""), ("Twee", "Meer pijl tekst", "")], slides);
        Assert.Equal(["Dia 1 (Welkom): De afbeelding foto's/team.png", "Dia 2 (Twee): De afbeelding Een boom (boom.png)", "Dia 2 (Twee): De afbeelding pijl (https://elders.example/p.png)"], Left.Select(sentence => sentence[..sentence.IndexOf(" staat", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_picture_of_ours_without_words_gets_the_title_of_its_slide()
    {
        var address = $"/workshops/{Guid.NewGuid()}/pictures/{Guid.NewGuid()}";
        Assert.Equal($"![bg left Team]({address})", Assert.Single(await Take($"# Team\n\n![bg left]({address})\n")).Text);
        Assert.StartsWith("Dia 1 (Team): ", Assert.Single(Left), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_can_be_no_part_the_slide_is_named_and_nothing_changes()
    {
        Assert.Empty(await Take($"# Een\n\n---\n\n# Te lang\n\n{new string('x', 20_001)}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Chantal.Status);
        Assert.Contains("Dia 2 (Te lang): ", Chantal.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_cut_off_or_is_of_a_page_is_named()
    {
        var slides = await Take($"# {new string('t', 120)}\n\n<style>\nh1 {{ color: red }}\n</style>\n\nTekst<br>meer\n\n<!-- {new string('n', 6000)} -->\n");
        Assert.Equal(("Tekst\\\nmeer", 100), (slides[0].Text, slides[0].Title.Length));
        Assert.Equal(3, Left.Count);
    }


    private Task<List<(string Title, string Text, string Notes)>> Take(string text) => Take(Encoding.UTF8.GetBytes(text), "dia's.md");
}
