using System.Globalization;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>"The red one" is red on the wall and on a phone that is dark: people point at pawns by colour, beside the shape of the head.</summary>
[Rule("L5")]
public sealed partial class ColouringPawns
{
    private static readonly string Theme = File.ReadAllText(Path.Combine(Repository.Root, "client", "theme.css"));

    // Below this a colour is a grey, and grey has no hue.
    private const double LeastChroma = .05;

    [Fact]
    public void A_pawn_keeps_its_hue_in_the_dark()
    {
        var moved = Pawns.Where(pawn => Lch.Of(pawn.Light).Chroma > LeastChroma && Lch.Of(pawn.Light).HueTo(Lch.Of(pawn.Dark)) > 12);
        Assert.Empty(moved.Select(pawn => $"pawn {pawn.Number}: {pawn.Light} is {pawn.Dark} in the dark, {Lch.Of(pawn.Light).HueTo(Lch.Of(pawn.Dark)):0} degrees further"));
    }

    [Fact]
    public void It_stands_out_from_the_square_that_it_stands_on()
    {
        var ground = ColourOf("tile-chosen");
        Assert.Empty(Pawns.Where(pawn => Contrast(pawn.Light, ground.Light) < 3 || Contrast(pawn.Dark, ground.Dark) < 3).Select(pawn => $"pawn {pawn.Number}"));
    }

    private static IReadOnlyList<(int Number, string Light, string Dark)> Pawns { get; } = [.. Enumerable.Range(1, 12).Select(number => (number, ColourOf($"pawn-{number}").Light, ColourOf($"pawn-{number}").Dark))];

    private static (string Light, string Dark) ColourOf(string name) =>
        AColour().Matches(Theme).Where(match => match.Groups[1].Value == name).Select(match => match.Groups[2].Value).ToList() is [var light, var dark, ..] ? (light, dark) : throw new InvalidOperationException($"{name} is not in both themes.");

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        double[] lights = [.. new[] { one, other }.Select(Luminance).OrderDescending()];
        return (lights[0] + .05) / (lights[1] + .05);
    }

    private static double Luminance(string colour) => Linear(colour) is var (red, green, blue) ? .2126 * red + .7152 * green + .0722 * blue : 0;

    private static (double Red, double Green, double Blue) Linear(string colour) => (One(colour, 1), One(colour, 3), One(colour, 5));

    private static double One(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var part && part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);

    /// <summary>How strong a colour is, and which.</summary>
    private readonly record struct Lch(double Chroma, double Hue)
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
