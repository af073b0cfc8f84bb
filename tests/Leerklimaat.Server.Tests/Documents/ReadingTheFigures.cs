using Leerklimaat.Load;
using Leerklimaat.Server.Tests.Running;
using XDocument = System.Xml.Linq.XDocument;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>What <c>docs/figures.md</c> says was measured, was measured: it is made from the runs that are kept.</summary>
public class ReadingTheFigures
{
    private const string Document = $"# Figures\n\nBefore.\n\n{FiguresDocument.Begin}\n\nOf old.\n\n{FiguresDocument.End}\n\nAfter.\n";

    private static readonly LoadRun Run = new(
        new(2026, 12, 1), "turns", "A machine", "bin/load --turns 3", new Dictionary<string, int> { ["turns"] = 3 }, ["Nothing else ran."],
        [
            new("placing pawns, closed", "actions/s", "", 0, [1_000, 1_300, 1_200]),
            new("placing pawns, closed", "tap → answer (ms)", "p50", 1, [2, 4, 3]),
            new("placing pawns, closed", "tap → answer (ms)", "p95", 1, [5, 7.25, 6]),
            new("placing pawns, closed", "× bare", "", 2, [1.5, 1.4, 1.75], ShowsRange: true),
        ]);

    [Fact]
    public void The_document_tells_what_the_runs_measured()
    {
        var place = Path.Combine(Repository.Root, "docs", "figures.md");
        var document = File.ReadAllText(place);
        Assert.Equal(FiguresDocument.Renew(document, FiguresDocument.ReadRuns(Path.Combine(Repository.Root, "docs", "figures"))), document);
    }

    [Fact]
    public void Each_run_is_told_with_its_machine_its_command_and_its_medians()
    {
        var renewed = FiguresDocument.Renew(Document, [Run]);
        Assert.Contains("### 1 December 2026: turns\n\nA machine; `bin/load --turns 3`.\nNothing else ran.\n", renewed);
        Assert.Contains("|  | actions/s | tap → answer (ms) p50 / p95 | × bare |\n|---|---|---|---|\n", renewed);
        Assert.Contains("| placing pawns, closed | 1,200 | 3.0 / 6.0 | 1.50 (1.40–1.75) |\n", renewed);
    }

    [Fact]
    public void What_stands_around_it_stays_and_what_stood_there_goes()
    {
        var renewed = FiguresDocument.Renew(Document, [Run, Run]);
        Assert.StartsWith($"# Figures\n\nBefore.\n\n{FiguresDocument.Begin}\n", renewed);
        Assert.EndsWith($"\n{FiguresDocument.End}\n\nAfter.\n", renewed);
        Assert.DoesNotContain("Of old.", renewed);
        Assert.Equal(renewed, FiguresDocument.Renew(renewed, [Run, Run]));
    }

    [Fact]
    public void A_document_without_a_place_for_it_is_refused() =>
        Assert.Contains(FiguresDocument.End, Assert.Throws<FormatException>(() => FiguresDocument.Renew($"Before.\n{FiguresDocument.Begin}\n", [Run])).Message);

    [Fact]
    public void A_run_is_the_same_after_it_was_kept() => Assert.Equal(Run.ToMarkdown(), LoadRun.FromJson(Run.ToJson()).ToMarkdown());

    [Fact]
    public void Of_two_turns_the_median_lies_between_them() => Assert.Equal(2.5, new Figure("", "", "", 1, [3, 2]).Median);

    [Fact]
    public void The_bare_server_runs_with_the_settings_of_ours()
    {
        var ours = SettingsOf("src", "Leerklimaat.Server");
        Assert.True(ours.Count > 3, $"Only {ours.Count} settings were found: are they still read?");
        Assert.Equal(ours, SettingsOf("bench", "Leerklimaat.Load"));
    }

    [Theory]
    [InlineData("sleep")]
    [InlineData("crowd", "--tables", "3")]
    [InlineData("--turns", "many")]
    [InlineData("--turns")]
    [InlineData("--players", "13")]
    public void What_there_is_not_to_measure_is_told_with_what_there_is(params string[] args) =>
        Assert.Contains("bin/load crowd", Assert.Throws<FormatException>(() => LoadOptions.Read(args)).Message);

    private static List<(string, string)> SettingsOf(string folder, string project) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, folder, project, $"{project}.csproj")).Descendants("PropertyGroup").SelectMany(group => group.Elements())
            .Select(setting => (setting.Name.LocalName, setting.Value))
            .Where(setting => setting.LocalName is not ("OutputType" or "NoWarn"))
            .Order(),
    ];
}
