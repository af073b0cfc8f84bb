using System.Globalization;
using System.Text;

namespace Leerklimaat.Server.Inviting;

/// <summary>An invitation that calendars can read (RFC 5545). Times are those of the place itself, whatever clock the server keeps.</summary>
public static class Calendar
{
    private const int LongestLine = 75;

    /// <param name="sequence">Higher than in each earlier invitation to the same workshop; by this a calendar knows which of two is the newest.</param>
    public static string Invitation(Guid uid, string title, string text, string place, string address, DateTime begins, int minutes, int sequence, DateTimeOffset now) => string.Concat(new[]
    {
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leerklimaat//Leerklimaat//NL", "METHOD:PUBLISH", "BEGIN:VEVENT",
        $"UID:{uid}@leerklimaat", string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"), $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        $"DTSTART:{Local(begins)}", $"DTEND:{Local(begins.AddMinutes(Math.Max(1, minutes)))}",
        $"SUMMARY:{Escaped(title)}", $"DESCRIPTION:{Escaped(text)}", $"LOCATION:{Escaped(place)}", $"URL:{address}",
        "END:VEVENT", "END:VCALENDAR",
    }.Select(Folded));

    /// <summary>Backslash, semicolon, comma and line ends have a meaning of their own; other control characters may not stand in a text at all.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\\' or ';' or ',') escaped.Append('\\').Append(character);
            else if (character == '\n') escaped.Append("\\n");
            else escaped.Append(char.IsControl(character) ? ' ' : character);
        }

        return escaped.ToString();
    }

    /// <summary>Lines of at most 75 bytes; a longer one goes on after a line end and a space, and no character is cut in two.</summary>
    private static string Folded(string line)
    {
        var (folded, length) = (new StringBuilder(line.Length + 8), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }

    private static string Local(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
