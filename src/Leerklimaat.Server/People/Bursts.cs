using Leerklimaat.Domain.Tables;
using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.People;

/// <summary>
/// How much one browser asks in a minute of what it may ask as often as it likes: far more than people do, also twelve of them with one tablet, and
/// far less than a program that fills the journal.
/// </summary>
public sealed class Bursts(IGrainFactory grains, HiddenNames names, IMemoryCache cache)
{
    public const int PerMinute = 120, AtTablePerMinute = 600;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CountingAhead counts = new(new(grains, names, "asked", PerMinute, Minute), cache), atTables = new(new(grains, names, "played", AtTablePerMinute, Minute), cache);

    /// <exception cref="TooFastException">It asked too much in this minute.</exception>
    public async Task Count(DeviceId device)
    {
        if (!await counts.TryCount($"{device.Value}")) throw new TooFastException();
    }

    /// <summary>A game has more to press than a question: pawns, stars, turns, the clock.</summary>
    /// <inheritdoc cref="Count"/>
    public async Task CountAtTable(DeviceId device)
    {
        if (!await atTables.TryCount($"{device.Value}")) throw new TooFastException();
    }
}

/// <summary>One browser asks more than people can mean; it is asked to wait a minute.</summary>
public sealed class TooFastException : Exception
{
    public TooFastException() { }

    public TooFastException(string message) : base(message) { }

    public TooFastException(string message, Exception inner) : base(message, inner) { }
}
