using static Leerklimaat.Server.Tests.Pages.Colours;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>"The red one" is red on the wall and on a phone that is dark: people point at pawns by colour, beside the shape of the head.</summary>
[Rule("L5")]
public sealed class ColouringPawns
{
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
}
