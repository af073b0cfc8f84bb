using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Server.Settings;

/// <summary>The port that the server listens on: the one that was asked for or, on a laptop, the next that is free. On a Mac another program has 5000.</summary>
public static class Ports
{
    private const int Tries = 20;

    /// <exception cref="SettingsException">Another program has the port.</exception>
    public static void AddPorts(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var asked = (builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = asked.Select(url => Free(url, mayMove: settings.Announce)).ToList();
        if (!found.SequenceEqual(asked)) builder.WebHost.UseUrls([.. found]);
    }

    private static string Free(string url, bool mayMove)
    {
        var address = BindingAddress.Parse(url);
        // A port of 0 is a free one already; a pipe has none.
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) return url;

        var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var named) ? named : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        var ports = Enumerable.Range(address.Port, mayMove ? Tries : 1).Where(port => port <= IPEndPoint.MaxPort);
        return ports.Where(port => IsFree(new(host, port))).Select(port => port == address.Port ? url : $"{address.Scheme}://{address.Host}:{port}").FirstOrDefault()
            ?? throw new SettingsException($"Another program listens on port {address.Port} of this machine. End it, or choose another port: --urls {address.Scheme}://{address.Host}:{address.Port + 1}");
    }

    private static bool IsFree(IPEndPoint place)
    {
        try
        {
            using var listener = new TcpListener(place);
            listener.Start();
            return true;
        }
        catch (SocketException trouble)
        {
            // Anything else, such as a right that is missing, is for the server itself to run into.
            return trouble.SocketErrorCode != SocketError.AddressAlreadyInUse;
        }
    }
}
