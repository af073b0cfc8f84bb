using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.Events;

/// <summary>
/// What this process knows of aggregates that live in another one: folded here of the events that it was told, and read from the journal where it missed some.
/// Any of it may be forgotten at any moment.
/// </summary>
public sealed class Replicas(IEventStore store, IServiceProvider services, IMemoryCache known)
{
    private static readonly TimeSpan LongestUnused = TimeSpan.FromMinutes(10);

    /// <summary>How many events this process knows of it.</summary>
    public long HeardOf(GrainId who) => known.TryGetValue(who, out IReplica? replica) ? replica!.Stored : 0;

    internal async ValueTask<Answer<TState>> Understand<TState>(GrainId who, Answer<TState> answer, Told told) where TState : class
    {
        var folding = services.GetRequiredService<Folding<TState>>();
        if (told.Stored == 0)
        {
            // Nothing was ever there, or all of it was removed for good.
            known.Remove(who);
            return answer with { State = folding.Empty, Told = null };
        }

        var replica = known.GetOrCreate(who, entry =>
        {
            (entry.Size, entry.SlidingExpiration) = (1, LongestUnused);
            return new Replica<TState>(folding);
        })!;
        var now = replica.Add(told) ?? await replica.CatchUp(() => store.Read($"{who}"), told.Stored);
        return new(now.State, now.Version, told.Refusal, now.Stored);
    }

    private interface IReplica
    {
        long Stored { get; }
    }

    private sealed class Replica<TState>(Folding<TState> folding) : IReplica where TState : class
    {
        private readonly Lock gate = new();
        private Folded<TState> now = folding.Nothing;

        public long Stored => Volatile.Read(ref now).Stored;

        /// <returns>Nothing when there is a gap between what is known and what was told.</returns>
        public Folded<TState>? Add(Told told)
        {
            lock (gate)
            {
                if (now.Stored >= told.Stored) return now;
                if (now.Stored < told.From) return null;

                return now = Fold(now, told.Events.Skip((int)(now.Stored - told.From)));
            }
        }

        /// <param name="stored">How many events are there at least.</param>
        public async Task<Folded<TState>> CatchUp(Func<Task<IReadOnlyList<StoredEvent>>> read, long stored)
        {
            var all = await read();
            if (all.Count < stored) throw new StoreUnavailableException("What was told is not in the journal any more; ask again.");

            var folded = Fold(folding.Nothing, all.Select(one => one.Bytes));
            lock (gate) return now = now.Stored > folded.Stored ? now : folded;
        }

        private Folded<TState> Fold(Folded<TState> before, IEnumerable<byte[]> events)
        {
            try
            {
                return events.Aggregate(before, (folded, one) => folding.Add(folded, one));
            }
            catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
            {
                throw new UnreadableStreamException("A newer program wrote something here that this one does not know.", unknown);
            }
        }
    }
}
