using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Questions;

/// <summary>
/// Lays the phrases of a cloud: the largest in the middle, the others around it, none over another. The same phrases always lie the same. Each is
/// drawn exactly as wide as it was reckoned here, so nothing depends on the letters that a device has.
/// </summary>
public static class CloudLayout
{
    public const int Width = 1600, Height = 660, MostPhrases = 60;

    /// <summary>In the units of the drawing. On a wall of 1,920 pixels the smallest phrase is 28 pixels high: it can be read from ten metres.</summary>
    public const double Smallest = 34, Largest = 150;

    private const double Gap = 12, LineHeight = 1.1, Emoji = 1.25;

    public static CloudView Of(IReadOnlyList<Reply> replies)
    {
        var shown = replies.Take(MostPhrases).ToList();
        // A few phrases are drawn as large as they will go.
        for (var scale = 1.5; ; scale *= .88)
        {
            var words = Lay(shown, scale);
            if (words.Count == shown.Count) return new([.. words]);
            if (Largest * scale <= Smallest) return new([.. LayRows(shown, scale) is var rows && rows.Count > words.Count ? rows : words]);
        }
    }

    private static List<CloudWord> Lay(List<Reply> replies, double scale)
    {
        var laid = new List<CloudWord>();
        var most = replies.Count == 0 ? 1 : replies.Max(reply => reply.Count);
        foreach (var reply in replies)
        {
            if (Place(reply, SizeOf(reply.Count, most, reply.Text, scale), laid) is { } word) laid.Add(word);
        }

        return laid;
    }

    private static double SizeOf(int count, int most, string text, double scale)
    {
        var share = most == 1 ? .45 : Math.Sqrt((double)count / most);
        var size = Math.Max(Smallest, Largest * scale * share);
        return Math.Max(Smallest, Math.Min(size, Width * .92 / WidthOf(text)));
    }

    /// <summary>Along a spiral outwards, until there is room.</summary>
    private static CloudWord? Place(Reply reply, double size, List<CloudWord> laid)
    {
        var (width, height) = (Math.Min(size * WidthOf(reply.Text), Width - 2 * Gap), size * LineHeight);
        for (var turn = 0.0; turn < 140; turn += 1 / Math.Max(1, turn / 3))
        {
            // Wider than high, as the wall is.
            var (x, y) = (Width / 2.0 + 8.4 * turn * Math.Cos(turn), Height / 2.0 + 3.6 * turn * Math.Sin(turn));
            var word = new CloudWord(reply.Id.Value, reply.Text, reply.Count, x, y, size, width, height);
            if (IsInside(word) && !laid.Exists(other => Overlap(word, other))) return word;
        }

        return null;
    }

    /// <summary>Row by row, the largest in the middle: closer together than along a spiral, for when there are many.</summary>
    private static List<CloudWord> LayRows(List<Reply> replies, double scale)
    {
        var most = replies.Max(reply => reply.Count);
        var rows = new List<List<(Reply Reply, double Size, double Width)>>();
        foreach (var reply in replies)
        {
            var size = SizeOf(reply.Count, most, reply.Text, scale);
            var width = Math.Min(size * WidthOf(reply.Text), Width - 2 * Gap);
            if (rows.Find(row => row.Sum(word => word.Width + 2 * Gap) + width <= Width - 2 * Gap) is { } row) row.Add((reply, size, width));
            else rows.Add([(reply, size, width)]);
        }

        var laid = new List<CloudWord>();
        var (above, below) = (Height / 2.0, Height / 2.0);
        foreach (var row in rows)
        {
            var height = row.Max(word => word.Size) * LineHeight + 1;
            var isAbove = Height - above < below;
            if (isAbove ? above - height < 0 : below + height > Height) continue;

            var y = isAbove ? above -= height : (below += height) - height;
            var x = (Width - row.Sum(word => word.Width) - 2 * Gap * (row.Count - 1)) / 2;
            foreach (var (reply, size, width) in row)
            {
                laid.Add(new(reply.Id.Value, reply.Text, reply.Count, x + width / 2, y + height / 2, size, width, size * LineHeight));
                x += width + 2 * Gap;
            }
        }

        return laid;
    }

    private static bool IsInside(CloudWord word) =>
        word.X - word.Width / 2 >= Gap && word.X + word.Width / 2 <= Width - Gap && word.Y - word.Height / 2 >= 0 && word.Y + word.Height / 2 <= Height;

    private static bool Overlap(CloudWord one, CloudWord other) =>
        Math.Abs(one.X - other.X) < (one.Width + other.Width) / 2 + Gap && Math.Abs(one.Y - other.Y) < (one.Height + other.Height) / 2;

    /// <summary>How wide a text is for its size, by what letters usually measure.</summary>
    private static double WidthOf(string text)
    {
        var width = 0.0;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            width += WidthOfOne(text.AsSpan(at, length));
            at += length;
        }

        return Math.Max(.5, width);
    }

    /// <summary>What people see as one, however many characters it is made of: a flag, a hand with the colour of its skin, a family.</summary>
    private static double WidthOfOne(ReadOnlySpan<char> seen)
    {
        var (width, isEmoji) = (0.0, false);
        foreach (var rune in seen.EnumerateRunes())
        {
            width += WidthOf(rune);
            isEmoji |= rune.Value is 0xFE0F or 0x20E3 or (>= 0x1F000 and <= 0x1FBFF);
        }

        return isEmoji ? Emoji : width;
    }

    private static double WidthOf(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or '\'' or '’' or '!' or ':' or ';' or '|' => .3,
        'f' or 't' or 'r' or ' ' or '-' or '(' or ')' => .38,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => .92,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter => .7,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark => 0,
            UnicodeCategory.OtherSymbol or UnicodeCategory.OtherLetter when rune.Value > 0x2E00 => Emoji,
            _ => .57,
        },
    };
}

/// <summary>The phrases of a cloud in their places.</summary>
public sealed record CloudView(Sequence<CloudWord> Words);

/// <summary>One phrase, by its middle.</summary>
public sealed record CloudWord(string Id, string Text, int Count, double X, double Y, double Size, double Width, double Height);
