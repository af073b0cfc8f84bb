using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Leerklimaat.Server.Events;

/// <summary>The journal in one SQLite file, written by one thread that commits at once everything that is waiting.</summary>
/// <remarks>
/// A commit with <c>synchronous=FULL</c> in WAL mode is on disk when it returns; that takes a millisecond or so, however many appends are in
/// it. So an append does not wait for a commit of its own: it joins whatever is waiting when the writer comes back, and under load hundreds
/// share one. Nobody is answered before the commit. A version conflict is noticed inside the transaction and fails that append alone. Any
/// other failure (disk full, file locked, commit refused) rolls the whole batch back, tells each of its callers, and the writer starts anew
/// on a fresh connection: there is no state in it that could be wrong.
/// </remarks>
public sealed class SqliteEventStore : IEventStore, IAsyncDisposable
{
    // A batch holds what people did during one commit; the bound keeps a transaction, and the wait of the last one in it, short.
    private const int LargestBatch = 1_000, LongestQueue = 50_000, Full = 13;

    private readonly BlockingCollection<PendingAppend> queue = new(LongestQueue);
    private readonly JournalFile file;
    private readonly JournalReserve reserve;
    private readonly ILogger<SqliteEventStore> logger;
    private readonly JournalMeter? meter;
    private readonly Thread writer;
    private long commits;

    /// <exception cref="StoreUnavailableException">The file cannot be opened or made, is no journal, or is from a newer program.</exception>
    public SqliteEventStore(string path, ILogger<SqliteEventStore> logger, JournalLimits? limits = null, JournalMeter? meter = null)
    {
        (this.logger, this.meter) = (logger, meter);
        file = new(path, limits ?? new());
        file.Prepare();
        reserve = new($"{Path.ChangeExtension(path, null)}.reserve", limits?.ReserveBytes ?? 0);
        reserve.SetApart();
        writer = new(Write) { IsBackground = true, Name = "journal" };
        writer.Start();
    }

    /// <summary>How many transactions have been committed since the start.</summary>
    public long Commits => Volatile.Read(ref commits);

    public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Task.Run(() => file.Read(stream));

    public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) => Queue(new(stream, expectedVersion, events));

    public Task Delete(IReadOnlyCollection<string> streams) => Queue(new("", 0, []) { Deleted = [.. streams] });

    /// <summary>Writes what is waiting and closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
        writer.Join();
        queue.Dispose();
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private Task Queue(PendingAppend append)
    {
        if (!queue.TryAdd(append)) throw new StoreUnavailableException("The journal cannot keep up; ask again in a moment.");
        return append.Done.Task;
    }

    private void Write()
    {
        JournalWriter? open = null;
        var batch = new List<PendingAppend>(LargestBatch);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < LargestBatch && queue.TryTake(out var next)) batch.Add(next);
            open = Commit(open, batch);
        }

        open?.Dispose();
    }

    /// <returns>The writer to go on with; nothing when it failed and the next batch must open another.</returns>
    private JournalWriter? Commit(JournalWriter? open, List<PendingAppend> batch)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            open ??= file.OpenWriter();
            open.Commit(batch);
            Interlocked.Increment(ref commits);
            meter?.Committed(began, batch.Count);
            foreach (var append in batch) append.Complete();
            return open;
        }
        catch (SqliteException full) when (full.SqliteErrorCode == Full && reserve.Release())
        {
            logger.LogCritical(full, "The disk is full. The room that was set apart is in use now; make more room, and start the server again to set it apart anew");
            open?.Dispose();
            return Commit(null, batch);
        }
        catch (Exception trouble)
        {
            logger.LogError(trouble, "The journal could not be written; {Appends} appends were refused", batch.Count);
            meter?.Failed(batch.Count);
            foreach (var append in batch) append.Done.TrySetException(new StoreUnavailableException("The journal could not be written; nothing was stored.", trouble));
            open?.Dispose();
            return null;
        }
    }
}

/// <summary>How long to wait for a lock that another program has on the file, and how large the file may become.</summary>
/// <param name="MostPages">Asked for each new connection; nothing for no limit.</param>
/// <param name="AllowDamage">Open also a file in which a page is damaged, for what can still be read.</param>
/// <param name="ReserveBytes">Room on the disk that is set apart, and given back when the disk is full.</param>
public sealed record JournalLimits(int LockPatienceSeconds = 5, Func<long>? MostPages = null, bool AllowDamage = false, long ReserveBytes = 0);

/// <summary>An append on its way to the disk.</summary>
internal sealed class PendingAppend(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events)
{
    public string Stream => stream;

    public long ExpectedVersion => expectedVersion;

    public IReadOnlyList<StoredEvent> Events => events;

    /// <summary>Streams to remove; then nothing is appended.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    public bool IsConflict { get; set; }

    // The grain that waits goes on elsewhere, never on the writer's thread.
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Complete()
    {
        if (IsConflict) Done.TrySetException(new VersionConflictException($"Somebody else wrote version {expectedVersion + 1} of this stream first."));
        else Done.TrySetResult();
    }
}
