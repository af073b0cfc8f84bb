using System.Text.RegularExpressions;

namespace Leerklimaat.Domain.Tests;

/// <summary>The rule book and the tests agree: what is built is proven, and what is proven is a rule.</summary>
public partial class EveryRule
{
    [Fact]
    public void Every_rule_that_is_built_has_a_test() => Assert.Empty(Rules().Where(rule => rule.IsBuilt).Select(rule => rule.Number).Except(Proven()));

    [Fact]
    public void Every_test_names_a_rule_that_exists() => Assert.Empty(Proven().Except(Rules().Select(rule => rule.Number)));

    [Fact]
    public void The_rule_book_was_found() => Assert.True(Rules().Count() > 40);

    private static IEnumerable<(string Number, bool IsBuilt)> Rules() =>
        InTheBook().Matches(File.ReadAllText(Path.Combine(Root, "docs", "rules.md"))).Select(match => (match.Groups[1].Value, match.Groups[2].Value == "built"));

    private static IEnumerable<string> Proven() => Directory
        .EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => InATest().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Distinct();

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Leerklimaat.slnx"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    [GeneratedRegex(@"^- \*\*([WTGPROLKD]\d+)\*\* \[(built|later)\]", RegexOptions.Multiline)]
    private static partial Regex InTheBook();

    [GeneratedRegex("Rule\\(\"([A-Z]\\d+)\"\\)")]
    private static partial Regex InATest();
}
