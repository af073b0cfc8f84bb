using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Server.Workshops;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// Slides from one Markdown file: a line of three dashes between two slides, a slide's first heading is its title. A remark, and what comes behind
/// "Note:", is a note.
/// </summary>
public sealed class MarkdownSlides
{
    private static readonly string[] NoteWords = ["note:", "notes:", "notitie:", "notities:"];

    private readonly Func<int, string> untitled;
    private readonly MarkdownSource source;
    private readonly Queue<Remark> remarks;
    private readonly List<DraftSlide> slides = [];
    private readonly List<LeftOut> leftOut = [];

    private MarkdownSlides(MarkdownSource source, Func<int, string> untitled) => (this.source, remarks, this.untitled) = (source, new(source.Remarks), untitled);

    /// <param name="untitled">The title of a slide that has no heading, from its number.</param>
    /// <exception cref="UnreadableTextException">The text is built too deep.</exception>
    public static SlideSet Read(string text, Func<int, string> untitled)
    {
        var reading = new MarkdownSlides(MarkdownSource.Of(text), untitled);
        reading.Divide();
        return new(reading.slides, reading.leftOut);
    }

    private string Text => source.Text;

    private void Divide()
    {
        var (from, blocks) = (0, new List<Block>());
        foreach (var block in MarkdownSource.Parse(Text))
        {
            var divider = DividerOf(block);
            if (block is not ThematicBreakBlock || divider is null) blocks.Add(block);
            if (divider is not { } at) continue;

            Add(new(from, at - 1), blocks);
            (from, blocks) = (block.Span.End + 1, []);
        }

        Add(new(from, Text.Length - 1), blocks);
    }

    /// <summary>Where a line of dashes begins that divides two slides. Right below a text Markdown takes three dashes for a heading; who makes slides does not.</summary>
    private int? DividerOf(Block block) => block switch
    {
        ThematicBreakBlock { ThematicChar: '-' } => block.Span.Start,
        HeadingBlock { IsSetext: true, Level: 2 } when UnderlineOf(block) is { Length: 3 } line => line.Start,
        _ => null,
    };

    private SourceSpan UnderlineOf(Block heading)
    {
        var end = Math.Min(heading.Span.End, Text.Length - 1);
        while (end > heading.Span.Start && Text[end] != '-') end--;
        var start = end;
        while (start > heading.Span.Start && Text[start - 1] == '-') start--;
        return new(start, end);
    }

    private void Add(SourceSpan slide, List<Block> blocks)
    {
        var all = blocks.SelectMany(All).ToList();
        var notes = all.OfType<LiteralInline>().Select(literal => literal.Span.Start).Where(at => NoteWordAt(at) > 0).DefaultIfEmpty(slide.End + 1).Min();
        var heading = blocks.OfType<HeadingBlock>().FirstOrDefault(block => DividerOf(block) is null && block.Span.Start < notes);

        var (number, written) = (slides.Count + 1, heading is null ? "" : Plain.Line(SlidePicture.TextOf(heading.Inline)));
        var title = written.Length > 0 ? written : untitled(number);
        var edits = new Edits(Text, title);
        if (heading is not null) edits.Lift(heading);
        foreach (var one in all.Where(one => one.Span.Start < notes && (heading is null || one is LinkInline { IsImage: true } || !Within(one, heading.Span)))) edits.Look(one);

        var text = Plain.Text(edits.Of(new(slide.Start, notes - 1)));
        var own = Plain.Text(string.Join('\n', RemarksUpTo(slide.End + 1).Append(notes > slide.End ? "" : Text[(notes + NoteWordAt(notes))..(slide.End + 1)].Trim())));
        if (heading is null && text.Length == 0 && own.Length == 0 && edits.LeftOut.Count == 0) return;

        var cut = DraftSlide.Cut(number, title, text, own, leftOut);
        leftOut.AddRange(edits.LeftOut.Distinct().Select(left => new LeftOut(number, cut.Title, left.What, left.Name)));
        slides.Add(cut);
    }

    private List<string> RemarksUpTo(int end)
    {
        var said = new List<string>();
        while (remarks.TryPeek(out var remark) && remark.At <= end) said.Add(Plain.Text(remarks.Dequeue().Text));
        return said;
    }

