using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.People;

/// <summary>
/// How much one browser asks in a minute of what it may ask as often as it likes: far more than people do, also twelve of them with one tablet, and
/// far less than a program that fills the journal.
/// </summary>
public sealed class Bursts : IDisposable
{
    public const int PerMinute = 120, AtTablePerMinute = 600;

    private readonly PerMinute<DeviceId> counts = new(PerMinute), atTables = new(AtTablePerMinute);

    /// <exception cref="TooFastException">It asked too much in this minute.</exception>
    public void Count(DeviceId device)
    {
        if (!counts.TryCount(device)) throw new TooFastException();
    }

    /// <summary>A game has more to press than a question: pawns, stars, turns, the clock.</summary>
    /// <inheritdoc cref="Count"/>
    public void CountAtTable(DeviceId device)
    {
        if (!atTables.TryCount(device)) throw new TooFastException();
    }

    public void Dispose()
    {
        counts.Dispose();
        atTables.Dispose();
    }
}

/// <summary>One browser asks more than people can mean; it is asked to wait a minute.</summary>
public sealed class TooFastException : Exception
{
    public TooFastException() { }

    public TooFastException(string message) : base(message) { }

    public TooFastException(string message, Exception inner) : base(message, inner) { }
}
