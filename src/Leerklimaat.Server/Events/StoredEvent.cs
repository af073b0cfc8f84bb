using System.Runtime.InteropServices;

namespace Leerklimaat.Server.Events;

/// <summary>An event as it is kept: its JSON, the id of the command that caused it, and the server's time.</summary>
public sealed record StoredEvent(ReadOnlyMemory<byte> Body, Guid Command, DateTimeOffset At)
{
    /// <summary>The JSON as an array that nobody writes to; only where it is a part of one it is copied.</summary>
    internal byte[] Bytes => MemoryMarshal.TryGetArray(Body, out var bytes) && bytes.Offset == 0 && bytes.Count == bytes.Array!.Length ? bytes.Array : Body.ToArray();
}

/// <summary>Somebody else wrote to this stream first: this append alone failed.</summary>
public sealed class VersionConflictException : Exception
{
    public VersionConflictException() { }

    public VersionConflictException(string message) : base(message) { }

    public VersionConflictException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>The store could not write: nothing of the append was stored, and it may be asked again later.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException() { }

    public StoreUnavailableException(string message) : base(message) { }

    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>What is stored of one aggregate cannot be read any more: a page of the journal is damaged, or an event is not what it was.</summary>
public sealed class UnreadableStreamException : Exception
{
    public UnreadableStreamException() { }

    public UnreadableStreamException(string message) : base(message) { }

    public UnreadableStreamException(string message, Exception inner) : base(message, inner) { }
}
