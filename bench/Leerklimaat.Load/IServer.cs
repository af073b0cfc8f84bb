namespace Leerklimaat.Load;

/// <summary>What phones play on: one process, or several that are one.</summary>
public interface IServer : IDisposable
{
    /// <summary>Each request of a phone goes to the next of these, as behind a proxy that knows nobody again.</summary>
    IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Of all its processes, without the database.</summary>
    TimeSpan Cpu { get; }

    /// <summary>Likewise.</summary>
    long MemoryBytes { get; }

    /// <summary>Of the database beside it, where it has one.</summary>
    TimeSpan DatabaseCpu => TimeSpan.Zero;
}
