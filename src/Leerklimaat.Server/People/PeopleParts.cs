using Leerklimaat.Server.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Leerklimaat.Server.People;

/// <summary>How browsers are known again, and how fast they may ask.</summary>
public static class PeopleParts
{
    public static void AddPeople(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("Leerklimaat");
        if (settings.Storage.Length == 0) keys.PersistKeysToFileSystem(PrivateFiles.Writable(Path.Combine(settings.DataFolder, "keys")));
        // At a first start it warns that the keys are not encrypted. They lie where only the account of the server reads (PrivateFiles), as SECURITY.md says.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Services.AddMemoryCache(cache => cache.SizeLimit = 100_000);
        builder.Services.AddSingleton<Visitors>().AddSingleton<HiddenNames>().AddSingleton<Facilitators>().AddSingleton<PersonalCodes>().AddSingleton<EarlierCookies>().AddSingleton<Guesses>().AddSingleton<Bursts>();
        builder.Services.AddSingleton<Keepsakes>().AddHostedService(services => services.GetRequiredService<Keepsakes>());
    }
}
