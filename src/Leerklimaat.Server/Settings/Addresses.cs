using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Leerklimaat.Domain.Workshops;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Settings;

/// <summary>The address that phones in the room use. On a laptop that is its address in the network, never <c>localhost</c>.</summary>
public sealed class Addresses(IOptions<ServerSettings> settings)
{
    public string Of(HttpRequest request)
    {
        if (settings.Value.PublicAddress.Length > 0) return settings.Value.PublicAddress.TrimEnd('/');

        var host = IsLoopback(request.Host.Host) && InRoom() is { } address ? new HostString(address, request.Host.Port ?? 80) : request.Host;
        return $"{request.Scheme}://{host}";
    }

    public string ToJoin(HttpRequest request, JoinCode code) => $"{Of(request)}/{code}";

    /// <summary>This machine's address in the room's network; nothing without a network.</summary>
    public static string? InRoom() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(address => address.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))?.ToString();

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
