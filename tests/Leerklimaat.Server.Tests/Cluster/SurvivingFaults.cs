using System.Diagnostics;
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

    public async ValueTask InitializeAsync() => await several.Complete();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_process_that_is_killed_takes_nothing_along() => await Play(() =>
    {
        several.Processes[1].Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_process_that_was_frozen_until_others_had_its_tables_writes_nothing_any_more_and_ends() => await Play(async () =>
    {
        var frozen = several.Processes[1];
        Signal.Freeze(frozen.Id);
        await Everywhere(Enough);
        Signal.Thaw(frozen.Id);
        await frozen.Ended.WaitAsync(TimeSpan.FromMinutes(1));
    });

    [Fact]
    public async Task A_database_that_loses_power_comes_back_with_all_that_it_had() => await Play(several.Postgres.RestartHard);

    [Fact]
    public async Task Processes_that_are_replaced_one_by_one_lose_nothing() => await Play(async () =>
    {
        foreach (var old in several.Processes.ToList())
        {
            await several.Add();
            await several.End(old);
            await Everywhere(5);
        }
    });

    private async Task Play(Func<Task> fault)
    {
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
        TestContext.Current.SendDiagnosticMessage($"Everybody went on {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s after it began; {before.Sum()} were acknowledged before it.");
        await cancel.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var stream in streams) await stream.DisposeAsync();

        // Whoever reads what a server writes down finds no table by it, also when something went wrong.
        Assert.DoesNotContain(several.Said, line => tables.Any(id => line.Contains(id, StringComparison.OrdinalIgnoreCase) || line.Contains(id.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        var written = await Written();
        Assert.DoesNotContain(acknowledged.SelectMany(one => one), command => !written.ContainsKey(command));
        Assert.DoesNotContain(written, command => command.Value > 1);
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
