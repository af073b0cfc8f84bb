namespace Leerklimaat.Server.Tests.Running;

/// <summary>The files that this was built from. Tests read them and write nothing there.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Leerklimaat.slnx")) ? folder.FullName : Find(folder.Parent!);
}
