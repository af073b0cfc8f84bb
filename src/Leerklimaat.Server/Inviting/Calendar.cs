using System.Globalization;
using System.Text;

namespace Leerklimaat.Server.Inviting;

/// <summary>An invitation, and days to remember, that calendars can read (RFC 5545). Times are those of the place itself, whatever clock the server keeps.</summary>
public static class Calendar
{
    private const int LongestLine = 75;

    /// <param name="sequence">Higher than in each earlier invitation to the same workshop; by this a calendar knows which of two is the newest.</param>
    public static string Invitation(Guid uid, string title, string text, string place, string address, DateTime begins, int minutes, int sequence, DateTimeOffset now) => File(
    [
        "BEGIN:VEVENT", $"UID:{uid}@leerklimaat", .. Newest(sequence, now),
        $"DTSTART:{Local(begins)}", $"DTEND:{Local(begins.AddMinutes(Math.Max(1, minutes)))}",
        $"SUMMARY:{Escaped(title)}", $"DESCRIPTION:{Escaped(text)}", $"LOCATION:{Escaped(place)}", $"URL:{address}",
        "END:VEVENT",
    ]);

    /// <summary>Days to remember: all of the day, and nobody is busy because of them. To-dos of their own (VTODO) are not read by the calendars that most people have.</summary>
    /// <param name="sequence">As of an invitation.</param>
    public static string Days(IEnumerable<CalendarDay> days, int sequence, DateTimeOffset now) => File(days.SelectMany(day => (string[])
    [
        "BEGIN:VEVENT", $"UID:{day.Uid}@leerklimaat", .. Newest(sequence, now),
        // The end is the first day that is not in it any more.
        $"DTSTART;VALUE=DATE:{Local(day.On)}", $"DTEND;VALUE=DATE:{Local(day.On.AddDays(1))}",
        $"SUMMARY:{Escaped(day.Title)}", $"DESCRIPTION:{Escaped(day.Text)}", .. day.Address.Length > 0 ? [$"URL:{day.Address}"] : (string[])[],
        "TRANSP:TRANSPARENT", "END:VEVENT",
    ]));

    private static string File(IEnumerable<string> events) => string.Concat(((string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leerklimaat//Leerklimaat//NL", "METHOD:PUBLISH", .. events, "END:VCALENDAR"]).Select(Folded));

    private static string[] Newest(int sequence, DateTimeOffset now) =>
        [string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"), $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"];

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

    private static string Local(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>A day to remember, without a time.</summary>
/// <param name="Uid">By which a calendar knows that a later file is about the same.</param>
/// <param name="Address">Where one goes on; empty where there is no such place for everybody who gets it.</param>
public sealed record CalendarDay(string Uid, string Title, string Text, string Address, DateOnly On);
