using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>What the documents say about the repository is so.</summary>
public partial class TellingTheTruth
{
    [Fact]
    public void Every_link_leads_to_a_file_that_exists()
    {
        var links = Documents().SelectMany(document => LinksOf(document).Select(link => (document, link))).ToList();
        Assert.True(links.Count > 60, $"Only {links.Count} links were found: are they still read?");
        Assert.Empty(links.Where(one => !Leads(one.document, one.link)).Select(one => $"{Path.GetRelativePath(Repository.Root, one.document)}: {one.link}"));
    }

    [Fact]
    public void Every_script_that_is_named_exists()
    {
        var scripts = Documents().SelectMany(document => AScript().Matches(File.ReadAllText(document)).Select(match => match.Value)).Distinct().ToList();
        Assert.Contains("bin/run", scripts);
        Assert.DoesNotContain(scripts, script => !File.Exists(Path.Combine(Repository.Root, script)));
    }

    [Fact]
    public void Every_setting_is_explained_to_hosts_and_none_that_does_not_exist() =>
        Assert.Equal(Settings().Select(setting => $"Server__{setting.Name}").Order(), ASetting().Matches(ForHosts).Select(match => match.Value).Distinct().Order());

    [Fact]
    public void Every_setting_is_explained_once_with_its_default() => Assert.Equal(
        Settings().Select(setting => $"| `Server__{setting.Name}` | {Default(setting)} |").Order(),
        ARowOfASetting().Matches(ForHosts).Select(match => match.Value).Order());

    [Fact]
    public async Task The_deck_that_hosts_are_shown_can_be_played()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, ADeck().Match(ForHosts).Groups[1].Value);
        Assert.Equal(DeckShelf.Shipped, DeckFile.Read(path).Id);
        File.Delete(path);
    }

    [Fact]
    public void Every_line_of_the_transcript_is_answered_by_a_test_or_says_that_it_is_not_built()
    {
        Assert.Equal(Enumerable.Range(1, 163).Select(line => $"S{line:00}"), ALine().Matches(OfTheTranscript).Select(match => match.Groups[1].Value));
        Assert.DoesNotContain(OfTheTranscript.Split('\n'), line => ALine().IsMatch(line) && !ATest().IsMatch(line) && !line.Contains("**Not yet**", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_test_that_answers_a_line_of_the_transcript_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = ATest().Matches(OfTheTranscript).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();
        Assert.True(named.Count > 50, $"Only {named.Count} tests were found: are they still read?");
        Assert.DoesNotContain(named, test => !sources.Any(source => source.Contains($"class {test.Class}", StringComparison.Ordinal) && source.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    private static string OfTheTranscript => File.ReadAllText(Path.Combine(Repository.Root, "docs", "seed.md"));

    private static string ForHosts => File.ReadAllText(Path.Combine(Repository.Root, "docs", "self-hosting.md"));

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));

    /// <summary>Links and pictures; what stands between back quotes is code.</summary>
    private static IEnumerable<string> LinksOf(string document) => ALink()
        .Matches(Code().Replace(File.ReadAllText(document), ""))
        .Select(match => match.Groups["to"].Value.Split('#')[0])
        .Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal));

    private static bool Leads(string document, string link) => Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, Uri.UnescapeDataString(link)));

    private static IEnumerable<PropertyInfo> Settings() => typeof(ServerSettings).GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private static string Default(PropertyInfo setting) => Convert.ToString(setting.GetValue(new ServerSettings()), CultureInfo.InvariantCulture) is { Length: > 0 } value ? $"`{value}`" : "empty";

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)|src=""(?<to>[^""]+)""")]
    private static partial Regex ALink();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w./-])bin/[a-z][a-z-]*")]
    private static partial Regex AScript();

    [GeneratedRegex(@"^\| (S\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ALine();

    [GeneratedRegex(@"`([A-Z]\w+)\.(\w+)`")]
    private static partial Regex ATest();

    [GeneratedRegex(@"Server__\w+")]
    private static partial Regex ASetting();

    [GeneratedRegex(@"^\| `Server__\w+` \|[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex ARowOfASetting();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ADeck();
}
