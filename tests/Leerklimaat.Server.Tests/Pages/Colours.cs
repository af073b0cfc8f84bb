using System.Globalization;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>The colours of the theme, and how far they are from each other.</summary>
internal static partial class Colours
{
    private static readonly string Theme = File.ReadAllText(Path.Combine(Repository.Root, "client", "theme.css"));

    public static (string Light, string Dark) ColourOf(string name) =>
        AColour().Matches(Theme).Where(match => match.Groups[1].Value == name).Select(match => match.Groups[2].Value).ToList() is [var light, var dark, ..] ? (light, dark) : throw new InvalidOperationException($"{name} is not in both themes.");

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    public static double Contrast(string one, string other)
    {
        double[] lights = [.. new[] { one, other }.Select(Luminance).OrderDescending()];
        return (lights[0] + .05) / (lights[1] + .05);
    }

    private static double Luminance(string colour) => Linear(colour) is var (red, green, blue) ? .2126 * red + .7152 * green + .0722 * blue : 0;

    private static (double Red, double Green, double Blue) Linear(string colour) => (One(colour, 1), One(colour, 3), One(colour, 5));

    private static double One(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var part && part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);

    /// <summary>How strong a colour is, and which.</summary>
    public readonly record struct Lch(double Chroma, double Hue)
    {
        /// <summary>OKLab, Björn Ottosson 2020.</summary>
        public static Lch Of(string colour)
        {
            var (red, green, blue) = Linear(colour);
            var (l, m, s) = (
                Math.Cbrt(.4122214708 * red + .5363325363 * green + .0514459929 * blue),
                Math.Cbrt(.2119034982 * red + .6806995451 * green + .1073969566 * blue),
                Math.Cbrt(.0883024619 * red + .2817188376 * green + .6299787005 * blue));
            var (a, b) = (1.9779984951 * l - 2.4285922050 * m + .4505937099 * s, .0259040371 * l + .7827717662 * m - .8086757660 * s);
            return new(Math.Sqrt(a * a + b * b), Math.Atan2(b, a) * 180 / Math.PI);
        }

        public double HueTo(Lch other) => Math.Abs((Hue - other.Hue + 540) % 360 - 180);
    }

    [GeneratedRegex(@"--lk-([a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex AColour();
}
