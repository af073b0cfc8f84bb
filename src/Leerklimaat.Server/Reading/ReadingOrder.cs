using System.Text;

namespace Leerklimaat.Server.Reading;

/// <summary>On which side a text begins, as a page decides it by <c>dir="auto"</c>: where its first letter with a direction does.</summary>
public static class ReadingOrder
{
    public static bool IsRightToLeft(string text) => text.EnumerateRunes().Where(Rune.IsLetter).Select(IsRightToLeft).FirstOrDefault();

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin stand together in these blocks of Unicode.
    private static bool IsRightToLeft(Rune letter) => letter.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
