using System.Globalization;
using System.Text;

namespace Leerklimaat.Domain;

/// <summary>What a person typed, made plain: outer spaces gone, line ends as one character, no invisible control characters.</summary>
public static class Plain
{
    /// <summary>Emoji and right-to-left text stay as they are; only characters that nobody can have meant to write are taken out.</summary>
    public static string Text(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";

        var plain = new StringBuilder(typed.Length);
        foreach (var character in typed.ReplaceLineEndings("\n"))
        {
            if (character == '\n' || CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Control) plain.Append(character);
        }

        return plain.ToString().Trim();
    }

    /// <summary>The same for a text that stands on one line, such as a name.</summary>
    public static string Line(string? typed) => string.Join(' ', Text(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
