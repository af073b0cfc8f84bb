using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>Ink that fades with its paper is no colour of the palette, and nobody knows how it reads: what is less is said in the quiet ink, whose contrast is known.</summary>
[Rule("L5")]
public sealed partial class FadingNothing
{
    [Fact]
    public void Nothing_fades_but_what_cannot_be_pressed_and_what_moves()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(Repository.Root, "client"), "*.css").SelectMany(file => File.ReadLines(file).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")).ToList();
        Assert.Contains(lines, line => AFade().IsMatch(line) && line.Contains(":disabled", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => AFade().IsMatch(line) && !line.Contains(":disabled", StringComparison.Ordinal) && !line.Contains("@keyframes", StringComparison.Ordinal));
    }

    // All of it gone, as with 0, is not faded.
    [GeneratedRegex(@"(?<![-\w])opacity: 0?\.\d")]
    private static partial Regex AFade();
}
