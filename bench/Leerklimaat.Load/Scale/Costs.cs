namespace Leerklimaat.Load.Scale;

/// <summary>What grows with the number of people along a line: what is there when nobody is, and what each person adds.</summary>
public readonly record struct Line(double Nobody, double Each)
{
    public double At(double people) => Nobody + Each * people;

    /// <summary>The line of least squares.</summary>
    public static Line Through(IReadOnlyList<(double People, double Value)> points)
    {
        if (points.Count < 2) throw new FormatException("A line takes two points at least.");

        var (people, value) = (points.Average(point => point.People), points.Average(point => point.Value));
        var each = points.Sum(point => (point.People - people) * (point.Value - value)) / points.Sum(point => (point.People - people) * (point.People - people));
        return new(value - each * people, each);
    }
}

/// <summary>What people cost, as it was measured. Processor time is in seconds of one core.</summary>
/// <param name="Playing">CPU a second of people who play at their own pace, on one process with its file.</param>
/// <param name="Memory">Bytes of the process while they play.</param>
/// <param name="Bytes">Bytes to a person in a second while they play.</param>
/// <param name="ActionsASecond">Of one person.</param>
/// <param name="Several">How many times more an action costs on several processes.</param>
/// <param name="Action">CPU of the database for an action.</param>
/// <param name="Join">To come in with the code, until the stream is there; on several processes, as the two below.</param>
/// <param name="Answer">To answer the question of the moment.</param>
/// <param name="Dot">To come to the dots, set one and see the outcome.</param>
/// <param name="Wake">For a phone that comes back, on one process.</param>
public sealed record Costs(Line Playing, Line Memory, double Bytes, double ActionsASecond, double Several, double Action, Cost Join, Cost Answer, Cost Dot, double Wake)
{
    /// <summary>These runs check the model, so that they cannot feed it.</summary>
    public static readonly IReadOnlyList<int> Checked = [1_000, 5_000, 15_000];

    /// <param name="runs">All that are kept, the oldest first. Of each kind the newest count.</param>
    /// <exception cref="FormatException">A run that this needs is not there.</exception>
    public static Costs Of(IReadOnlyList<LoadRun> runs)
    {
        var feeding = Crowds(runs).Where(run => !Checked.Contains(run.Options["people"])).ToList();
        var (cluster, wake) = (Newest(runs, "cluster"), Newest(runs, "wake"));
        // At the pace of people: in the closed loop an action costs less, because there is always another one to do beside it.
        var open = cluster.Figures.Where(figure => figure.Of.EndsWith("open", StringComparison.Ordinal)).ToList();
        return new(
            Line.Through([.. feeding.Select(run => (PeopleOf(run), CoresOf(run)))]),
            Line.Through([.. feeding.Select(run => (PeopleOf(run), MemoryOf(run)))]),
            feeding.Average(BytesOf),
            1.0 / feeding[0].Options["every"],
            Value(open, "each table at one", "× one process"),
            Value(open, "each table at one", "database CPU s per 1,000") / 1_000,
            CostOf(runs, "join"),
            CostOf(runs, "questions"),
            CostOf(runs, "plenary"),
            Value(wake.Figures, "phones", "server CPU (s)") / wake.Options["streams"]);
    }

    /// <summary>Those of the newest day on which crowds were measured, on the machine of that day.</summary>
    public static IReadOnlyList<LoadRun> Crowds(IReadOnlyList<LoadRun> runs)
    {
        var newest = Newest(runs, "crowd");
        return [.. runs.Where(run => run.Kind == "crowd" && run.Date == newest.Date && run.Machine == newest.Machine)];
    }

    /// <summary>Whole tables, so that it can be some more than was asked for.</summary>
    public static double PeopleOf(LoadRun crowd) => crowd.Options["players"] * Math.Ceiling((double)crowd.Options["people"] / crowd.Options["players"]);

    public static double CoresOf(LoadRun crowd) => Value(crowd.Figures, "", "CPU of one core (%)", "server") / 100;

    public static double MemoryOf(LoadRun crowd) => Value(crowd.Figures, "", "memory (MB)", "played") * 1e6;

    public static double BytesOf(LoadRun crowd) => (Value(crowd.Figures, "", "pushes/s") * Value(crowd.Figures, "", "bytes a push", "mean") + Value(crowd.Figures, "", "other kB/s") * 1e3) / PeopleOf(crowd);

    private static Cost CostOf(IReadOnlyList<LoadRun> runs, string kind)
    {
        var figures = Newest(runs, kind).Figures;
        return new(Value(figures, "processes", "server CPU s per 1,000") / 1_000, Value(figures, "processes", "database CPU s per 1,000") / 1_000);
    }

    private static LoadRun Newest(IReadOnlyList<LoadRun> runs, string kind) => runs.LastOrDefault(run => run.Kind == kind) ?? throw new FormatException($"There is no run of {kind}.");

    private static double Value(IEnumerable<Figure> figures, string of, string what, string part = "") =>
        figures.FirstOrDefault(figure => figure.Of.Contains(of, StringComparison.Ordinal) && figure.What == what && figure.Part == part)?.Median ?? throw new FormatException($"There is no figure {what} {part} of {of}.");
}

/// <summary>Seconds of a core, of the server and of the database.</summary>
public readonly record struct Cost(double Server, double Database);
