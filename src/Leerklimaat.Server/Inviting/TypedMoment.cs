using System.Globalization;

namespace Leerklimaat.Server.Inviting;

/// <summary>A day and a time as somebody chose or typed it, read in one way only: what can be read as two days is not read.</summary>
public static class TypedMoment
{
    private const int FirstYear = 2000, LastYear = 2199;

    // What the field of a browser sends; and what somebody types in a browser without such a field: the day before the month, as in Dutch.
    private static readonly string[] Ways =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF", "yyyy-MM-dd HH:mm", "d-M-yyyy H:mm", "d-M-yyyy H.mm", "d MMMM yyyy H:mm", "d MMMM yyyy H.mm",
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "d-M-yyyy", "d MMMM yyyy"];

    public static bool TryRead(string? typed, out DateTime moment) =>
        DateTime.TryParseExact(typed, Ways, CultureInfo.CurrentCulture, DateTimeStyles.AllowWhiteSpaces, out moment) && moment.Year is >= FirstYear and <= LastYear;

    /// <summary>A day without a time, read in the same way.</summary>
    public static bool TryReadDay(string? typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed, Days, CultureInfo.CurrentCulture, DateTimeStyles.AllowWhiteSpaces, out day) && day.Year is >= FirstYear and <= LastYear;
}
