namespace Leerklimaat.Server.Events;

/// <summary>Where events are kept for good. A stream belongs to one aggregate; its version is the number of its events.</summary>
public interface IEventStore
{
    /// <summary>All events of a stream in order; none when it is unknown.</summary>
    Task<IReadOnlyList<StoredEvent>> Read(string stream);

    /// <summary>How many events a stream has.</summary>
    async Task<long> Count(string stream) => (await Read(stream)).Count;

    /// <summary>Completes when the events are on disk in a committed transaction, and not before.</summary>
    /// <exception cref="VersionConflictException">Somebody else wrote to this stream first; nothing of this append was stored.</exception>
    /// <exception cref="StoreUnavailableException">The disk is full, the file is locked or the commit failed; nothing of this append was stored.</exception>
    Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events);

    /// <summary>Removes these streams for good, in one committed transaction; what is not there is removed already.</summary>
    /// <exception cref="StoreUnavailableException">The commit failed; nothing was removed.</exception>
    Task Delete(IReadOnlyCollection<string> streams);
}
