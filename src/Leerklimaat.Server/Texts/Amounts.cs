using System.Globalization;

namespace Leerklimaat.Server.Texts;

/// <summary>A number with its noun, so that one of something reads as one: <c>{0:# kaart|# kaarten}</c> is "1 kaart" and "3 kaarten".</summary>
public sealed class Amounts : IFormatProvider, ICustomFormatter
{
    public static readonly Amounts Read = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.CurrentCulture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        var nouns = format?.Split('|') ?? [];
        var said = arg is IFormattable number ? number.ToString(nouns.Length == 2 ? null : format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
        return nouns.Length == 2 ? nouns[said == "1" ? 0 : 1].Replace("#", said, StringComparison.Ordinal) : said;
    }
}
