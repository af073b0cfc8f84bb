using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Leerklimaat.Load;

/// <summary>
/// Very many people in one workshop who all do the same within ten seconds: they come in with the code (join), answer a question (questions), or come to the dots and set one (plenary). On one
/// process with its file, and on several that share a PostgreSQL.
/// </summary>
public sealed partial class Hall : IDisposable
{
    private const int Warming = 40, AtTheTable = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IServer server;
    private readonly Network network;
    private readonly Phone facilitator;
    private readonly List<Phone> phones = [];
    private string root = "", code = "";

    private Hall(IServer server, int people)
    {
        (this.server, network) = (server, new Network(server.Addresses, people + Warming));
        facilitator = network.NewPhone();
    }

    public static async Task<LoadRun> Run(LoadOptions options)
    {
        var figures = new List<Figure>();
        double? one = null;
        foreach (var (name, start) in new (string, Func<Task<IServer>>)[]
        {
            ("one process, its file", async () => await ServerProcess.Leerklimaat(options.Server)),
            ($"{options.Numbers["processes"]} processes, PostgreSQL", async () => await Processes.Start(options.Server, options.Numbers["processes"])),
        })
        {
            Console.Error.WriteLine(name);
            using var on = await start();
            using var hall = new Hall(on, options.Numbers["people"]);
            await hall.Open();
            var done = await hall.Measure(options);
            one ??= done.CpuPerThousand;
            figures.AddRange([.. done.Figures(name), new(name, "× one process", "", 2, [done.CpuPerThousand / one.Value])]);
        }

        return LoadRun.Of(options, [Note(options)], figures);
    }

    public void Dispose()
    {
        foreach (var phone in phones) phone.Dispose();
        facilitator.Dispose();
        network.Dispose();
    }

