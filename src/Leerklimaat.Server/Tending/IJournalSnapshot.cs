using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tending;

/// <summary>The journal as it was at one moment, read beside a server that goes on.</summary>
public interface IJournalSnapshot : IDisposable
{
    /// <summary>Every stream that there is, in order.</summary>
    IReadOnlyList<string> Streams();

    /// <exception cref="UnreadableStreamException">An event is missing.</exception>
    IReadOnlyList<StoredEvent> Read(string stream);
}
