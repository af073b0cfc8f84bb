using System.Text;
using Leerklimaat.Server.Workshops;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// A Markdown file as slides are read from it: without the settings of another program, and without its remarks, which are private. The tree of Markdig
/// says what is a remark and what is code; the text itself is only cut where the tree says so.
/// </summary>
public sealed record MarkdownSource(string Text, IReadOnlyList<Remark> Remarks)
{
    private const string Opening = "<!--", Closing = "-->";

    // A remark that begins in a text and ends after an empty line is none in Markdown, so what is behind it has to be read anew.
    private const int MostReadings = 50;

    private static readonly MarkdownPipeline Whole = Pipeline().UseYamlFrontMatter().Build(), Slides = Pipeline().Build();

    /// <exception cref="UnreadableTextException">The text is built too deep.</exception>
    public static MarkdownSource Of(string written)
    {
        var remarks = new List<Remark>();
        var text = WithoutSettings(Expanded(written.ReplaceLineEndings("\n")));
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var isWhole = Lift(ref text, remarks);
            if (isWhole) return new(text, remarks);
        }

        throw new UnreadableTextException("There are too many remarks within a text.");
    }

    public static MarkdownDocument Parse(string text) => Parse(text, Slides);

    /// <summary>Each tab as the spaces up to where it leads, by which Markdown reckons how deep a list is.</summary>
    public static string Expanded(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal)) return text;

        var (kept, column) = (new StringBuilder(text.Length), 0);
        foreach (var character in text)
        {
            var width = character == '\t' ? 4 - column % 4 : 1;
            kept.Append(character == '\t' ? ' ' : character, width);
            column = character is '\n' or '\r' ? 0 : column + width;
        }

        return kept.ToString();
    }

    private static MarkdownPipelineBuilder Pipeline() => new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UsePreciseSourceLocation();

    private static MarkdownDocument Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException deep)
        {
            throw new UnreadableTextException("The text is built too deep.", deep);
        }
    }

    private static string WithoutSettings(string text) => Parse(text, Whole).FirstOrDefault() is YamlFrontMatterBlock settings && AreSettings(settings.Lines.ToString()) ? text[Math.Min(text.Length, settings.Span.End + 1)..] : text;

    // A file may as well begin with the dashes of a divider, and then with a slide.
    private static bool AreSettings(string between)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(between));
            return yaml.Documents is [{ RootNode: YamlMappingNode }];
        }
        catch (YamlException)
        {
            // "title: Learning: how?" is no YAML, and meant as a setting all the same.
            var first = between.TrimStart();
            return first.TakeWhile(character => char.IsLetterOrDigit(character) || character is '_' or '-').Count() is var length and > 0 && length < first.Length && first[length] == ':';
        }
    }

    /// <returns>Whether all were lifted; otherwise what is left is to be read anew.</returns>
    private static bool Lift(ref string text, List<Remark> remarks)
    {
        var (kept, from, isWhole) = (new StringBuilder(text.Length), 0, true);
        foreach (var (at, isInText) in Openings(text))
        {
            if (at < from) continue;

            kept.Append(text, from, at - from);
            // "<!-->" is a whole one. One that never ends goes on to the end of the file: better too much private than too much public.
            var end = text.IndexOf(Closing, at + 2, StringComparison.Ordinal);
            remarks.Add(new(kept.Length, end < 0 ? text[(at + Opening.Length)..] : text[Math.Min(end, at + Opening.Length)..end]));
            from = end < 0 ? text.Length : end + Closing.Length;
            isWhole = !isInText;
            if (!isWhole) break;
        }

        text = kept.Append(text, from, text.Length - from).ToString();
        return isWhole;
    }

    private static IEnumerable<(int At, bool IsInText)> Openings(string text) => Parse(text, Slides).Descendants()
        .Where(one => one is HtmlBlock or HtmlInline or LiteralInline)
        .SelectMany(one => Within(text, one.Span).Select(at => (at, one is LiteralInline))).OrderBy(opening => opening.at);

    private static IEnumerable<int> Within(string text, SourceSpan span)
    {
        for (var at = span.Start; at >= 0 && at <= span.End; at++)
        {
            at = text.IndexOf(Opening, at, Math.Min(text.Length, span.End + 1) - at, StringComparison.Ordinal);
            if (at < 0) yield break;
            yield return at;
        }
    }
}

/// <summary>What stood between &lt;!-- and --&gt;, for who leads.</summary>
public sealed record Remark(int At, string Text);
