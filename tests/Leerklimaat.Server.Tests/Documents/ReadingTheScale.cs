using Leerklimaat.Load;
using Leerklimaat.Load.Scale;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>What <c>docs/scale.md</c> says of a national learning day follows from what was measured.</summary>
public class ReadingTheScale
{
    private const string Proxy = "events {\n    worker_connections 8192;\n}\n";

    private static readonly Costs Given = new(
        Playing: new(.05, 40e-6), Memory: new(200e6, 40e3), Bytes: 140, ActionsASecond: 1 / 30.0, Several: 1.25, Action: .3e-3,
        Join: new(5e-3, 1e-3), Answer: new(3e-3, 1e-3), Dot: new(6e-3, 1e-3), Wake: .7e-3);

    [Fact]
    public void The_document_tells_what_follows_from_the_runs()
    {
        var place = Path.Combine(Repository.Root, "docs", "scale.md");
        var (document, proxy) = (File.ReadAllText(place), File.ReadAllText(Path.Combine(Repository.Root, "docs", "proxy", "nginx.conf")));
        Assert.Equal(ScaleDocument.Renew(document, FiguresDocument.ReadRuns(Path.Combine(Repository.Root, "docs", "figures")), proxy), document);
    }

    [Fact]
    public void A_line_says_what_is_there_when_nobody_is_and_what_each_person_adds()
    {
        var line = Line.Through([(1_000, 12), (2_000, 14), (4_000, 18)]);
        Assert.Equal((10, .002, 20), (line.Nobody, line.Each, line.At(5_000)), Near);
        // Between points that do not lie on one, it lies as near to all as can be.
        var between = Line.Through([(1, 1), (2, 4), (3, 4)]);
        Assert.Equal((0, 1.5, 3), (between.Nobody, between.Each, between.At(2)), Near);
    }

    [Fact]
    public void What_happens_at_one_time_takes_as_many_cores_as_all_that_comes_in_a_second()
    {
        var day = new LearningDay(60_000, Given);
        Assert.Equal([100, 2_000, 1_000, 1_000, 12_000], day.Moments.Select(moment => moment.ASecond), Close);
        // 100 × 5 ms; (0.05 + 60,000 × 40 µs) × 1.25; 1,000 × 3 ms; 1,000 × 6 ms; 12,000 × 0.7 ms × 1.25.
        Assert.Equal([.5, 3.0625, 3, 6, 10.5], day.Moments.Select(moment => moment.Cores), Close);
        Assert.Equal([.1, .6, 1, 1, 0], day.Moments.Select(moment => moment.DatabaseCores), Close);
        Assert.Equal([2.6e9, 67.2e6], [day.Memory, day.Bits], Close);
    }

    [Fact]
    public void What_is_full_with_the_fewest_people_comes_first()
    {
        var limits = Machines.Three(Proxy).Limits(new(100_000, Given));
        Assert.Equal(limits.OrderBy(limit => limit.FullAt), limits);
        // Four times 8,192, two for each phone.
        Assert.Equal(("connections of the proxy", 16_384.0), (limits[0].Of, limits[0].FullAt));
        Assert.Equal(3 * 28_232.0, limits.Single(limit => limit.Of.StartsWith("ports", StringComparison.Ordinal)).FullAt, 1e-6);
    }

    [Fact]
    public void What_checks_the_model_does_not_feed_it()
    {
        List<LoadRun> runs = [Crowd(2_000, 10), Crowd(8_000, 34), Crowd(15_000, 99), Crowd(5_000, 99), Kind("cluster"), Kind("wake"), Kind("join"), Kind("questions"), Kind("plenary")];
        Assert.Equal((.02, 40e-6), (Costs.Of(runs).Playing.Nobody, Costs.Of(runs).Playing.Each), (one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-9 && Math.Abs(one.Item2 - other.Item2) < 1e-12);
        Assert.Equal("There is no run of wake.", Assert.Throws<FormatException>(() => Costs.Of([.. runs.Where(run => run.Kind != "wake")])).Message);
    }

    private static LoadRun Crowd(int people, double percent) => Run("crowd", new() { ["people"] = people, ["players"] = 8, ["every"] = 30 },
        new("x people", "CPU of one core (%)", "server", 0, [percent]), new("x people", "memory (MB)", "played", 0, [300]), new("x people", "pushes/s", "", 0, [100]), new("x people", "bytes a push", "mean", 0, [500]), new("x people", "other kB/s", "", 0, [10]));

    private static LoadRun Kind(string kind) => Run(kind, new() { ["streams"] = 2_000 },
        new("3 processes, each table at one, open", "× one process", "", 2, [1.2]), new("3 processes, each table at one, open", "database CPU s per 1,000", "", 3, [.3]), new("2,000 phones", "server CPU (s)", "", 1, [1.4]), new("3 processes", "server CPU s per 1,000", "", 3, [4]));

    private static LoadRun Run(string kind, Dictionary<string, int> options, params Figure[] figures) => new(new(2026, 12, 1), kind, "A machine", "bin/load", options, [], figures);

    private static bool Close(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(other));

    private static bool Near((double, double, double) one, (double, double, double) other) => Close(one.Item1, other.Item1) && Close(one.Item2, other.Item2) && Close(one.Item3, other.Item3);
}
