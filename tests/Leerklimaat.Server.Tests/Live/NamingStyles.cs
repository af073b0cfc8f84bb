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

    /// <summary>
    /// A name belongs to one file of styles, which says how what has it looks. Other files say how it looks inside something of theirs, or together with a name of theirs.
    /// What moves, and what is themed or printed, goes through all of them.
    /// </summary>
    [Fact]
    public void Each_style_name_has_one_room()
    {
        var rooms = Directory.EnumerateFiles(Path.Combine(Repository.Root, "client"), "*.css").Where(file => Path.GetFileName(file) is not ("motion.css" or "theme.css"))
            .SelectMany(file => NamesOf(Path.GetFileName(file)).Select(name => (Name: name, Room: Path.GetFileName(file)))).ToLookup(own => own.Name, own => own.Room);
        Assert.True(rooms.Count > 150, $"Only {rooms.Count} names were found: are they still read?");
        Assert.Equal(["screen.css"], rooms["screen"]);
        Assert.Empty(rooms.Where(name => name.Count() > 1).Select(name => $"{name.Key}: {string.Join(", ", name)}"));
    }

    /// <summary>The names whose room is this file of styles.</summary>
    internal static IReadOnlySet<string> NamesOf(string file) => OwnNames(File.ReadAllText(Path.Combine(Repository.Root, "client", file))).ToHashSet();

    /// <summary>The names of rules that stand by themselves: one class, whatever state it is in, and nothing around it.</summary>
    private static IEnumerable<string> OwnNames(string styles)
    {
        var around = new Stack<string>();
        foreach (Match piece in APiece().Matches(ARemark().Replace(styles, "")))
        {
            if (piece.Value.EndsWith('}')) around.Pop();
            if (!piece.Value.EndsWith('{')) continue;

            var selector = Within().Replace(piece.Value[..^1], "").Trim();
            if (!selector.StartsWith('@') && around.All(outer => outer.StartsWith('@')))
            {
                foreach (Match name in AnOwnName().Matches(selector)) yield return name.Groups["name"].Value;
            }

            around.Push(selector);
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex ARemark();

    // Up to what opens, ends or closes.
    [GeneratedRegex("[^{};]*[{};]")]
    private static partial Regex APiece();

    [GeneratedRegex(@"\((?:[^()]|(?<in>\()|(?<-in>\)))*(?(in)(?!))\)")]
    private static partial Regex Within();

    [GeneratedRegex(@"(?:^|,)\s*\.(?<name>[A-Za-z][\w-]*)(?:\[[^\]]*\]|::?[\w-]+)*\s*(?=,|$)")]
    private static partial Regex AnOwnName();

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
