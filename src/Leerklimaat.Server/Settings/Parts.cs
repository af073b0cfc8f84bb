using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Rehearsals;
using Microsoft.AspNetCore.DataProtection;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Leerklimaat.Server.Settings;

/// <summary>The parts of the server that depend on its settings.</summary>
public static class Parts
{
    private const long SetApart = 16 * 1024 * 1024;

    private static int portsTried = Environment.ProcessId * 97;

    public static void AddSettings(this WebApplicationBuilder builder, out ServerSettings settings)
    {
        var section = builder.Configuration.GetSection("Server");
        settings = section.Get<ServerSettings>() ?? new();
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new(settings), wrong, validateAllProperties: true)) throw new SettingsException(string.Join(' ', wrong.Select(one => one.ErrorMessage)));

        builder.Services.Configure<ServerSettings>(section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Addresses>().AddSingleton<RoomTime>();
    }

    public static void AddDecks(this WebApplicationBuilder builder, ServerSettings settings) =>
        builder.Services.AddSingleton(new DeckShelf(Path.Combine(AppContext.BaseDirectory, "decks"), settings.DeckFolder));

    public static void AddProgrammes(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(new ProgrammeShelf(Path.Combine(AppContext.BaseDirectory, "programmes")));

    public static void AddRehearsals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new ScriptShelf(Path.Combine(AppContext.BaseDirectory, "rehearsal"), services.GetRequiredService<DeckShelf>()));
        builder.Services.AddSingleton<RehearsalDesk>();
    }

    public static void AddJournal(this WebApplicationBuilder builder, ServerSettings settings) =>
        builder.Services.AddSingleton<IEventStore>(services => new SqliteEventStore(
            Path.Combine(settings.DataFolder, "leerklimaat.db"), services.GetRequiredService<ILogger<SqliteEventStore>>(), new(AllowDamage: settings.AllowDamage, ReserveBytes: SetApart)));

    /// <summary>One process: the cluster is this machine alone and listens to nobody else.</summary>
    public static void AddCluster(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(PortOr(settings.SiloPort), PortOr(settings.GatewayPort), serviceId: "leerklimaat", clusterId: "leerklimaat")
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback));
        builder.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOfTheDomain, StoredJson.Options));
        builder.Logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Polly", LogLevel.Warning);
    }

    public static void AddPeople(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.Services.AddDataProtection().SetApplicationName("Leerklimaat").PersistKeysToFileSystem(PrivateFiles.Writable(Path.Combine(settings.DataFolder, "keys")));
        builder.Services.AddMemoryCache(cache => cache.SizeLimit = 100_000);
        builder.Services.AddSingleton<Visitors>().AddSingleton<Facilitators>().AddSingleton<PersonalCodes>().AddSingleton<EarlierCookies>().AddSingleton<Guesses>().AddSingleton<Bursts>();
        builder.Services.AddSingleton<Keepsakes>().AddHostedService(services => services.GetRequiredService<Keepsakes>());
    }

    private static bool IsOfTheDomain(Type type) => type.Namespace?.StartsWith("Leerklimaat.Domain", StringComparison.Ordinal) == true;

    private static int PortOr(int port) => port != 0 ? port : FreePort();

    // Below those that the machine gives to connections by itself: such a port may be taken again between looking and listening.
    private static int FreePort()
    {
        const int first = 20_000, count = 12_000;
        while (true)
        {
            var port = first + (int)((uint)Interlocked.Increment(ref portsTried) % count);
            try
            {
                using var free = new TcpListener(IPAddress.Loopback, port);
                free.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there already: the next one.
            }
        }
    }
}

/// <summary>A setting has a value with which the server cannot work.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException() { }

    public SettingsException(string message) : base(message) { }

    public SettingsException(string message, Exception inner) : base(message, inner) { }
}
