using System.Net;
using System.Net.NetworkInformation;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Tests.Inviting;

/// <summary>The address on the wall and in the QR code is one that phones in the room can reach.</summary>
[Rule("W3")]
public class FindingTheRoom
{
    private static readonly Wire
        Loopback = new("lo", NetworkInterfaceType.Loopback, false, [IPAddress.Loopback]),
        MadeUp = new("eth1", NetworkInterfaceType.Ethernet, false, [IPAddress.Parse("169.254.7.7")]),
        Tunnel = new("tun0", NetworkInterfaceType.Tunnel, true, [IPAddress.Parse("10.8.0.2")]),
        Disguised = new("Ethernet 3 TAP-Windows Adapter V9", NetworkInterfaceType.Ethernet, true, [IPAddress.Parse("10.9.0.2")]),
        Containers = new("docker0", NetworkInterfaceType.Ethernet, false, [IPAddress.Parse("172.17.0.1")]),
        Cable = new("eth0", NetworkInterfaceType.Ethernet, false, [IPAddress.Parse("10.0.0.9")]),
        Wifi = new("wlan0", NetworkInterfaceType.Wireless80211, true, [IPAddress.Parse("fe80::1"), IPAddress.Parse("192.168.1.20")]);

    [Fact]
    public void The_network_that_leads_out_comes_first_and_the_others_are_there_to_choose_from() =>
        Assert.Equal(["192.168.1.20", "10.0.0.9", "10.8.0.2", "10.9.0.2", "172.17.0.1"], Addresses.InRoom([Loopback, MadeUp, Tunnel, Disguised, Containers, Cable, Wifi]));

    [Fact]
    public void A_tunnel_is_better_than_nothing() => Assert.Equal(["10.8.0.2"], Addresses.InRoom([MadeUp, Tunnel]));

    [Fact]
    public void Without_a_network_there_is_none() => Assert.Empty(Addresses.InRoom([Loopback, MadeUp]));
}
