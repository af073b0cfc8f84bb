using System.Net;
using System.Net.Sockets;
using Leerklimaat.Server.Settings;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Leerklimaat.Server.Events;

/// <summary>The journal, and the cluster in which what is stored there comes to life.</summary>
public static class EventParts
{
    private const long SetApart = 16 * 1024 * 1024;

    private static int portsTried = Environment.ProcessId * 97;

    public static void AddJournal(this WebApplicationBuilder builder, ServerSettings settings) => builder.Services
        .AddSingleton<IEventStore>(services => new SqliteEventStore(
            Path.Combine(settings.DataFolder, "leerklimaat.db"), services.GetRequiredService<ILogger<SqliteEventStore>>(), new(AllowDamage: settings.AllowDamage, ReserveBytes: SetApart), services.GetRequiredService<JournalMeter>()))
        .AddSingleton<JournalHealth>().AddSingleton<JournalMeter>().AddSingleton<CommandMeter>();

    /// <summary>One process: the cluster is this machine alone and listens to nobody else.</summary>
    public static void AddCluster(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(PortOr(settings.SiloPort), PortOr(settings.GatewayPort), serviceId: "leerklimaat", clusterId: "leerklimaat")
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback));
        builder.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOfTheDomain, StoredJson.Options));
        builder.Logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Polly", LogLevel.Warning);
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
