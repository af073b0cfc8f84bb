using System.Net;
using System.Net.Sockets;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Settings;
using Orleans.Configuration;
using Orleans.Metadata;
using Orleans.Serialization;

namespace Leerklimaat.Server.Cluster;

/// <summary>What is stored in the journal comes to life in one process, or in several that share it.</summary>
public static class ClusterParts
{
    private const string Name = "leerklimaat";

    private static int portsTried = Environment.ProcessId * 97;

    public static void AddCluster(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var isAlone = settings.Storage.Length == 0;
        var address = IPAddress.Parse(isAlone ? "127.0.0.1" : settings.ClusterAddress);
        var (silo, gateway) = (PortOr(settings.SiloPort, address), PortOr(settings.GatewayPort, address));
        builder.Host.UseOrleans(orleans =>
        {
            if (isAlone) orleans.UseLocalhostClustering(silo, gateway, serviceId: Name, clusterId: Name).Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = address);
            else orleans.AddOthers(address, silo, gateway);
        });
        builder.Services.AddSingleton<Residents>().AddSingleton<IConfigureGrainContextProvider>(parts => parts.GetRequiredService<Residents>()).AddHostedService<HandingOver>();
        builder.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOfTheDomain, StoredJson.Options));
        // What could not be sent or woken it writes down with the name of the grain, which is the address of a table; whoever asked hears of it and we write that down. What it says of
        // the processes themselves names none.
        builder.Logging.AddFilter("Orleans", LogLevel.Critical).AddFilter("Orleans.Runtime.MembershipService", LogLevel.Error).AddFilter("Polly", LogLevel.None);
    }

    /// <summary>As measured (<c>docs/decisions/0017</c>): a process that was killed is known to be lost within four seconds, and one that was busy for so long is not.</summary>
    private static void AddOthers(this ISiloBuilder orleans, IPAddress address, int silo, int gateway)
    {
        orleans
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Name, Name))
            .Configure<EndpointOptions>(endpoint => (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (address, silo, gateway))
            .Configure<ClusterMembershipOptions>(membership =>
            {
                // Votes wait for the longest probe times the limit: with that as it is by itself, a frozen process holds its tables for a minute.
                (membership.ProbeTimeout, membership.MaxProbeTimeout, membership.NumMissedProbesLimit) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 3);
                (membership.TableRefreshTimeout, membership.IAmAliveTablePublishTimeout) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5));
            })
            // A question is answered within milliseconds; one that was lost on its way is asked again the sooner.
            .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(6))
            // Or who asked from another process hears nothing of what went wrong, and waits until it is too late: the cause is one of the database's.
            .Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.UnionWith(["Leerklimaat", "Npgsql"]))
            .AddOutgoingGrainCallFilter<AskingAfar>();
        orleans.Services.AddSingleton<IMembershipTable, PostgresMembership>().AddHostedService<FindingAgain>();
    }

    private static bool IsOfTheDomain(Type type) => type.Namespace?.StartsWith("Leerklimaat.Domain", StringComparison.Ordinal) == true;

    private static int PortOr(int port, IPAddress address) => port != 0 ? port : FreePort(address);

    // Below those that the machine gives to connections by itself: such a port may be taken again between looking and listening.
    private static int FreePort(IPAddress address)
    {
        const int first = 20_000, count = 12_000;
        while (true)
        {
            var port = first + (int)((uint)Interlocked.Increment(ref portsTried) % count);
            try
            {
                using var free = new TcpListener(address, port);
                free.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody listens there already: the next one.
            }
            catch (SocketException notHere)
            {
                throw new SettingsException($"Server:ClusterAddress {address} is not an address of this machine.", notHere);
            }
        }
    }
}
