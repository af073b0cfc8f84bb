using System.Globalization;

namespace Leerklimaat.Server.Texts;

/// <summary>What a clock says when it is drawn, in the words in which the page goes on counting (clock.ts): who has no scripts reads how much there was.</summary>
public static class SayTime
{
    public static string Since(DateTimeOffset began, TimeProvider time) => Minutes(time.GetUtcNow() - began);

    public static string Left(DateTimeOffset end, TimeProvider time) => (end - time.GetUtcNow()) switch
    {
        { TotalMinutes: > 1 } left => Minutes(left + TimeSpan.FromMilliseconds(59_999)),
        var left => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)Math.Ceiling(left.TotalSeconds))} s"),
    };

    /// <summary>Of a countdown, to the second.</summary>
    public static string Counted(DateTimeOffset end, TimeProvider time)
    {
        var seconds = Math.Max(0, (int)Math.Ceiling((end - time.GetUtcNow()).TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    private static string Minutes(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)time.TotalMinutes)} min");
}
