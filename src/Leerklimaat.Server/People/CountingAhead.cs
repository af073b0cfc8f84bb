using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.People;

/// <summary>
/// Counts ten at once of what is done all the time, so that a process need not ask for each. Whoever goes on at another process leaves what is not used, and what is left when a stretch
/// ends is used in the next: for each process it may be done up to nine times fewer, or more, than the most.
/// </summary>
public sealed class CountingAhead(Counting counting, IMemoryCache cache)
{
    private const int AtOnce = 10;

    /// <inheritdoc cref="Counting.TryCount"/>
    public async Task<bool> TryCount(string who)
    {
        if (cache.TryGetValue((counting, who), out Ahead? counted) && counted!.TryTake()) return true;
        if (!await counting.TryCount(who, AtOnce)) return false;

        cache.Set((counting, who), new Ahead(AtOnce - 1), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = counting.Stretch });
        return true;
    }

    private sealed class Ahead(int left)
    {
        private int left = left;

        public bool TryTake() => Interlocked.Decrement(ref left) >= 0;
    }
}
