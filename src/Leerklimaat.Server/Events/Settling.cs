namespace Leerklimaat.Server.Events;

/// <summary>
/// For a while after a process came or went the others do not agree yet on what lives where, and of one aggregate there can be two. Both write by the version that they know, so that nothing is lost;
/// but the one that stays may know less than was stored.
/// </summary>
public sealed class Settling(TimeProvider time)
{
    // Longer than it takes until all of them agree, and than a page waits until it renews (LiveFeed.BetweenSigns).
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    private long began = -1;

    public bool MayBeTwo => Volatile.Read(ref began) is >= 0 and var since && time.GetElapsedTime(since) < Lasts;

    public void Begin() => Volatile.Write(ref began, time.GetTimestamp());
}
