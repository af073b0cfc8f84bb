using System.Collections.Concurrent;
using System.Diagnostics;

namespace Leerklimaat.Server.Events;

/// <summary>One thread that commits at once everything that is waiting, whatever it is written to.</summary>
/// <remarks>
/// A commit takes a millisecond or so, however many appends are in it. So an append does not wait for a commit of its own: it joins whatever is waiting when the
/// writer comes back, and under load hundreds share one. Nobody is answered before the commit. A version conflict fails that append alone. Any other failure
/// rolls the whole batch back, tells each of its callers, and the writer starts anew: there is no state in it that could be wrong.
/// </remarks>
internal sealed class GroupCommit : IDisposable
{
    // A batch holds what people did during one commit; the bound keeps a transaction, and the wait of the last one in it, short.
    private const int LargestBatch = 1_000, LongestQueue = 50_000;

    private readonly BlockingCollection<PendingAppend> queue = new(LongestQueue);
    private readonly Func<IJournalWriter> open;
    private readonly Func<Exception, bool, bool> mayTryAgain;
    private readonly ILogger logger;
    private readonly JournalMeter? meter;
    private readonly Thread thread;
    private long commits;

    /// <param name="open">A writer that knows nothing of what went wrong before.</param>
    /// <param name="mayTryAgain">Whether the same batch is tried once more after this; asked once for each failure, with whether it is the first.</param>
    public GroupCommit(Func<IJournalWriter> open, Func<Exception, bool, bool> mayTryAgain, ILogger logger, JournalMeter? meter)
    {
        (this.open, this.mayTryAgain, this.logger, this.meter) = (open, mayTryAgain, logger, meter);
        thread = new(Write) { IsBackground = true, Name = "journal" };
        thread.Start();
    }

    /// <summary>How many transactions have been committed since the start.</summary>
    public long Commits => Volatile.Read(ref commits);

    public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) => Queue(new(stream, expectedVersion, events));

    public Task Delete(IReadOnlyCollection<string> streams) => Queue(new("", 0, []) { Deleted = [.. streams] });

    /// <summary>Writes what is waiting.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private Task Queue(PendingAppend append)
    {
        if (!queue.TryAdd(append)) throw new StoreUnavailableException("The journal cannot keep up; ask again in a moment.");
        return append.Done.Task;
    }

    private void Write()
    {
        IJournalWriter? writer = null;
        var batch = new List<PendingAppend>(LargestBatch);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < LargestBatch && queue.TryTake(out var next)) batch.Add(next);
            writer = Commit(writer, batch);
        }

        writer?.Dispose();
    }

    /// <returns>The writer to go on with; nothing when it failed and the next batch must open another.</returns>
    private IJournalWriter? Commit(IJournalWriter? writer, List<PendingAppend> batch)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                writer ??= open();
                writer.Commit(batch);
                Interlocked.Increment(ref commits);
                meter?.Committed(began, batch.Count);
                foreach (var append in batch) append.Complete();
                return writer;
            }
            catch (Exception trouble)
            {
                writer?.Dispose();
                writer = null;
                if (mayTryAgain(trouble, isFirst)) continue;

                logger.LogError(trouble, "The journal could not be written; {Appends} appends were refused", batch.Count);
                meter?.Failed(batch.Count);
                foreach (var append in batch) append.Done.TrySetException(new StoreUnavailableException("The journal could not be written; nothing was stored.", trouble));
                return null;
            }
        }
    }
}

/// <summary>Writes batches to where the journal is. After an exception nothing of the batch is stored, and the writer is of no more use.</summary>
internal interface IJournalWriter : IDisposable
{
    /// <summary>On disk when it returns; which appends came too late is marked in them.</summary>
    void Commit(List<PendingAppend> batch);
}

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
