using System.Threading.RateLimiting;

namespace Leerklimaat.Server.People;

/// <summary>Counts for each key how often something is done in a minute.</summary>
public sealed class PerMinute<TKey>(int most) : IDisposable where TKey : notnull
{
    private readonly PartitionedRateLimiter<TKey> limiter = PartitionedRateLimiter.Create<TKey, TKey>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));

    /// <returns>False when it has been done as often as may be in this minute.</returns>
    public bool TryCount(TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>Whether it may be done once more; does not count.</summary>
    public bool HasRoom(TKey key)
    {
        using var lease = limiter.AttemptAcquire(key, permitCount: 0);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
