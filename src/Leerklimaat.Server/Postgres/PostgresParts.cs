using Leerklimaat.Server.Events;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Settings;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Leerklimaat.Server.Postgres;

/// <summary>Everything that several processes keep together, in one PostgreSQL.</summary>
public static class PostgresParts
{
    public static void AddPostgres(this WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings.Storage.Length == 0) return;

        builder.Services
            .AddSingleton(services => new PostgresDatabase(settings.Storage, services.GetRequiredService<ILoggerFactory>()))
            .AddSingleton<IEventStore>(services => new PostgresEventStore(
                services.GetRequiredService<PostgresDatabase>(), services.GetRequiredService<ILogger<PostgresEventStore>>(), services.GetRequiredService<JournalMeter>(), services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString()))
            .AddSingleton<PostgresFiles>().AddSingleton<IFiles>(services => services.GetRequiredService<PostgresFiles>())
            .AddSingleton<PostgresKeys>().AddOptions<KeyManagementOptions>().Configure<PostgresKeys>((keeping, keys) => keeping.XmlRepository = keys);
        // It logs each statement that fails; whoever asked says so already, and says what it means.
        builder.Logging.AddFilter("Npgsql", LogLevel.None);
    }
}
