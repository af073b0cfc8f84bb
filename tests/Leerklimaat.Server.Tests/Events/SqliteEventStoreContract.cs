using Leerklimaat.Server.Events;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Events;

public sealed class SqliteEventStoreContract : EventStoreContract, IAsyncDisposable
{
    private const long NoLimit = 1_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-journal-").FullName;
    private readonly ServiceProvider measuring = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<JournalMeter>().BuildServiceProvider();
    private long mostPages = NoLimit;
    private SqliteEventStore store;

    public SqliteEventStoreContract() => store = Open();

    protected override IEventStore Store => store;

    private string Path => System.IO.Path.Combine(folder, "journal.db");

    [Fact]
    public async Task Everything_is_there_after_opening_again()
    {
        await store.Append("table/1", 0, [Event("bewaard")]);
        await store.DisposeAsync();
        store = Open();

        Assert.Equal("bewaard", Text(Assert.Single(await store.Read("table/1"))));
    }

    [Fact]
    public async Task Many_who_write_at_once_share_few_commits()
    {
        using (Lock())
        {
            var first = store.Append("table/0", 0, [Event("wacht op het slot")]);
            var appends = Enumerable.Range(1, 500).Select(number => store.Append($"table/{number}", 0, [Event("samen")])).Prepend(first).ToList();
            Release();
            await Task.WhenAll(appends);
        }

        Assert.InRange(store.Commits, 1, 5);
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit()
    {
        Task waiting;
        using (Lock())
        {
            waiting = store.Append("table/1", 0, [Event("nog niet")]);
            Assert.NotSame(waiting, await Task.WhenAny(waiting, Reads(20)));
            Release();
        }

        await waiting;
        Assert.Single(await store.Read("table/1"));
    }

    [Fact]
    public async Task A_file_that_stays_locked_gives_an_error_and_afterwards_all_is_well()
    {
        await store.Append("table/1", 0, [Event("voor het slot")]);
        using (Lock())
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append("table/1", 1, [Event("geweigerd")]));
            Release();
        }

        await store.Append("table/1", 1, [Event("na het slot")]);
        Assert.Equal(["voor het slot", "na het slot"], (await store.Read("table/1")).Select(Text));
    }

    [Fact]
    public async Task A_full_disk_gives_an_error_loses_nothing_and_recovers_when_there_is_room()
    {
        mostPages = 12;
        await store.DisposeAsync();
        store = Open();

        var kept = 0;
        var full = await Record.ExceptionAsync(async () =>
        {
            for (; kept < 1_000; kept++) await store.Append("table/1", kept, [Event(new string('x', 2_000))]);
        });
        Assert.IsType<StoreUnavailableException>(full);
        Assert.Equal(HealthStatus.Unhealthy, await Health());
        Assert.True(kept > 0, "something must have been acknowledged for this test to mean anything");
        Assert.Equal(kept, (await store.Read("table/1")).Count);

        mostPages = NoLimit;
        await store.Append("table/1", kept, [Event("er is weer plaats")]);
        Assert.Equal(HealthStatus.Healthy, await Health());
        Assert.Equal(kept + 1, (await store.Read("table/1")).Count);
    }

    [Fact, Rule("K4")]
    public async Task On_a_full_disk_what_people_do_is_still_written_into_the_room_that_was_set_apart()
    {
        await store.DisposeAsync();
        var reserve = System.IO.Path.Combine(folder, "journal.reserve");
        // A disk that is full as long as that room is not given back.
        store = new(Path, NullLogger<SqliteEventStore>.Instance, new(LockPatienceSeconds: 1, () => File.Exists(reserve) ? 12 : NoLimit, ReserveBytes: 64 * 1024));
        Assert.Equal(64 * 1024, new FileInfo(reserve).Length);

        for (var version = 0; version < 100; version++) await store.Append("table/1", version, [Event(new string('x', 2_000))]);
        Assert.False(File.Exists(reserve));
        Assert.Equal(100, (await store.Read("table/1")).Count);
    }

    [Fact]
    public void A_file_that_is_no_journal_is_refused_with_a_sentence()
    {
        var other = System.IO.Path.Combine(folder, "brief.db");
        File.WriteAllText(other, new string('a', 5_000));
        Assert.Contains("is not a journal", Assert.Throws<StoreUnavailableException>(() => new SqliteEventStore(other, NullLogger<SqliteEventStore>.Instance)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_newer_program_is_refused_with_a_sentence()
    {
        using (var connection = Connect()) Run(connection, "PRAGMA user_version=99");
        Assert.Contains("newer version", Assert.Throws<StoreUnavailableException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        File.WriteAllText(System.IO.Path.Combine(folder, "vol"), "");
        Assert.Contains("cannot be opened", Assert.Throws<StoreUnavailableException>(() => new SqliteEventStore(System.IO.Path.Combine(folder, "vol", "journal.db"), NullLogger<SqliteEventStore>.Instance)).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await measuring.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteEventStore Open() => new(Path, NullLogger<SqliteEventStore>.Instance, new(LockPatienceSeconds: 1, () => mostPages), measuring.GetRequiredService<JournalMeter>());

    private async Task<HealthStatus> Health() => (await measuring.GetRequiredService<JournalMeter>().CheckHealthAsync(new())).Status;

    private SqliteConnection? locked;

    private SqliteConnection Lock()
    {
        locked = Connect();
        Run(locked, "BEGIN IMMEDIATE");
        return locked;
    }

    private void Release() => Run(locked!, "ROLLBACK");

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Time enough for a writer that would not wait for its commit: many reads of the same file.
    private async Task Reads(int count)
    {
        for (var i = 0; i < count; i++) await store.Read("table/1");
    }
}
