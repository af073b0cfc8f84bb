namespace Leerklimaat.Server.Events;

/// <summary>
/// Where an aggregate had best live: in the process that most who ask come from, so that hardly anything crosses. A proxy that sends what is asked of one table to one process decides
/// which that is (docs/decisions/0019); where each question comes from another process hardly any asks so much more than the others, and nearly all stays where it is.
/// </summary>
/// <param name="here">Where it lives now.</param>
public sealed class Home(SiloAddress here, TimeProvider time)
{
    /// <summary>So many times more often than all others together: to move costs something too, for its journal is read again.</summary>
    public const int Enough = 20;

    /// <summary>Before that it does not go again. One that went back while it was still on its way would wait for itself, and whoever asks it with it.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    private readonly long since = time.GetTimestamp();
    private SiloAddress? most;
    private int times;

    /// <summary>Counts a question, as the majority vote of Boyer and Moore does: who asks most is left over, with one process and one number to remember.</summary>
    /// <returns>The other process where it should go to live, or nothing.</returns>
    public SiloAddress? Asked(SiloAddress? from)
    {
        if (from is null) return null;
        if (from.Equals(most)) times = Math.Min(times + 1, Enough);
        else if (times > 0) times--;
        else (most, times) = (from, 1);
        return times == Enough && !here.Equals(most) && time.GetElapsedTime(since) >= Settled ? most : null;
    }
}
