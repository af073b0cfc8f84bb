using Leerklimaat.Server.Events;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Tending;

/// <summary>What is stored, wherever the settings say that it is, for a host who tends it while no server, or another one, is at it.</summary>
public sealed class Storage : IAsyncDisposable
{
    private readonly ServerSettings settings;
    private readonly List<IAsyncDisposable> owned = [];

    private Storage(ServerSettings settings, IEventStore journal, IFiles files) => (this.settings, Journal, Files) = (settings, journal, files);

    public IEventStore Journal { get; }

    public IFiles Files { get; }

    /// <summary>Where it is, for people; without a password.</summary>
    public string Place => settings.Storage.Length == 0 ? Path.GetFullPath(settings.DataFolder) : "the database of Server:Storage";

    /// <summary>The same settings as the server has: from the environment and from what was typed.</summary>
    public static ServerSettings SettingsFrom(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("Server").Get<ServerSettings>() ?? new();

    public static bool IsThere(ServerSettings settings) => settings.Storage.Length > 0 || File.Exists(JournalOf(settings));

    /// <exception cref="StoreUnavailableException">It cannot be opened or made.</exception>
    public static Storage Open(ServerSettings settings)
    {
        if (settings.Storage.Length == 0)
        {
            var journal = new SqliteEventStore(JournalOf(settings), NullLogger<SqliteEventStore>.Instance);
            return new(settings, journal, new FolderFiles(Options.Create(settings), TimeProvider.System)) { owned = { journal } };
        }

        var database = new PostgresDatabase(settings.Storage, NullLoggerFactory.Instance);
        var shared = new PostgresEventStore(database, NullLogger<PostgresEventStore>.Instance);
        return new(settings, shared, new PostgresFiles(database, TimeProvider.System)) { owned = { shared, database } };
    }

    public IJournalSnapshot Snapshot() => settings.Storage.Length == 0 ? new SqliteSnapshot(JournalOf(settings)) : new PostgresSnapshot(settings.Storage);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in owned) await one.DisposeAsync();
    }

    private static string JournalOf(ServerSettings settings) => Path.Combine(settings.DataFolder, "leerklimaat.db");
}
