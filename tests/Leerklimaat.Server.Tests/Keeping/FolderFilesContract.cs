using Leerklimaat.Server.Keeping;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Tests.Keeping;

public sealed class FolderFilesContract : FilesContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-files-").FullName;
    private readonly FolderFiles files;

    public FolderFilesContract() => files = new(Options.Create(new Settings.ServerSettings { DataFolder = folder }), Clock);

    protected override IFiles Files => files;

    [Fact]
    public async Task They_are_for_the_account_of_the_server_alone()
    {
        // It keeps rights in another way.
        if (OperatingSystem.IsWindows()) return;

        await files.Change("kept", "een", _ => [1]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "kept", "een")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder, "kept")));
    }

    public void Dispose()
    {
        files.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
