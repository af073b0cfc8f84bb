namespace Leerklimaat.Load;

/// <summary>What was measured on one server while tables played on it.</summary>
/// <param name="Of">What played, and how.</param>
/// <param name="Cpu">Of the server.</param>
/// <param name="PhonesCpu">Of this process, which is all the phones: near a whole core they were slower than the server.</param>
/// <param name="MemoryBytes">Of the server, at the end.</param>
/// <param name="Pushes">The bytes of each message of a stream, sorted.</param>
/// <param name="OtherBytes">What came back to posts.</param>
public sealed record Measurement(string Of, Played Played, TimeSpan Cpu, TimeSpan PhonesCpu, long MemoryBytes, double[] Pushes, long OtherBytes)
{
    public double CpuSecondsPerThousand => Cpu.TotalSeconds / Played.Screens.Length * 1_000;

    /// <param name="rate">See <see cref="Playing.Run"/>.</param>
    public static async Task<Measurement> Take(string of, IServer server, IReadOnlyList<LoadedTable> tables, LoadOptions options, double? rate)
    {
        var warming = await Playing.Run(tables, options.WarmUp, rate);

        TakePushes(tables);
        var (cpu, phonesCpu, other) = (server.Cpu, Environment.CpuUsage.TotalTime, CountOtherBytes(tables));
        var played = await Playing.Run(tables, options.Seconds, rate);
        var measured = new Measurement(of, played, server.Cpu - cpu, Environment.CpuUsage.TotalTime - phonesCpu, server.MemoryBytes, TakePushes(tables), CountOtherBytes(tables) - other) { All = warming.Screens.Length + played.Screens.Length };
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{of}: {measured.ActionsPerSecond:F0} actions/s, {measured.CpuSecondsPerThousand:F3} s of server CPU per 1,000, on all screens p99 {Playing.Percentile(played.Screens, .99):F1} ms"));
        return measured;
    }

    /// <summary>How fast, and what it cost.</summary>
    public IEnumerable<Figure> Figures() =>
    [
        Figure("actions/s", "", 0, ActionsPerSecond),
        Figure("pushes/s", "", 0, Pushes.Length / Played.Seconds),
        .. Times("tap → answer (ms)", Played.Answers),
        .. Times("tap → all screens (ms)", Played.Screens),
        Figure("server CPU s per 1,000 actions", "", 3, CpuSecondsPerThousand),
    ];

    public Figure Memory() => Figure("memory (MB)", "", 0, MemoryBytes / 1e6);

    /// <summary>How much came to the phones.</summary>
    public IEnumerable<Figure> Sizes() =>
    [
        Figure("bytes a push", "median", 0, Playing.Percentile(Pushes, .5)),
        Figure("bytes a push", "mean", 0, Pushes.DefaultIfEmpty(double.NaN).Average()),
        Figure("other kB/s", "", 0, OtherBytes / Played.Seconds / 1e3),
    ];

    /// <summary>× bare: what an action costs the server, compared with the bare broadcast of the same turn and loop.</summary>
    public Figure Ratio(Measurement bare) => new(Of, "× bare", "", 2, [CpuSecondsPerThousand / bare.CpuSecondsPerThousand], ShowsRange: true);

    /// <summary>How many actions there were, with those of the warm-up that did not count.</summary>
    public int All { get; init; }

    private double ActionsPerSecond => Played.Screens.Length / Played.Seconds;

    private IEnumerable<Figure> Times(string what, double[] sorted) =>
        [Figure(what, "p50", 1, Playing.Percentile(sorted, .5)), Figure(what, "p95", 1, Playing.Percentile(sorted, .95)), Figure(what, "p99", 1, Playing.Percentile(sorted, .99))];

    public Figure Figure(string what, string part, int decimals, double value) => new(Of, what, part, decimals, [value]);

    private static double[] TakePushes(IReadOnlyList<LoadedTable> tables) =>
        [.. tables.SelectMany(table => table.Phones).SelectMany(phone => phone.Stream.TakePushes()).Select(size => (double)size).Order()];

    private static long CountOtherBytes(IReadOnlyList<LoadedTable> tables) => tables.Sum(table => table.Phones.Sum(phone => phone.Bytes));
}
