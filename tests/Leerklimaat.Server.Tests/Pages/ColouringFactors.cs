using System.Text.RegularExpressions;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Pages.Colours;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>A factor is known by its sign, and by its colour for who sees that; both on a phone that is dark too.</summary>
[Rule("L5")]
public sealed partial class ColouringFactors
{
    // Closer than this two colours are told apart side by side, and not from memory.
    private const double LeastBetween = 20;

    private static readonly string Symbols = File.ReadAllText(Path.Combine(Repository.Root, "client", "symbols.svg"));
    private static readonly string Styles = File.ReadAllText(Path.Combine(Repository.Root, "client", "card.css"));

    [Fact]
    public void Each_sign_has_a_drawing_of_its_own()
    {
        var drawings = Signs.All.Select(sign => (Sign: sign, Drawing: Regex.Match(Symbols, $"<symbol id=\"sign-{sign}\"[^>]*>(.*?)</symbol>").Groups[1].Value)).ToList();
        Assert.DoesNotContain(drawings, sign => sign.Drawing.Length == 0);
        Assert.Equal(Signs.All.Length, drawings.Select(sign => sign.Drawing).Distinct().Count());
    }

    /// <summary>A browser draws nothing of a sheet that is no XML: two dashes in a remark are enough.</summary>
    [Fact]
    public void The_sheet_of_drawings_is_xml() => Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(Symbols).Root!.Name.LocalName);

    [Fact]
    public void Each_sign_has_its_colour_and_no_other_the_same()
    {
        Assert.Equal(Signs.All.Select(sign => (sign, sign)), AColour().Matches(Styles).Select(rule => (rule.Groups[1].Value, rule.Groups[2].Value)));
        foreach (var theme in new[] { Grounds.Select(one => (one.Sign, Colour: one.Light)).ToList(), [.. Grounds.Select(one => (one.Sign, Colour: one.Dark))] })
            Assert.Empty(theme.SelectMany(one => theme.Where(other => string.CompareOrdinal(one.Sign, other.Sign) < 0 && Lch.Of(one.Colour).HueTo(Lch.Of(other.Colour)) < LeastBetween).Select(other => $"{one.Sign} and {other.Sign}")));
    }

    [Fact]
    public void It_keeps_its_hue_in_the_dark() => Assert.Empty(Grounds.Where(one => Lch.Of(one.Light).HueTo(Lch.Of(one.Dark)) > 12).Select(one => one.Sign));

    /// <summary>Sign, name and number stand on the colour in the colour of paper.</summary>
    [Fact]
    public void What_stands_on_it_can_be_read()
    {
        var paper = ColourOf("paper");
        Assert.Empty(Grounds.Where(one => Contrast(one.Light, paper.Light) < 4.5 || Contrast(one.Dark, paper.Dark) < 4.5).Select(one => one.Sign));
    }

    private static IReadOnlyList<(string Sign, string Light, string Dark)> Grounds { get; } = [.. Signs.All.Select(sign => (sign, ColourOf($"sign-{sign}").Light, ColourOf($"sign-{sign}").Dark))];

    [GeneratedRegex(@"\.sign-([a-z-]+) \{ --sign: var\(--lk-sign-([a-z-]+)\); \}")]
    private static partial Regex AColour();
}