    /// <returns>How long the word is with which notes begin, alone at the start of a line; 0 where it is none.</returns>
    private int NoteWordAt(int at)
    {
        var line = at;
        while (line > 0 && Text[line - 1] == ' ') line--;
        return line == 0 || Text[line - 1] == '\n' ? NoteWords.FirstOrDefault(word => string.Compare(Text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)?.Length ?? 0 : 0;
    }

    private static IEnumerable<MarkdownObject> All(Block block) => (block is LeafBlock leaf ? leaf.Inline?.Descendants() ?? [] : block.Descendants()).Prepend(block);

    private static bool Within(MarkdownObject one, SourceSpan span) => one.Span.Start >= span.Start && one.Span.End <= span.End;

    /// <summary>What is taken out of the text of one slide, or written otherwise.</summary>
    private sealed class Edits(string text, string title)
    {
        private readonly List<(SourceSpan Span, string Instead)> changes = [];

        public List<(string What, string Name)> LeftOut { get; } = [];

        /// <summary>The heading is the title, with the signs that may close it; a picture in it stays on the slide.</summary>
        public void Lift(HeadingBlock heading) =>
            changes.Add((new(heading.Span.Start, (text.IndexOf('\n', heading.Span.End) is var line and >= 0 ? line : text.Length) - 1), string.Join("\n\n", heading.Inline!.Descendants<LinkInline>().Where(link => link.IsImage && SlidePicture.IsOurs(link)).Select(link => text.Substring(link.Span.Start, link.Span.Length)).Prepend("").Append(""))));

        public void Look(MarkdownObject one)
        {
            if (one is LinkInline { IsImage: true } picture) Look(picture);
            else if (one is HtmlInline html) Look(html);
            else if (one is HtmlBlock block) Look(block);
        }

        public string Of(SourceSpan span)
        {
            var (kept, from) = (new StringBuilder(), span.Start);
            foreach (var (at, instead) in changes.OrderBy(change => change.Span.Start).Where(change => change.Span.Start >= span.Start))
            {
                if (at.Start < from || at.Start > span.End) continue;
                kept.Append(text, from, at.Start - from).Append(instead);
                from = at.End + 1;
            }

            return kept.Append(text, Math.Min(from, text.Length), Math.Max(0, span.End + 1 - from)).ToString();
        }

        private void Look(LinkInline picture)
        {
            var words = Pictures.WordsFrom(SlidePicture.WordsOf(picture));
            if (SlidePicture.IsOurs(picture))
            {
                if (words.Length > 0) return;
                LeftOut.Add(("Import.Left.NoWords", ""));
                changes.Add((picture.Span, $"![{Pictures.WordsFrom($"{SlidePicture.TextOf(picture)} {title}")}]({picture.Url})"));
                return;
            }

            var file = Plain.Line(picture.Url);
            LeftOut.Add(("Import.Left.Picture", words.Length > 0 && file.Length > 0 ? $"{words} ({file})" : words + file));
            changes.Add((picture.Span, IsAlone(picture) ? "" : words));
        }

        private void Look(HtmlInline tag)
        {
            if (tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
            {
                changes.Add((tag.Span, IsInTable(tag) ? " " : "\\\n"));
                return;
            }

            LeftOut.Add(("Import.Left.Html", ""));
            changes.Add((tag.Span, ""));
        }

        private void Look(HtmlBlock block)
        {
            LeftOut.Add(("Import.Left.Html", ""));
            var written = text.Substring(block.Span.Start, block.Span.Length).Trim();
            if (block.Type == HtmlBlockType.ScriptPreOrStyle || written.IndexOf('>', StringComparison.Ordinal) == written.Length - 1) changes.Add((block.Span, ""));
        }

        private static bool IsAlone(LinkInline picture) => picture.PreviousSibling is null or LineBreakInline && picture.NextSibling is null or LineBreakInline;

        private static bool IsInTable(Inline inline)
        {
            var container = inline.Parent;
            while (container?.Parent is { } parent) container = parent;
            return container?.ParentBlock?.Parent is TableCell;
        }
    }
}
