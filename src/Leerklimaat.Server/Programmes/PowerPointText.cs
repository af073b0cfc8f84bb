using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Leerklimaat.Domain;
using D = DocumentFormat.OpenXml.Drawing;

namespace Leerklimaat.Server.Programmes;

/// <summary>The paragraphs of a PowerPoint slide as Markdown. Whether one is a point of a list is said by itself, by its box, or by what the slide is laid on.</summary>
public static class PowerPointText
{
    private const string Signs = "\\`*_[]<|&";

    private enum Mark { None, Point, Number }

    public static string Plainly(OpenXmlElement? box) => box is null ? "" : string.Join('\n', box.Elements<D.Paragraph>().Select(Plainly)).Trim();

    public static string OnOneLine(OpenXmlElement? box) => Plain.Line(Plainly(box));

    /// <param name="point">The sign before a point: two lists below each other stay two.</param>
    public static string Of(Shape shape, SlidePart slide, char point)
    {
        var (text, depth, isList) = (new StringBuilder(), 0, false);
        foreach (var paragraph in shape.TextBody?.Elements<D.Paragraph>() ?? [])
        {
            var level = Math.Clamp(paragraph.ParagraphProperties?.Level?.Value ?? 0, 0, 8);
            var written = Written(paragraph, slide);
            if (written.Length == 0) continue;

            var mark = MarkOf(shape, slide, paragraph.ParagraphProperties, level);
            // No deeper than one below what stands above it: Markdown would take it for something else.
            depth = mark == Mark.None ? 0 : isList ? Math.Min(level, depth + 1) : 0;
            if (text.Length > 0) text.Append(isList && mark != Mark.None ? "\n" : "\n\n");
            isList = mark != Mark.None;
            var indent = new string(' ', 4 * depth);
            text.Append(indent).Append(mark switch { Mark.Point => $"{point} ", Mark.Number => "1. ", _ => "" }).Append(written.Replace("\n", $"\\\n{indent}{(isList ? "    " : "")}", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    public static string Of(D.Table table, SlidePart slide)
    {
        var rows = table.Elements<D.TableRow>().Select(row => row.Elements<D.TableCell>().Select(cell => string.Join(' ', cell.TextBody?.Elements<D.Paragraph>().Select(paragraph => Written(paragraph, slide).Replace('\n', ' ')) ?? [])).ToList()).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0) return "";

        rows.Insert(1, [.. rows[0].Select(_ => "---")]);
        return string.Join('\n', rows.Select(row => $"| {string.Join(" | ", row)} |"));
    }

    /// <summary>What somebody wrote, so that Markdown shows it as it is.</summary>
    public static string Escaped(string text) => string.Join(' ', text.Split(' ').Select((word, place) =>
        word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal) ? word
        : string.Concat(word.Select(character => Signs.Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}")) is var signs && place == 0 ? AtTheStart(signs) : signs));

    private static string AtTheStart(string word)
    {
        if (word.Length > 0 && word[0] is '#' or '-' or '+' or '=' or '>' or '~') return $"\\{word}";
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < word.Length && word[digits] is '.' or ')' ? word.Insert(digits, "\\") : word;
    }

    private static string Plainly(D.Paragraph paragraph) => Plain.Text(string.Concat(paragraph.ChildElements.Select(one => one is D.Break ? "\n" : one is D.Run or D.Field ? TextOf(one) : "")));

    private static string Written(D.Paragraph paragraph, SlidePart slide)
    {
        var written = new StringBuilder();
        foreach (var one in paragraph.ChildElements)
        {
            if (one is D.Break) written.Append('\n');
            else if (one is D.Run run && AddressOf(run, slide) is { } address) written.Append(CultureInfo.InvariantCulture, $"[{Escaped(TextOf(run))}](<{address}>)");
            else if (one is D.Run or D.Field) written.Append(TextOf(one) is var text && (written.Length == 0 || written[^1] == '\n') ? Escaped(text) : Escaped($" {text}")[1..]);
        }

        return string.Join('\n', Plain.Text(written.ToString()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    // A line break within a text is kept by PowerPoint as a vertical tab.
    private static string TextOf(OpenXmlElement one) => (one.GetFirstChild<D.Text>()?.Text ?? "").Replace('\v', '\n').ReplaceLineEndings(" ");

    private static string? AddressOf(D.Run run, SlidePart slide) => run.RunProperties?.GetFirstChild<D.HyperlinkOnClick>()?.Id?.Value is { Length: > 0 } id
        && slide.HyperlinkRelationships.FirstOrDefault(link => link.Id == id)?.Uri is { IsAbsoluteUri: true, Scheme: "http" or "https" or "mailto" } address && TextOf(run).Trim().Length > 0 ? address.AbsoluteUri : null;

    private static Mark MarkOf(Shape shape, SlidePart slide, D.ParagraphProperties? own, int level)
    {
        var layout = slide.SlideLayoutPart;
        var place = shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;
        var said = new[] { own, LevelOf(shape.TextBody?.ListStyle, level) }.Select(Said).FirstOrDefault(mark => mark is not null);
        if (said is not null || place is null) return said ?? Mark.None;

        var type = place.Type?.Value ?? PlaceholderValues.Object;
        return Said(LevelOf(Match(layout?.SlideLayout?.CommonSlideData, place)?.TextBody?.ListStyle, level))
            ?? (type == PlaceholderValues.SubTitle ? Mark.None : Said(LevelOf(layout?.SlideMasterPart?.SlideMaster?.TextStyles?.BodyStyle, level)) ?? Mark.Point);
    }

    private static OpenXmlElement? LevelOf(OpenXmlElement? styles, int level) => styles?.ChildElements.FirstOrDefault(style => style.LocalName == $"lvl{level + 1}pPr");

    private static Mark? Said(OpenXmlElement? style) => style?.ChildElements.Select(one => one switch
    {
        D.NoBullet => Mark.None,
        D.CharacterBullet or D.PictureBullet => Mark.Point,
        D.AutoNumberedBullet => Mark.Number,
        _ => (Mark?)null,
    }).FirstOrDefault(mark => mark is not null);

    private static Shape? Match(CommonSlideData? laid, PlaceholderShape place) => laid?.ShapeTree?.Elements<Shape>()
        .FirstOrDefault(shape => shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape is { } other
            && (place.Index is { } index ? other.Index?.Value == index.Value : other.Type?.Value == place.Type?.Value));
}
