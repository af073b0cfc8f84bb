using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Leerklimaat.Domain.Questions;

/// <summary>A phrase of the word cloud, kept whole: how many wrote it, and in which spellings.</summary>
public sealed record Phrase(int Count, ImmutableDictionary<string, int> Spellings)
{
    public static readonly Phrase None = new(0, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    private const int Joiner = 0x200D;

    /// <summary>The spelling that most people used; of equals the plainest, so that the order of arrival does not matter.</summary>
    public string Text => Spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key.Length)
        .ThenByDescending(spelling => spelling.Key, StringComparer.Ordinal).Select(spelling => spelling.Key).FirstOrDefault("");

    public Phrase With(string spelling) => new(Count + 1, Spellings.SetItem(spelling, Spellings.GetValueOrDefault(spelling) + 1));

    public Phrase Without(string spelling) => new(
        Count - 1,
        Spellings.GetValueOrDefault(spelling) is var left and > 1 ? Spellings.SetItem(spelling, left - 1) : Spellings.Remove(spelling));

    /// <summary>The same for phrases that people would call the same: case, spacing and punctuation do not matter. "C#" is not "C", nor "50%" the same as "50".</summary>
    public static string Key(string text) => Key(text, hasSigns: true);

    /// <summary>As it was reckoned before signs counted: what was hidden then is in the journal by this.</summary>
    public static string EarlierKey(string text) => Key(text, hasSigns: false);

    private static string Key(string text, bool hasSigns)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Plain.Folded(text).EnumerateRunes())
        {
            if (hasSigns && rune.Value is ('%' or '‰') && EndsIn(plain, char.IsDigit)) plain.Append(rune.ToString());
            else if (hasSigns && rune.Value == '#' && plain.Length > 0 && char.IsLetterOrDigit(plain[^1])) plain.Append('#');
            else if (Meaning(rune) is { } kept) plain.Append(kept);
        }

        var key = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        // Somebody who writes nothing but "???" means just that.
        return key.Length > 0 ? key : text.Trim();
    }

    // "50 %" is "50%".
    private static bool EndsIn(StringBuilder plain, Func<char, bool> isIt)
    {
        var length = plain.Length;
        while (length > 0 && plain[length - 1] == ' ') length--;
        if (length == 0 || !isIt(plain[length - 1])) return false;
        plain.Length = length;
        return true;
    }

    /// <summary>Letters, digits and signs count; an apostrophe is left out, other punctuation is a space, what is invisible is nothing.</summary>
    private static string? Meaning(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value is '\'' or '’' or '‘' or '`' or '´' => null,
        UnicodeCategory.Format when rune.Value == Joiner => rune.ToString(),
        UnicodeCategory.Format or UnicodeCategory.Control when rune.Value != '\n' => null,
        UnicodeCategory.NonSpacingMark when rune.Value is >= 0xFE00 and <= 0xFE0F => null,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => " ",
        UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol when !Plain.IsVisible(rune) => null,
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
