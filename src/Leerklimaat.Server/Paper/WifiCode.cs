namespace Leerklimaat.Server.Paper;

/// <summary>The text in a QR code that lets a phone join a network, as phones read it: <c>WIFI:T:WPA;S:name;P:password;;</c>.</summary>
public static class WifiCode
{
    // What the radio can carry: a name of 32 bytes, and a password of 8 to 63 characters or 64 hexadecimal digits.
    public const int LongestName = 32, ShortestPassword = 8, LongestPassword = 64;

    /// <param name="password">Empty for an open network.</param>
    public static string Of(string name, string password) =>
        password.Length > 0 ? $"WIFI:T:WPA;S:{Escaped(name)};P:{Escaped(password)};;" : $"WIFI:T:nopass;S:{Escaped(name)};;";

    private static string Escaped(string text) => string.Concat(text.Select(letter => letter is '\\' or ';' or ',' or ':' or '"' ? $"\\{letter}" : $"{letter}"));
}
