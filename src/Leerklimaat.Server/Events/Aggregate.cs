using System.Text.Json;
using Leerklimaat.Domain;

namespace Leerklimaat.Server.Events;

/// <summary>One aggregate in memory: decide, store, evolve. It knows neither where it runs nor who looks.</summary>
/// <remarks>
/// The truth is the stream of events in the journal; the state here is a fold over it and may be thrown away at any moment, as it must be when an append failed. Each event carries the
/// id of the command that caused it, so that a command that is sent again, also after a restart, is answered and changes nothing.
/// </remarks>
public sealed class Aggregate<TState, TCommand, TEvent>(IEventStore store, string stream, Func<TState, TCommand, Decision<TEvent>> decide, Folding<TState, TEvent> folding) where TState : class
{
    private readonly HashSet<Guid> done = [];
    private readonly Lately lately = new();
    private Folded<TState> now = folding.Nothing;
    private long told;

    public TState State => now.State;

    /// <summary>Why what is stored of it cannot be read; nothing while it can.</summary>
    public Exception? Damage { get; private set; }

    /// <summary>Reads all of it anew. One event that is not what it was makes this aggregate unreadable and nothing else.</summary>
    public async Task Read()
    {
        try
        {
            var events = await store.Read(stream);
            Forget();
            foreach (var stored in events) Apply(JsonSerializer.Deserialize<TEvent>(stored.Body.Span, StoredJson.Options)!, stored);
        }
        catch (Exception damaged) when (damaged is UnreadableStreamException or JsonException or NotSupportedException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException)
        {
            now = folding.Nothing;
            Damage = damaged;
        }

        told = now.Stored;
    }

    /// <summary>Where two were for a moment, the other may have written after this one had read, and here nobody would know of it before the next command.</summary>
    /// <returns>Whether there was something to catch up with.</returns>
    public async Task<bool> CaughtUp()
    {
        try
        {
            if (await store.Count(stream) <= now.Stored) return false;

            await Read();
            return true;
        }
        catch (StoreUnavailableException)
        {
            // What is known here is told; who watches comes again.
            return false;
        }
    }

    public bool HasDone(Guid command) => done.Contains(command);

    /// <returns>Why it was refused, and whether anything happened by it.</returns>
    /// <exception cref="VersionConflictException">Somebody else wrote first: what is here is no longer true.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    public async Task<(Refusal? Refusal, bool Happened)> Ask(TCommand command, Guid id, DateTimeOffset at)
    {
        var decision = decide(State, command);
        if (decision.Events.Count == 0) return (decision.Refusal, false);

        StoredEvent[] stored = [.. decision.Events.Select(happened => new StoredEvent(JsonSerializer.SerializeToUtf8Bytes(happened, StoredJson.Options), id, at))];
        await store.Append(stream, now.Stored, stored);
        for (var i = 0; i < stored.Length; i++) Apply(decision.Events[i], stored[i]);
        return (null, true);
    }

    /// <summary>What whoever asks is answered.</summary>
    /// <param name="heard">How many events they know; below zero when they need none.</param>
    public Answer<TState> Now(long heard) => new(State, now.Version, null, now.Stored) { Recent = lately.Last, Since = heard };

    /// <summary>What happened since this was asked last, for all who watch.</summary>
    public Answer<TState> ToTell()
    {
        var answer = Now(told);
        told = now.Stored;
        return answer;
    }

    /// <summary>Removes it for good, as if it had never been.</summary>
    public async Task Erase()
    {
        await store.Delete([stream]);
        Forget();
    }

    private void Forget()
    {
        (now, told) = (folding.Nothing, 0);
        done.Clear();
        lately.Clear();
    }

    private void Apply(TEvent happened, StoredEvent stored)
    {
        now = folding.Add(now, happened);
        lately.Add(stored.Bytes, now.Stored - told);
        done.Add(stored.Command);
    }
}