    private async Task Open()
    {
        await facilitator.Open("/");
        var (page, at) = await facilitator.Submit("/workshops", Command(), ("title", "Een volle zaal"), ("minutes", "90"));
        (root, code) = (at.AbsolutePath, Code().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        await facilitator.Submit($"{root}/game", Command());
    }

    // What they do is compiled by then, as on a server that is not new.
    private async Task<Done> Measure(LoadOptions options)
    {
        var (people, seconds) = (options.Numbers["people"], options.Seconds);
        if (options.Kind == "join")
        {
            await All(Warming, seconds: 1, _ => Join());
            return await While(() => All(people, seconds, _ => Join()));
        }

        // Those at the table come first: there are no more places in a workshop than people here.
        if (options.Kind == "plenary") await Play();
        var coming = await All(options.Kind == "plenary" ? people - AtTheTable : people, seconds: 5 + people / 100, _ => Join());
        if (coming.Failed > 0) throw new InvalidOperationException($"{coming.Failed} people could not come in.");
        Console.Error.WriteLine($"{phones.Count} people are there");
        var everybody = phones.ToList();
        return await (options.Kind == "questions" ? Answer(everybody, seconds) : SetDots(everybody, seconds));
    }

    private async Task<long?> Join()
    {
        var phone = network.NewPhone();
        await phone.Open($"/{code}");
        await phone.Submit($"/{code}/followers", Command());
        await phone.Listen($"{root}/follow/live");
        lock (phones) phones.Add(phone);
        return null;
    }

    private async Task<Done> Answer(IReadOnlyList<Phone> everybody, int seconds)
    {
        var question = await FindQuestion();
        await facilitator.Submit($"{root}/parts/beginnings", Command());
        await facilitator.Submit($"{root}/parts/visits?part={question}", Command());
        await Parallel.ForEachAsync(everybody, async (phone, _) =>
        {
            await phone.Open($"{root}/questions/{question}");
            phone.Dispose();
            await phone.Listen($"{root}/questions/{question}/follow/live");
        });
        await All(Warming, seconds: 1, Give);
        return await While(() => All(everybody.Count - Warming, seconds, number => Give(Warming + number)), everybody);

        async Task<long?> Give(int number) => (await everybody[number].Ask($"{root}/questions/{question}/answers", Command(), ("answer-text", $"{Words[number % Words.Length]} {number % 37}"))).Version;
    }

    private async Task<Done> SetDots(IReadOnlyList<Phone> everybody, int seconds)
    {
        await facilitator.Tell($"{root}/plenary/dot-rounds", Command(), ("round", "1"));
        await All(Warming, seconds: 1, Dot);
        return await While(
            async () =>
            {
                var set = await All(everybody.Count - Warming, seconds, number => Dot(Warming + number));
                // What they set is counted then, and everybody sees it: until then nobody is told what others set.
                var next = everybody.Max(phone => phone.Stream.Version) + 1;
                await facilitator.Tell($"{root}/plenary/dot-rounds/closings", Command(), ("round", "1"));
                return set with { Version = next, Last = Stopwatch.GetTimestamp() };
            },
            everybody);

        async Task<long?> Dot(int number)
        {
            var phone = everybody[number];
            var (page, _) = await phone.Open($"{root}/dots");
            var lines = Lines().Matches(page);
            phone.Dispose();
            await phone.Listen($"{root}/dots/live");
            await phone.Ask($"{root}/dots", Command(), ("dot", lines[number % lines.Count].Groups[1].Value));
            return null;
        }
    }

    // Dots are set on what tables made: one plays some cards.
    private async Task Play()
    {
        var table = await GameTable.Join(network, code, AtTheTable);
        for (var action = 0; action < 40; action++) await table.Act();
        table.Leave();
    }

    private async Task<string> FindQuestion()
    {
        var (page, _) = await facilitator.Open(root);
        foreach (var part in Parts().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            try
            {
                if ((await facilitator.Open($"{root}/questions/{part}")).Page.Contains("question-desk", StringComparison.Ordinal)) return part;
            }
            catch (InvalidOperationException)
            {
                // This part is no question.
            }
        }

        throw new InvalidOperationException("The programme has no question.");
    }

    /// <summary>So many do it, spread over so many seconds at moments that were fixed before.</summary>
    private static async Task<Spread> All(int count, int seconds, Func<int, Task<long?>> act)
    {
        var (answers, failed, version) = (new ConcurrentBag<double>(), 0, 0L);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(async () =>
        {
            var meant = start + (long)(Stopwatch.Frequency * (double)seconds * number / count);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), meant) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait);
            try
            {
                var made = await act(number) ?? 0;
                for (var known = Volatile.Read(ref version); known < made && Interlocked.CompareExchange(ref version, made, known) != known; known = Volatile.Read(ref version)) { }
                answers.Add(Stopwatch.GetElapsedTime(meant).TotalMilliseconds);
            }
            catch (Exception refused) when (refused is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                if (Interlocked.Increment(ref failed) == 1) Console.Error.WriteLine($"The first that failed: {refused.Message.Split('\n')[0]}");
            }
        })));
        return new([.. answers.Order()], failed, version, Stopwatch.GetTimestamp());
    }

    /// <param name="watching">Those whose screens must show the last of it.</param>
    private async Task<Done> While(Func<Task<Spread>> what, IReadOnlyList<Phone>? watching = null)
    {
        var (cpu, database, own) = (server.Cpu, server.DatabaseCpu, Environment.CpuUsage.TotalTime);
        var spread = await what();
        var shown = watching is null ? [] : await Task.WhenAll(watching.Select(phone => Shows(phone, spread)));
        return new(spread, [.. shown.OfType<double>().Order()], shown.Count(one => one is null), server.Cpu - cpu, server.DatabaseCpu - database, Environment.CpuUsage.TotalTime - own, server.MemoryBytes);
    }

    private static async Task<double?> Shows(Phone phone, Spread spread)
    {
        try
        {
            var at = await phone.Stream.Shows(spread.Version).WaitAsync(Patience);
            return Math.Max(0, Stopwatch.GetElapsedTime(spread.Last, at).TotalMilliseconds);
        }
        catch (Exception missing) when (missing is TimeoutException or IOException)
        {
            return null;
        }
    }

    private static readonly string[] Words = ["vertrouwen", "tijd", "samen", "ruimte", "fouten"];

    private static (string, string) Command() => ("command", Guid.NewGuid().ToString());

    private static string Note(LoadOptions options) => string.Create(CultureInfo.InvariantCulture, $"{options.Numbers["people"]:N0} people in one workshop {options.Kind switch { "join" => "come in with the code, each with an open stream", "questions" => "answer the question of the moment", _ => "come to the page of the dots and set one; then the round is closed" }}, all within {options.Seconds} s at moments that were fixed before; no limit of the server was raised.");

    [GeneratedRegex("class=\"code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();

    [GeneratedRegex("parts/visits\\?part=([0-9a-f-]{36})")]
    private static partial Regex Parts();

    // One dot more, in the first round.
    [GeneratedRegex("name=\"dot\" value=\"(1 1 [^\"]+)\"")]
    private static partial Regex Lines();

    /// <param name="Answers">Milliseconds from the moment that each was meant for, sorted.</param>
    /// <param name="Version">The newest that any of it made.</param>
    /// <param name="Last">When the last was answered.</param>
    private sealed record Spread(double[] Answers, int Failed, long Version, long Last);

    /// <param name="Shown">Milliseconds from the last answer until each screen showed it, sorted.</param>
    private sealed record Done(Spread Spread, double[] Shown, int NeverShown, TimeSpan Cpu, TimeSpan DatabaseCpu, TimeSpan PhonesCpu, long MemoryBytes)
    {
        public double CpuPerThousand => Cpu.TotalSeconds / Spread.Answers.Length * 1_000;

        public IEnumerable<Figure> Figures(string of) =>
        [
            .. Times(of, "tap → answer (ms)", Spread.Answers),
            .. Shown.Length == 0 ? [] : Times(of, "last → all screens (ms)", Shown),
            new(of, "failed", "", 0, [Spread.Failed]),
            new(of, "never shown", "", 0, [NeverShown]),
            new(of, "server CPU s per 1,000", "", 3, [CpuPerThousand]),
            new(of, "database CPU s per 1,000", "", 3, [DatabaseCpu.TotalSeconds / Spread.Answers.Length * 1_000]),
            new(of, "CPU of the phones (s)", "", 1, [PhonesCpu.TotalSeconds]),
            new(of, "memory (MB)", "", 0, [MemoryBytes / 1e6]),
        ];

        private static IEnumerable<Figure> Times(string of, string what, double[] sorted) =>
            new[] { ("p50", .5), ("p95", .95), ("max", 1) }.Select(part => new Figure(of, what, part.Item1, 0, [Playing.Percentile(sorted, part.Item2)]));
    }
}
