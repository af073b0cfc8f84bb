using Leerklimaat.Server.Events;
using Npgsql;

namespace Leerklimaat.Server.Postgres;

/// <summary>The journal in PostgreSQL, for several processes at once: of two that write the same version of a stream one is refused.</summary>
public sealed class PostgresEventStore : IEventStore, IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly GroupCommit writing;

    /// <param name="process">Who writes, as it stands among the processes; nobody of them where no grain does.</param>
    public PostgresEventStore(PostgresDatabase database, ILogger<PostgresEventStore> logger, JournalMeter? meter = null, string process = "")
    {
        this.database = database;
        writing = new(() => new PostgresWriter(database.OpenToWrite(), process), MayTryAgain, logger, meter);
    }

    /// <inheritdoc cref="GroupCommit.Commits"/>
    public long Commits => writing.Commits;

    public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Ask(connection => Read(connection, stream));

    public Task<long> Count(string stream) => Ask(async connection =>
    {
        await using var command = PostgresDatabase.Asking(connection, "SELECT coalesce(max(version), 0) FROM events WHERE stream = $1", stream);
        return (long)(await command.ExecuteScalarAsync())!;
    });

    private async Task<T> Ask<T>(Func<NpgsqlConnection, Task<T>> what)
    {
        try
        {
            return await database.Ask(what);
        }
        catch (PostgresException damaged) when (damaged.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted)
        {
            throw new UnreadableStreamException("A page of the journal is damaged.", damaged);
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException("The journal could not be read.", trouble);
        }
    }

    public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) => writing.Append(stream, expectedVersion, events);

    public Task Delete(IReadOnlyCollection<string> streams) => writing.Delete(streams);

    /// <summary>Writes what is waiting.</summary>
    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<IReadOnlyList<StoredEvent>> Read(NpgsqlConnection connection, string stream)
    {
        await using var command = PostgresDatabase.Asking(connection, "SELECT body, command, at FROM events WHERE stream = $1 ORDER BY version", stream);
        await using var reader = await command.ExecuteReaderAsync();
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync()) events.Add(new(reader.GetFieldValue<byte[]>(0), reader.GetGuid(1), new(reader.GetInt64(2), TimeSpan.Zero)));
        return events;
    }

    private bool MayTryAgain(Exception trouble, bool isFirst)
    {
        // Two processes that want the same streams in another order: the server gave one of them up, and nothing of it was stored.
        if (trouble is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }) return true;

        database.Forget();
        // A connection to a server that was started anew since. If all was stored after all, the versions are taken now, and whoever asks again finds their command done.
        return isFirst && trouble is NpgsqlException { IsTransient: true, InnerException: not TimeoutException };
    }
}
