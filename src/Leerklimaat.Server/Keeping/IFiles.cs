namespace Leerklimaat.Server.Keeping;

/// <summary>What is kept beside the journal, each under a name in a folder: pictures, and what browsers left here. A folder may lie in another (<c>pictures/…</c>).</summary>
public interface IFiles
{
    /// <returns>Nothing when there is no such file.</returns>
    /// <exception cref="Events.StoreUnavailableException">It cannot be read now.</exception>
    Task<byte[]?> Read(string folder, string name);

    /// <summary>Kept for good when it returns, whole or not at all; nobody changes the same file meanwhile.</summary>
    /// <param name="change">What is to be there instead of what is there, or of nothing.</param>
    /// <returns>What is there now.</returns>
    /// <exception cref="Events.StoreUnavailableException">It cannot be kept now; all is as it was.</exception>
    Task<byte[]> Change(string folder, string name, Func<byte[]?, byte[]> change);

    /// <summary>Keeps one more file, where there is room. Whoever else keeps one meanwhile waits, so that two do not both fit in the last bit of room.</summary>
    /// <param name="limits">Folders with the bytes that what is in them, and in those within, may take together.</param>
    /// <returns>Nothing when it is kept; else the folder that is full, or "" when the disk is.</returns>
    /// <exception cref="Events.StoreUnavailableException">It cannot be kept now.</exception>
    Task<string?> Add(string folder, string name, byte[] bytes, params IReadOnlyList<(string Folder, long Most)> limits);

    /// <summary>All that is in this folder and in those within.</summary>
    Task<IReadOnlyList<KeptFile>> List(string folder);

    /// <summary>What is not there is removed already.</summary>
    Task Remove(string folder, string name);

    /// <summary>With all that is in it.</summary>
    Task Remove(string folder);
}

/// <summary>A file that is kept.</summary>
public sealed record KeptFile(string Folder, string Name, DateTimeOffset Written);
