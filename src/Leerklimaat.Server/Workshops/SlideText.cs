using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Leerklimaat.Domain.Workshops;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Leerklimaat.Server.Workshops;

/// <summary>
/// Draws Markdown that people wrote. Nothing in it can run or call anybody else: raw HTML is shown as text, a link leads to the web or a mail
/// address only, a picture is one that was uploaded here.
/// </summary>
public static partial class SlideText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Use<SlideGroups>().Build();

    // A part is drawn for many audiences and again on every change of a table; its text is read once.
    private static readonly ConditionalWeakTable<Part, DrawnSlide> Drawn = [];

    /// <summary>A slide is laid out by what stands on it; what is said at a question or a game is a text above it.</summary>
    public static DrawnSlide Draw(Part part) => Drawn.GetValue(part, one => Draw(one.Text, one.Kind == PartKind.Slide));

    /// <exception cref="UnreadableTextException">The text is built so deep that it cannot be drawn.</exception>
    public static string Draw(string text) => Draw(text, isSlide: true).Html;

    /// <summary>A text to read, and not to show on a wall.</summary>
    public static string DrawPlain(string text) => Draw(text, isSlide: false).Html;

    private static DrawnSlide Draw(string text, bool isSlide)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            Order(document);
            var shape = isSlide ? SlideLayout.Of(document) : SlideShape.Text;
            SlideLayout.Arrange(document, shape);
            foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList()) Name(picture);
            // A message of the stream is one line: line ends that count are written as references.
            return new(Preformatted().Replace(document.ToHtml(Pipeline), block => block.Value.ReplaceLineEndings("&#10;")), shape);
        }
        catch (ArgumentException deep)
        {
            throw new UnreadableTextException("The text is built too deep.", deep);
        }
    }

    /// <summary>Whether each picture says in words what is on it.</summary>
    public static bool HasWordsForPictures(string text) =>
        Markdown.Parse(text, Pipeline).Descendants<LinkInline>().Where(link => link.IsImage).All(picture => SlidePicture.WordsOf(picture).Length > 0);

    private static void Order(MarkdownDocument document)
    {
        // The title of the part is a heading of the second level, so those in its text come below it.
        var headings = document.Descendants<HeadingBlock>().ToList();
        var lift = headings.Count == 0 ? 0 : 3 - headings.Min(heading => heading.Level);
        foreach (var heading in headings) heading.Level = Math.Clamp(heading.Level + lift, 3, 6);

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage ? !SlidePicture.IsOurs(link) : !IsSafe(link.Url)) link.ReplaceBy(new LiteralInline(link.IsImage ? SlidePicture.WordsOf(link) : WordsOf(link)));
            else if (!link.IsImage) Outward(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsSafe(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
            else Outward(link);
        }
    }

    // What it says to who cannot see it is without what Marp writes before its words.
    private static void Name(LinkInline picture)
    {
        var words = SlidePicture.WordsOf(picture);
        picture.Clear();
        picture.AppendChild(new LiteralInline(words));
    }

    [GeneratedRegex("<pre>.*?</pre>", RegexOptions.Singleline)]
    private static partial Regex Preformatted();

    private static void Outward(Inline link)
    {
        var attributes = link.GetAttributes();
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
        attributes.AddPropertyIfNotExist("target", "_blank");
    }

    private static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    private static string WordsOf(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
}

/// <summary>A text as it is drawn, and how it is laid out.</summary>
public sealed record DrawnSlide(string Html, SlideShape Shape)
{
    public MarkupString Markup => new(Html);
}

/// <summary>A text that nobody can draw.</summary>
public sealed class UnreadableTextException : Exception
{
    public UnreadableTextException() { }

    public UnreadableTextException(string message) : base(message) { }

    public UnreadableTextException(string message, Exception inner) : base(message, inner) { }
}
