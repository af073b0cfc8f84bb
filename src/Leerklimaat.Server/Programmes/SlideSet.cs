using System.Text;
using System.Text.RegularExpressions;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Programmes;

/// <summary>Slides from one Markdown file: a line of three dashes between two slides, a slide's first heading is its title, a remark is a note.</summary>
public static partial class SlideSet
{
    public const int LargestFile = 1024 * 1024;

    /// <summary>What was pasted, or else the file that was chosen.</summary>
    /// <returns>Nothing when the file is not text.</returns>
    public static async Task<string?> TextOf(IFormCollection form)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return form["slides"].ToString();

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray()).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <param name="untitled">The title of a slide that has no heading, from its number.</param>
    public static IReadOnlyList<Part> Read(string text, Func<int, string> untitled)
    {
        // A tab tells how deep a list goes; as one space it would tell something else.
        var slides = AFence().Split(text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal));
        // A file of another program may begin with its own settings, between two lines of dashes.
        var first = slides.Length > 2 && string.IsNullOrWhiteSpace(slides[0]) && slides[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => ASetting().IsMatch(line)) ? 2 : 0;
        return [.. slides.Skip(first).Where(slide => !string.IsNullOrWhiteSpace(slide)).Select((slide, number) => SlideOf(slide, untitled(number + 1)))];
    }

    private static Part SlideOf(string slide, string untitled)
    {
        var notes = string.Join('\n', ARemark().Matches(slide).Select(remark => Plain.Text(remark.Groups[1].Value)));
        var text = ARemark().Replace(slide, "");
        var heading = AHeading().Match(text);
        var title = heading.Success ? Plain.Line(heading.Groups[1].Value) : "";
        return new(
            new(Guid.NewGuid()), PartKind.Slide, null, Plain.Cut(title.Length > 0 ? title : untitled, Part.LongestTitle), 3,
            Plain.Text(heading.Success ? text.Remove(heading.Index, heading.Length) : text), notes, 0);
    }

    [GeneratedRegex(@"^---[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex AFence();

    [GeneratedRegex(@"^\s*[\w-]+\s*:")]
    private static partial Regex ASetting();

    [GeneratedRegex("<!--(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex ARemark();

    [GeneratedRegex(@"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex AHeading();
}
