using Leerklimaat.Server.Events;

namespace Leerklimaat.Simulation;

/// <summary>A journal that is gone when the program ends.</summary>
public sealed class MemoryEventStore : IEventStore
{
    private readonly Dictionary<string, List<StoredEvent>> streams = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, List<StoredEvent>> Streams => streams;

    public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Task.FromResult<IReadOnlyList<StoredEvent>>(streams.TryGetValue(stream, out var events) ? [.. events] : []);

    public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events)
    {
        var stored = streams.GetValueOrDefault(stream) ?? [];
        if (stored.Count != expectedVersion) return Task.FromException(new VersionConflictException("Somebody else wrote first."));

        stored.AddRange(events);
        streams[stream] = stored;
        return Task.CompletedTask;
    }

    public Task Delete(IReadOnlyCollection<string> streams)
    {
        foreach (var stream in streams) this.streams.Remove(stream);
        return Task.CompletedTask;
    }
}
