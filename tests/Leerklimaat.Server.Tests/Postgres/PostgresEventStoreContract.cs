using Leerklimaat.Server.Events;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Tests.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Leerklimaat.Server.Tests.Postgres;

public sealed class PostgresEventStoreContract : EventStoreContract, IAsyncLifetime
{
    private string settings = "";
    private PostgresDatabase database = null!;
    private PostgresEventStore store = null!;

    protected override IEventStore Store => store;

    public async ValueTask InitializeAsync()
    {
        settings = await APostgres.Database();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (settings.Length == 0) return;
        await store.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Everything_is_there_after_opening_again()
    {
        await store.Append("table/1", 0, [Event("bewaard")]);
        await DisposeAsync();
        Open();

        Assert.Equal("bewaard", Text(Assert.Single(await store.Read("table/1"))));
    }

    [Fact]
    public async Task What_comes_first_after_the_connection_broke_is_stored()
    {
        await store.Append("table/1", 0, [Event("eerst")]);
        await database.Ask(async connection => await PostgresDatabase.Asking(connection, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").ExecuteScalarAsync());

        await store.Append("table/1", 1, [Event("daarna")]);
        Assert.Equal(["eerst", "daarna"], (await store.Read("table/1")).Select(Text));
    }

    [Fact]
    public async Task A_process_that_the_others_have_given_up_stores_nothing_any_more()
    {
        await APostgres.Do(settings, "INSERT INTO processes VALUES ('hier', 0, '{\"Status\": \"Active\"}', now()), ('daar', 0, '{\"Status\": \"Active\"}', now())");
        await using var here = new PostgresEventStore(database, NullLogger<PostgresEventStore>.Instance, process: "hier");
        await using var there = new PostgresEventStore(database, NullLogger<PostgresEventStore>.Instance, process: "daar");
        await here.Append("table/1", 0, [Event("eerst")]);
        await APostgres.Do(settings, "UPDATE processes SET entry = '{\"Status\": \"Dead\"}' WHERE address = 'hier'");

        // It knows what is stored, and nobody else has written: by its version alone it would be let in.
        await Assert.ThrowsAsync<VersionConflictException>(() => here.Append("table/1", 1, [Event("te laat"), Event("ook te laat")]));
        await there.Append("table/1", 1, [Event("daarna")]);
        Assert.Equal(["eerst", "daarna"], (await here.Read("table/1")).Select(Text));
    }

    [Fact]
    public async Task Of_two_processes_that_write_one_version_exactly_one_is_told_that_it_was_stored()
    {
        await using var others = new PostgresDatabase(settings, NullLoggerFactory.Instance);
        await using var other = new PostgresEventStore(others, NullLogger<PostgresEventStore>.Instance);
        for (var race = 0; race < 500; race++)
        {
            // Both know the same, and each writes for several streams, in another order.
            var here = Enumerable.Range(0, 4).Select(stream => Won(store, $"table/{stream}", race, "hier")).ToList();
            var there = Enumerable.Range(0, 4).Reverse().Select(stream => Won(other, $"table/{stream}", race, "daar")).ToList();
            var won = (await Task.WhenAll(here)).Zip((await Task.WhenAll(there)).Reverse());
            Assert.All(won, both => Assert.True(both.First ^ both.Second, $"race {race}: {both}"));
        }

        for (var stream = 0; stream < 4; stream++) Assert.Equal(500, (await store.Read($"table/{stream}")).Count);
    }

    [Fact]
    public async Task Several_processes_that_start_at_once_make_the_tables_once()
    {
        var empty = await APostgres.Database();
        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => new PostgresDatabase(empty, NullLoggerFactory.Instance))));
        foreach (var one in opened) await one.DisposeAsync();
    }

    [Fact]
    public async Task Who_starts_waits_for_others_that_are_slow_to_make_the_tables()
    {
        var empty = await APostgres.Database();
        await using var other = new NpgsqlConnection(empty);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await Asked("SELECT pg_advisory_lock(5337512001)");
        var starts = Task.Run(() => new PostgresDatabase(empty, NullLoggerFactory.Instance));

        // Longer than anything is waited for once it runs.
        while (!starts.IsCompleted && await Asked("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'leerklimaat' AND datname = current_database() AND wait_event = 'advisory' AND clock_timestamp() - query_start > interval '6 seconds'") is not 1L)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Asked("SELECT pg_advisory_unlock(5337512001)");
        await using var started = await starts;

        async Task<object?> Asked(string sql) => await new NpgsqlCommand(sql, other).ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_a_sentence()
    {
        await APostgres.Do(settings, "UPDATE leerklimaat SET format = 99");
        Assert.Contains("newer version", Assert.Throws<StoreUnavailableException>(Open).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=test;Username=leerklimaat", "cannot be used")]
    [InlineData("Hoost=127.0.0.1", "is not understood")]
    [InlineData("postgres://leerklimaat@127.0.0.1/test", "is not understood")]
    public void Settings_that_lead_nowhere_are_refused_with_a_sentence(string wrong, string why) =>
        Assert.Contains(why, Assert.Throws<StoreUnavailableException>(() => new PostgresDatabase(wrong, NullLoggerFactory.Instance)).Message, StringComparison.Ordinal);

    private void Open()
    {
        database = new(settings, NullLoggerFactory.Instance);
        store = new(database, NullLogger<PostgresEventStore>.Instance);
    }

    private static async Task<bool> Won(PostgresEventStore store, string stream, int version, string text)
    {
        try
        {
            await store.Append(stream, version, [Event(text)]);
            return true;
        }
        catch (VersionConflictException)
        {
            return false;
        }
    }
}
