using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tests.Running;
using Npgsql;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>
/// Three real processes, tables that write as fast as they are answered, and something that breaks in the middle. Whoever gets no answer asks again with the same id, as
/// phones do. Afterwards the journal has each command that was acknowledged, and has it once.
/// </summary>
[Rule("L1"), Rule("L2")]
public sealed class SurvivingFaults(ThreeProcesses several) : IClassFixture<ThreeProcesses>, IAsyncLifetime
{
    private const int Tables = 6, Enough = 15;

    private readonly List<Guid>[] acknowledged = [.. Enumerable.Range(0, Tables).Select(_ => new List<Guid>())];

    // Completes with the next that is acknowledged, at whichever table.
    private TaskCompletionSource another = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What breaks, in the words of docs/reliability.md.</summary>
    private OrderedDictionary<string, Func<Task>> Faults => new()
    {
        ["a process is killed"] = () =>
        {
            several.Processes[1].Kill();
            return Task.CompletedTask;
        },
        ["a process stands still until others have its tables, and goes on"] = async () =>
        {
            var (frozen, missed) = (several.Processes[1], await Missed());
            Signal.Freeze(frozen.Id);
            // It may have had none of these tables.
            while (await Missed() == missed) await Everywhere(1);
            await Everywhere(Enough);
            Signal.Thaw(frozen.Id);
            // It finds that they went on without it, and ends.
            await frozen.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        },
        ["the processes are replaced one by one"] = async () =>
        {
            foreach (var old in several.Processes.ToList())
            {
                await several.Add();
                await several.End(old);
                await Everywhere(5);
            }
        },
        ["the database loses power and comes back"] = several.Postgres.RestartHard,
        ["the database stands still nine tenths of the time, for ten seconds"] = () => several.Postgres.BeSlow(TimeSpan.FromSeconds(10)),
    };

    public async ValueTask InitializeAsync()
    {
        APostgres.MustBeHere();
        await several.Complete();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("a process is killed")]
    [InlineData("a process stands still until others have its tables, and goes on")]
    [InlineData("the processes are replaced one by one")]
    [InlineData("the database loses power and comes back")]
    [InlineData("the database stands still nine tenths of the time, for ten seconds")]
    public async Task Nothing_is_lost_or_done_twice_when(string what) => AssertNothingIsWrong(await Play(what, Faults[what]));

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_when_a_process_is_cut_off_from_the_others_and_still_has_the_database() => AssertNothingIsWrong(await PlayCut());

    /// <summary>Each of them several times, for docs/reliability.md: <c>bin/reliability</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Every_fault_is_tried_and_written_down()
    {
        var tried = new List<Tried>();
        for (var time = 0; time < int.Parse(Environment.GetEnvironmentVariable("TIMES") ?? "5", CultureInfo.InvariantCulture); time++)
        {
            foreach (var (what, fault) in Faults)
            {
                await several.Complete();
                tried.Add(await Play(what, fault));
            }

            tried.Add(await PlayCut());
        }

        File.WriteAllText(Tried.Kept, JsonSerializer.Serialize(tried, Tried.Json) + "\n");
        Assert.All(tried, AssertNothingIsWrong);
    }

    private static void AssertNothingIsWrong(Tried tried) => Assert.Equal((0, 0), (tried.Lost, tried.Doubled));

    private async Task<Tried> PlayCut()
    {
        AnotherNetwork.MustBePossible();
        using var network = new AnotherNetwork();
        foreach (var here in several.Processes.ToList()) await several.End(here);
        for (var here = 0; here < 2; here++) await several.Add(network.Here);
        var there = await several.Add(network);
        try
        {
            return await Play("a process is cut off from the others, and still has the database and its pages", async () =>
            {
                network.Cut();
                // The two that see each other go on without it, and it ends when it finds that in the database.
                await there.Ended.WaitAsync(TimeSpan.FromMinutes(1));
                await Everywhere(Enough);
                network.Mend();
            });
        }
        finally
        {
            foreach (var left in several.Processes.ToList()) left.Kill();
        }
    }

