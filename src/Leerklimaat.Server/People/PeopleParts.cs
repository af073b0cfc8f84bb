using Leerklimaat.Server.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Leerklimaat.Server.People;

/// <summary>How browsers are known again, and how fast they may ask.</summary>
public static class PeopleParts
{
    public static void AddPeople(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.Services.AddDataProtection().SetApplicationName("Leerklimaat").PersistKeysToFileSystem(PrivateFiles.Writable(Path.Combine(settings.DataFolder, "keys")));
        builder.Services.AddMemoryCache(cache => cache.SizeLimit = 100_000);
        builder.Services.AddSingleton<Visitors>().AddSingleton<Facilitators>().AddSingleton<PersonalCodes>().AddSingleton<EarlierCookies>().AddSingleton<Guesses>().AddSingleton<Bursts>();
        builder.Services.AddSingleton<Keepsakes>().AddHostedService(services => services.GetRequiredService<Keepsakes>());
    }
}
