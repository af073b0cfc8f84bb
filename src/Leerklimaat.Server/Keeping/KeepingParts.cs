using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Keeping;

/// <summary>What is kept beside the journal of one process.</summary>
public static class KeepingParts
{
    public static void AddKeeping(this WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings.Storage.Length == 0) builder.Services.AddSingleton<IFiles, FolderFiles>();
    }
}
