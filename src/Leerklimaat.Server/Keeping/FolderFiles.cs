using Leerklimaat.Server.Events;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Keeping;

/// <summary>Files in the data folder, which are for the account of the server alone.</summary>
public sealed class FolderFiles(IOptions<ServerSettings> settings, TimeProvider time) : IFiles, IDisposable
{
    private const int Megabyte = 1024 * 1024;

    // Two who change one file wait for each other; hundreds who change their own do not wait for one disk in a row.
    private readonly Lock[] locks = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];
    private readonly SemaphoreSlim adding = new(1);

    public Task<byte[]?> Read(string folder, string name) => Task.FromResult(On(() => Find(PathOf(folder, name))));

    public Task<byte[]> Change(string folder, string name, Func<byte[]?, byte[]> change) => Task.FromResult(On(() =>
    {
        lock (locks[(uint)string.GetHashCode(name, StringComparison.Ordinal) % (uint)locks.Length])
        {
            var (before, path) = (Find(PathOf(folder, name)), PathOf(folder, name));
            var now = change(before);
            if (!ReferenceEquals(now, before)) Write(path, now);
            return now;
        }
    }));

    public async Task<string?> Add(string folder, string name, byte[] bytes, params IReadOnlyList<(string Folder, long Most)> limits)
    {
        await adding.WaitAsync();
        try
        {
            foreach (var (counted, most) in limits)
            {
                if (On(() => Below(counted).Sum(file => file.Length)) + bytes.Length > most) return counted;
            }

            if (new DriveInfo(Root).AvailableFreeSpace - bytes.Length < (long)settings.Value.SpaceToKeep * Megabyte) return "";
            Write(PathOf(folder, name), bytes);
            return null;
        }
        catch (IOException)
        {
            return "";
        }
        finally
        {
            adding.Release();
        }
    }

    public Task<IReadOnlyList<KeptFile>> List(string folder) => Task.FromResult<IReadOnlyList<KeptFile>>(On(() =>
        Below(folder).Select(file => new KeptFile(Path.GetRelativePath(Root, file.DirectoryName!).Replace('\\', '/'), file.Name, file.LastWriteTimeUtc)).ToList()));

    public Task Remove(string folder, string name)
    {
        if (File.Exists(PathOf(folder, name))) On(() => File.Delete(PathOf(folder, name)));
        return Task.CompletedTask;
    }

    public Task Remove(string folder)
    {
        if (Directory.Exists(PathOf(folder))) On(() => Directory.Delete(PathOf(folder), recursive: true));
        return Task.CompletedTask;
    }

    public void Dispose() => adding.Dispose();

    private string Root => Path.GetFullPath(settings.Value.DataFolder);

    private string PathOf(string folder, string name = "") => Path.Combine([Root, .. folder.Split('/'), name]);

    private IEnumerable<FileInfo> Below(string folder) => Directory.Exists(PathOf(folder)) ? new DirectoryInfo(PathOf(folder)).EnumerateFiles("*", SearchOption.AllDirectories) : [];

    private static byte[]? Find(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Beside it first, then in its place: after a crash it is there whole, old or new.</summary>
    private void Write(string path, byte[] bytes)
    {
        PrivateFiles.Folder(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(beside, PrivateFiles.New(bytes.Length)))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(beside, time.GetUtcNow().UtcDateTime);
        File.Move(beside, path, overwrite: true);
    }

    private static T On<T>(Func<T> disk)
    {
        try
        {
            return disk();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The disk is full, or the data folder cannot be used.", trouble);
        }
    }

    private static void On(Action disk) => On(() =>
    {
        disk();
        return true;
    });
}