    private async Task<Tried> Play(string what, Func<Task> fault)
    {
        foreach (var one in acknowledged) one.Clear();
        using var cancel = new CancellationTokenSource();
        var (writers, tables, streams) = (new List<Task>(), new List<string>(), new List<OpenStream>());
        for (var table = 0; table < Tables; table++)
        {
            var seat = await Sit();
            tables.Add(seat.Table.Split('/')[2]);
            // Each process watches some of them, and is told of every change.
            for (var stream = 0; stream < several.Addresses.Count; stream++) streams.Add(await OpenStream.Open(seat.Player, $"{seat.Table}/live"));
            writers.Add(Write(seat, acknowledged[table], cancel.Token));
        }

        await Everywhere(Enough);

        var (before, since) = (acknowledged.Select(Count).ToList(), Stopwatch.GetTimestamp());
        await fault();
        await Everywhere(Enough);
        var took = Stopwatch.GetElapsedTime(since);
        await cancel.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var stream in streams) await stream.DisposeAsync();

        // Whoever reads what a server writes down finds no table by it, also when something went wrong.
        Assert.DoesNotContain(several.Said, line => tables.Any(id => line.Contains(id, StringComparison.OrdinalIgnoreCase) || line.Contains(id.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        var (written, all) = (await Written(), acknowledged.SelectMany(one => one).ToList());
        return new(what, before.Sum(), all.Count, all.Count(command => !written.ContainsKey(command)), all.Count(command => written.GetValueOrDefault(command) > 1), took.TotalSeconds);
    }

    /// <summary>Until each table was acknowledged so many more.</summary>
    private async Task Everywhere(int more)
    {
        var wanted = acknowledged.Select(one => Count(one) + more).ToList();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = Volatile.Read(ref another).Task;
            if (acknowledged.Zip(wanted).All(table => Count(table.First) >= table.Second)) return;

            await Task.WhenAny(next, Task.Delay(Timeout.Infinite, patience.Token));
            Assert.False(patience.IsCancellationRequested, $"Acknowledged {string.Join(", ", acknowledged.Select(Count))}, wanted {string.Join(", ", wanted)}");
        }
    }

    private static int Count(List<Guid> one)
    {
        lock (one) return one.Count;
    }

    private async Task<(Person Player, string Table)> Sit()
    {
        var person = new Person(several.Processes[0].Address, "Anna", all: () => several.Addresses);
        await person.Open("/");
        await person.Press("form[action='/workshops'] button");
        var code = person.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.Press("#start-game");
        await person.Open($"/{code}");
        await person.Press(".tables button");
        return (person, person.Path);
    }

    private async Task Write((Person Player, string Table) seat, List<Guid> acknowledged, CancellationToken end)
    {
        using var player = seat.Player;
        // As fast as one browser may write for as long as it likes.
        using var pace = new PeriodicTimer(TimeSpan.FromMinutes(1) / Bursts.AtTablePerMinute * 1.2);
        for (var number = 1; !end.IsCancellationRequested; number++)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            var command = Guid.NewGuid();
            while (!end.IsCancellationRequested)
            {
                try
                {
                    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(4));
                    using var asked = new HttpRequestMessage(HttpMethod.Post, $"{seat.Table}/names") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["seat"] = "1", ["command"] = $"{command}", ["name"] = $"naam {number}" }) };
                    asked.Headers.Add("HX-Request", "true");
                    using var answer = await player.Http.SendAsync(asked, patience.Token);
                    if (!answer.IsSuccessStatusCode) continue;
                    lock (acknowledged) acknowledged.Add(command);
                    Interlocked.Exchange(ref another, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                    break;
                }
                catch (Exception away) when (ServerProcess.IsAway(away) || away is OperationCanceledException)
                {
                    // Nobody said that it was done: asked again, as it was.
                }
            }
        }
    }

    /// <summary>How many processes the others have given up.</summary>
    private async Task<long> Missed()
    {
        await using var connection = new NpgsqlConnection(several.Settings + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM processes WHERE entry->>'Status' = 'Dead'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How often each command stands in the journal.</summary>
    private async Task<Dictionary<Guid, long>> Written()
    {
        await using var connection = new NpgsqlConnection(several.Settings + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT command, count(*) FROM events WHERE stream LIKE 'table/%' AND version > 1 GROUP BY command", connection);
        await using var read = await command.ExecuteReaderAsync();
        var written = new Dictionary<Guid, long>();
        while (await read.ReadAsync()) written[read.GetGuid(0)] = read.GetInt64(1);
        return written;
    }
}
