using System.ComponentModel.DataAnnotations;
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

        var host = IsLoopback(request.Host.Host) && InRoom() is [var address, ..] ? new HostString(address, request.Host.Port ?? 80) : request.Host;
        return $"{request.Scheme}://{host}";
    }

    public string ToJoin(HttpRequest request, JoinCode code) => $"{Of(request)}/{code}";

    public static ValidationResult? Check(string address) =>
        IPAddress.TryParse(address, out _) ? ValidationResult.Success : new($"Server:ClusterAddress '{address}' is not an address. Write it in numbers, for instance 10.0.0.5.");

    /// <summary>This machine's addresses in the networks that it is in, the room's most likely one first; none without a network.</summary>
    public static IReadOnlyList<string> InRoom() => InRoom(NetworkInterface.GetAllNetworkInterfaces().Where(network => network.OperationalStatus == OperationalStatus.Up).Select(Wire.Of));

    /// <summary>The network that leads out is the room's, and a cable or Wi-Fi goes before a tunnel to an office. An address that a machine made up for lack of one reaches nobody.</summary>
    public static IReadOnlyList<string> InRoom(IEnumerable<Wire> wires) =>
    [
        .. wires.OrderBy(wire => wire.Kind is NetworkInterfaceType.Ethernet or NetworkInterfaceType.GigabitEthernet or NetworkInterfaceType.Wireless80211 && !wire.IsVirtual ? 0 : 1).ThenBy(wire => wire.LeadsOut ? 0 : 1)
            .SelectMany(wire => wire.Addresses).Where(IsReachable).Select(address => address.ToString()).Distinct(),
    ];

    private static bool IsReachable(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address) && address.GetAddressBytes() is not [169, 254, ..];

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>One way in which this machine is in a network: a cable, Wi-Fi, or a tunnel.</summary>
/// <param name="LeadsOut">Whether it has a way out to other networks.</param>
public sealed record Wire(string Name, NetworkInterfaceType Kind, bool LeadsOut, IReadOnlyList<IPAddress> Addresses)
{
    // Programs that make networks of their own say they are a cable: virtual machines, containers, VPNs.
    private static readonly string[] Virtual = ["docker", "br-", "veth", "virbr", "vmnet", "vmware", "virtualbox", "vbox", "vethernet", "hyper-v", "tun", "tap", "utun", "wg", "ppp", "zt", "tailscale", "zerotier", "vpn", "wireguard", "cni", "flannel"];

    public bool IsVirtual => Virtual.Any(name => Name.Split(' ').Any(word => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    public static Wire Of(NetworkInterface network)
    {
        var properties = network.GetIPProperties();
        return new(
            $"{network.Name} {network.Description}", network.NetworkInterfaceType, properties.GatewayAddresses.Any(gateway => gateway.Address.AddressFamily == AddressFamily.InterNetwork && !gateway.Address.Equals(IPAddress.Any)),
            [.. properties.UnicastAddresses.Select(address => address.Address)]);
    }
}
