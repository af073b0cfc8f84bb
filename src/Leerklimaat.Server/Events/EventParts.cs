using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Events;

/// <summary>The journal in one file.</summary>
public static class EventParts
{
    private const long SetApart = 16 * 1024 * 1024;

    public static void AddJournal(this WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings.Storage.Length == 0) builder.Services.AddSingleton<IEventStore>(services => new SqliteEventStore(
            Path.Combine(settings.DataFolder, "leerklimaat.db"), services.GetRequiredService<ILogger<SqliteEventStore>>(), new(AllowDamage: settings.AllowDamage, ReserveBytes: SetApart), services.GetRequiredService<JournalMeter>()));
        builder.Services.AddSingleton<Replicas>().AddSingleton<JournalHealth>().AddSingleton<JournalMeter>().AddSingleton<CommandMeter>().AddSingleton<Settling>();
    }
}
