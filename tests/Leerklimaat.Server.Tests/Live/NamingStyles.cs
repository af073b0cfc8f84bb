using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Live;

/// <summary>A style that is meant for a drawing must not reach a button that happens to have the same name: <c>.cloud</c> once hid "weet ik niet" on phones.</summary>
public partial class NamingStyles
{
    private static readonly HashSet<string> Drawn = ["svg", "g", "path", "rect", "circle", "ellipse", "line", "text", "use", "polygon", "pattern", "Drawn", "SvgText", "BoardDrawing"];

    [Fact]
    public void No_style_name_is_shared_by_what_is_drawn_and_what_is_not()
    {
        var uses = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories).SelectMany(file => NamesIn(File.ReadAllText(file))).Distinct().ToList();
        Assert.True(uses.Count > 300, $"Only {uses.Count} names were found: are they still read?");
        Assert.Contains(("square", false), uses);
        Assert.Contains(("word-cloud", true), uses);
        Assert.Empty(uses.GroupBy(use => use.Name).Where(name => name.Count() > 1).Select(name => name.Key));
    }

    /// <summary>
    /// A rule that looks in the whole page of a player for what says at what the table is makes a phone style all of that page anew at each message: it did, 385 elements
    /// for one pawn. What such rules ask for is said at the top of the page (phase.ts).
    /// </summary>
    [Fact]
    public void No_style_looks_through_the_whole_page_of_a_player()
    {
        var styles = Directory.EnumerateFiles(Path.Combine(Repository.Root, "client"), "*.css").SelectMany(file => File.ReadLines(file)).ToList();
        Assert.Contains(styles, line => line.Contains(".player[data-phase", StringComparison.Ordinal));
        Assert.DoesNotContain(styles, line => ThroughThePage().IsMatch(line));
    }

    [GeneratedRegex(@"(?:\.player|\.page-player|\bmain|\bbody|\bhtml|:root)(?:\[[^\]]*\]|:not\((?!:has)[^)]*\))*(?::not\()?:has\(")]
    private static partial Regex ThroughThePage();

    /// <summary>The names of a class attribute, also those in the strings of its code.</summary>
    private static IEnumerable<(string Name, bool IsDrawn)> NamesIn(string razor)
    {
        foreach (Match tag in ATag().Matches(razor))
        {
            var written = tag.Groups["names"].Value;
            var names = Code().Replace(written, " ") + " " + string.Join(' ', Code().Matches(written).SelectMany(code => AString().Matches(code.Value)).Select(text => text.Groups[1].Value));
            foreach (Match name in AName().Matches(names)) yield return (name.Value, Drawn.Contains(tag.Groups["tag"].Value));
        }
    }

    // Code between parentheses may hold quotes and parentheses of its own.
    [GeneratedRegex(@"<(?<tag>\w+)\b(?:[^<>""]|""(?:@\((?:[^()]|(?<in>\()|(?<-in>\)))*(?(in)(?!))\)|[^""])*"")*?\s[Cc]lass=""(?<names>(?:@\((?:[^()]|(?<in>\()|(?<-in>\)))*(?(in)(?!))\)|[^""])*)""")]
    private static partial Regex ATag();

    [GeneratedRegex(@"@\((?:[^()]|(?<in>\()|(?<-in>\)))*(?(in)(?!))\)|@[\w.]+(?:\([^)]*\))?")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!= |\()""([^""]*)""")]
    private static partial Regex AString();

    [GeneratedRegex(@"(?<!\S)[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?!\S)")]
    private static partial Regex AName();
}
