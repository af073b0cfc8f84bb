namespace Leerklimaat.Load;

/// <summary>What phones play on: one process, or several that are one.</summary>
public interface IServer : IDisposable
{
    /// <summary>Any of these answers anything; which one a phone asks says <see cref="Network"/>.</summary>
    IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Of all its processes, without the database.</summary>
    TimeSpan Cpu { get; }

    /// <summary>Likewise.</summary>
    long MemoryBytes { get; }

    /// <summary>Of the database beside it, where it has one.</summary>
    TimeSpan DatabaseCpu => TimeSpan.Zero;
}
