namespace Leerklimaat.Server.Settings;

/// <summary>What is in the data folder is for the account of the server alone: names, notes and the keys of cookies.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnFolder = Own | UnixFileMode.UserExecute;

    /// <summary>Makes the folder when it is not there; one that is there keeps what its host gave it.</summary>
    public static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnFolder);

    /// <summary>A file that is made or opened here can be read by nobody else, nor can what SQLite lays beside it: that takes over its rights.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) return;

        using (new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = Own })) { }
        foreach (var one in new[] { path, $"{path}-wal", $"{path}-shm" }.Where(File.Exists)) Close(one);
    }

    /// <summary>How a new file is opened that has its room on the disk at once.</summary>
    public static FileStreamOptions New(long bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = bytes };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Own;
        return options;
    }

    /// <exception cref="SettingsException">Nothing can be written there.</exception>
    public static DirectoryInfo Writable(string path)
    {
        var probe = Path.Combine(path, $".{Guid.NewGuid():N}");
        try
        {
            var folder = Folder(path);
            Make(probe);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return folder;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The folder {path} cannot be written to: {trouble.Message} Give it to the account of the server.", trouble);
        }
    }

    private static void Close(string path)
    {
        if (OperatingSystem.IsWindows()) return;

        try
        {
            File.SetUnixFileMode(path, Own);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's file, or a disk that knows no rights: then it is for its host to guard.
        }
    }
}
