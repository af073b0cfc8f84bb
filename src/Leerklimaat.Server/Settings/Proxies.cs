using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Leerklimaat.Server.Settings;

/// <summary>Proxies in front of the server: what they say of who asks, and by https or not, is believed of these alone.</summary>
public static class Proxies
{
    /// <exception cref="SettingsException">There is something in the setting that is no address and no network.</exception>
    public static void AddProxies(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var known = settings.KnownProxies.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network).ToList();
        if (known.Count == 0) return;

        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in known) forwarded.KnownIPNetworks.Add(network);
        });
    }

    private static System.Net.IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(text, out var network) ? network
        : throw new SettingsException($"KnownProxies has \"{text}\", which is no address such as 127.0.0.1 and no network such as 10.0.0.0/8.");
}
