using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Workshops;
using Markdig;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>What stands on a slide says how it is laid out.</summary>
[Rule("W4")]
public class LayingOutASlide
{
    private const string Picture = "/workshops/0b6e0b6e-0000-4000-8000-000000000001/pictures/0b6e0b6e-0000-4000-8000-000000000002";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    [Theory]
    [InlineData("", SlideShape.Title)]
    [InlineData("[a]: https://example.org", SlideShape.Title)]
    [InlineData("Leren doe je **samen**.", SlideShape.Statement)]
    [InlineData("Een\n\nTwee", SlideShape.Text)]
    [InlineData("- een\n- twee", SlideShape.List)]
    [InlineData("Vooraf\n\n- een\n    - diep\n- twee\n\nTot slot", SlideShape.List)]
    [InlineData("1. een\n2. twee", SlideShape.Steps)]
    [InlineData("![boom](" + Picture + ")", SlideShape.Picture)]
    [InlineData("![boom](" + Picture + ")\n![huis](" + Picture + ")", SlideShape.Picture)]
    [InlineData("- een\n\n![boom](" + Picture + ")", SlideShape.Beside)]
    [InlineData("Tekst\n![boom](" + Picture + ")", SlideShape.Beside)]
    [InlineData("Zie ![pijl](" + Picture + ") hier", SlideShape.Statement)]
    [InlineData("> Leren doe je samen.\n\nIemand", SlideShape.Quote)]
    [InlineData("> Leren doe je samen.\n\n- een", SlideShape.Text)]
    [InlineData("- een\n\n* twee", SlideShape.Columns)]
    [InlineData("Voor\n\n- een\n\nTegen\n\n- twee", SlideShape.Columns)]
    [InlineData("- een\n\nTussen\n\nTussen\n\n- twee", SlideShape.Text)]
    [InlineData("### Voor\n\n- een\n\n### Tegen\n\n- twee", SlideShape.Columns)]
    [InlineData("Vooraf\n\n## Een\n\na\n\n## Twee\n\nb\n\n## Drie\n\nc", SlideShape.Columns)]
    [InlineData("### Voor\n\n### Tegen\n\n- twee", SlideShape.Text)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", SlideShape.Table)]
    [InlineData("```\ncode\n```", SlideShape.Text)]
    public void It_follows_from_what_stands_on_it(string text, SlideShape shape) => Assert.Equal(shape, SlideLayout.Of(Markdown.Parse(text, Pipeline)));

    [Theory]
    [InlineData("Tekst\n\n![boom](" + Picture + ")", "beside-text,beside-pictures", "boom")]
    [InlineData("![boom](" + Picture + ")\n\nTekst", "beside-pictures,beside-text", "boom")]
    [InlineData("![bg right:40% Een boom](" + Picture + ")\n\nTekst", "beside-text,beside-pictures", "Een boom")]
    [InlineData("Tekst\n![bg left w:300 Een boom](" + Picture + ")", "beside-pictures,beside-text", "Een boom")]
    public void A_picture_stands_on_the_side_that_its_writer_meant(string text, string order, string words)
    {
        var html = SlideText.Draw(text);
        Assert.Equal(order, string.Join(',', html.Split("<div class=\"").Skip(1).Select(part => part[..part.IndexOf('"')])));
        Assert.Contains($"alt=\"{words}\"", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<p>").Length - 1);
    }

    [Fact]
    public void A_column_holds_its_heading_and_what_is_below_it() => Assert.Equal(
        "<p>Vooraf</p><div class=\"slide-columns\"><div class=\"slide-column\"><h3>Een</h3><p>a</p></div><div class=\"slide-column\"><h3>Twee</h3><p>b</p></div></div>",
        SlideText.Draw("Vooraf\n\n## Een\n\na\n\n## Twee\n\nb").ReplaceLineEndings(""));

    [Fact]
    public void Only_a_slide_is_laid_out() =>
        Assert.Equal(SlideShape.Text, SlideText.Draw(new Part(default, PartKind.Question, QuestionKind.Answers, "Vraag", 5, "Kort", "", 0)).Shape);

    [Fact]
    public void The_shipped_slides_use_it()
    {
        var shelf = new ProgrammeShelf(Path.Combine(AppContext.BaseDirectory, "programmes"));
        foreach (var template in Template.All)
        {
            var shapes = (string language) => shelf.Find(template.Minutes, language).Where(part => part.Kind == PartKind.Slide).Select(part => SlideText.Draw(part.Lay(default)).Shape).ToList();
            Assert.Equal(shapes("nl"), shapes("en"));
            // The break alone is text: where to sit afterwards.
            Assert.InRange(shapes("nl").Count(shape => shape == SlideShape.Text), 0, 1);
        }
    }
}
