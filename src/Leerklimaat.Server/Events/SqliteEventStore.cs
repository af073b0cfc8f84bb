using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>The journal in one SQLite file. A commit with <c>synchronous=FULL</c> in WAL mode is on disk when it returns.</summary>
public sealed class SqliteEventStore : IEventStore, IAsyncDisposable
{
    private const int Full = 13;

    private readonly JournalFile file;
    private readonly JournalReserve reserve;
    private readonly ILogger<SqliteEventStore> logger;
    private readonly GroupCommit writing;

    /// <exception cref="StoreUnavailableException">The file cannot be opened or made, is no journal, or is from a newer program.</exception>
    public SqliteEventStore(string path, ILogger<SqliteEventStore> logger, JournalLimits? limits = null, JournalMeter? meter = null)
    {
        this.logger = logger;
        file = new(path, limits ?? new());
        file.Prepare();
        reserve = new($"{Path.ChangeExtension(path, null)}.reserve", limits?.ReserveBytes ?? 0);
        reserve.SetApart();
        writing = new(file.OpenWriter, (trouble, _) => MadeRoom(trouble), logger, meter);
    }

    /// <inheritdoc cref="GroupCommit.Commits"/>
    public long Commits => writing.Commits;

    public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Task.Run(() => file.Read(stream));

    public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) => writing.Append(stream, expectedVersion, events);

    public Task Delete(IReadOnlyCollection<string> streams) => writing.Delete(streams);

    /// <summary>Writes what is waiting and closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private bool MadeRoom(Exception trouble)
    {
        if (trouble is not SqliteException { SqliteErrorCode: Full } || !reserve.Release()) return false;

        logger.LogCritical(trouble, "The disk is full. The room that was set apart is in use now; make more room, and start the server again to set it apart anew");
        return true;
    }
}

/// <summary>How long to wait for a lock that another program has on the file, and how large the file may become.</summary>
/// <param name="MostPages">Asked for each new connection; nothing for no limit.</param>
/// <param name="AllowDamage">Open also a file in which a page is damaged, for what can still be read.</param>
/// <param name="ReserveBytes">Room on the disk that is set apart, and given back when the disk is full.</param>
public sealed record JournalLimits(int LockPatienceSeconds = 5, Func<long>? MostPages = null, bool AllowDamage = false, long ReserveBytes = 0);
