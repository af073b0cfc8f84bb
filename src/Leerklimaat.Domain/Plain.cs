using System.Globalization;
using System.Text;

namespace Leerklimaat.Domain;

/// <summary>What a person typed, made plain: outer spaces gone, line ends as one character, each letter written in one way, nothing that nobody can see.</summary>
/// <remarks>It never becomes longer than what was typed: a field that a browser lets through by its <c>maxlength</c> is not too long here.</remarks>
public static class Plain
{
    /// <summary>Emoji and right-to-left text stay as they are. A text in which there is nothing to see is no text.</summary>
    public static string Text(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";

        var kept = new StringBuilder(typed.Length);
        // Half a character, which only a broken program sends, becomes the sign for that.
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes()) kept.Append(Meant(rune));
        var plain = Composed(kept.ToString()).Trim(Edges);
        return plain.EnumerateRunes().Any(IsVisible) ? plain : "";
    }

    /// <summary>The same for a text that stands on one line, such as a name.</summary>
    public static string Line(string? typed) => string.Join(' ', Text(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text in the one spelling in which texts are compared: "ĳ" and "ij", "ﬁ" and "fi", "ë" in one character and in two are the same.</summary>
    public static string Folded(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    /// <summary>At most so many characters, the sign for "there was more" among them; what people see as one character is not cut in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;

        var length = 0;
        while (StringInfo.GetNextTextElementLength(text, length) is var next && length + next < most) length += next;
        return most > 0 ? text[..length].TrimEnd() + "…" : "";
    }

    /// <summary>Whether somebody sees anything there: not a mark for layout, nor a letter that is drawn as nothing.</summary>
    public static bool IsVisible(Rune rune) => !IsBlank(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    // Letters and signs by their category, and yet nothing is drawn: the fillers of Hangul, empty braille, the place of an object that is gone.
    private static bool IsBlank(int character) => character is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0xFFFC or 0x1D159;

    // At the outside these do nothing, and make two names of one.
    private static readonly char[] Edges =
    [
        .. Enumerable.Range(0, char.MaxValue + 1).Select(character => (char)character).Where(char.IsWhiteSpace),
        '\u00AD', '\u180E', '\u200B', '\u200E', '\u200F', '\u2060', '\u3164', '\u2800', '\uFFA0', '\uFFFC',
    ];

    private static string Meant(Rune rune) => rune.Value switch
    {
        '\n' => "\n",
        // What turns the text behind it around would do so on everybody's page; a mark for one word (U+200E, U+200F) does no harm.
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF => "",
        // Never letters, and some programs cannot read a file with one in it.
        (>= 0xFDD0 and <= 0xFDEF) => "",
        var character when (character & 0xFFFE) == 0xFFFE => "",
        // A tab, and whatever else moves the cursor, stood between two words.
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? " " : rune.ToString(),
    };

    // A few characters fall apart instead; then it stays as typed, because nothing may become too long by being kept.
    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC) is var composed && composed.Length <= text.Length ? composed : text;
}
