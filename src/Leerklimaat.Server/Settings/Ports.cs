using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Server.Settings;

/// <summary>The port that the server listens on: the one that was asked for or, on a laptop, the next that is free. On a Mac another program has 5000.</summary>
public static class Ports
{
    private const int Tries = 20;

    /// <exception cref="SettingsException">It cannot be listened there: another program has the port, say.</exception>
    public static void AddPorts(this WebApplicationBuilder builder, ServerSettings settings)
    {
        // Addresses of this section go before all others, and cannot be replaced.
        var own = builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        foreach (var url in own) Free(url, mayMove: false);
        if (own.Count > 0) return;

        var asked = Asked(builder.Configuration).ToList();
        var found = asked.Select(url => Free(url, mayMove: settings.Announce)).ToList();
        if (!found.SequenceEqual(asked)) builder.WebHost.UseUrls([.. found]);
    }

    /// <summary>What a server that was not let in at its port says: somebody may have taken it since it was looked at.</summary>
    public static string Sentence(Exception notStarted) => $"It cannot listen where it was told to: {notStarted.Message.TrimEnd('.')}. Choose another port: --urls http://127.0.0.1:5001";

    // As ASP.NET Core itself reads it: addresses, else ports in every network, as containers set them, else this one.
    private static IEnumerable<string> Asked(ConfigurationManager set) =>
        Parts(set[WebHostDefaults.ServerUrlsKey]) is { Length: > 0 } urls ? urls
        : Parts(set[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}").Concat(Parts(set[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}")).ToList() is { Count: > 0 } ports ? ports
        : ["http://localhost:5000"];

    private static string[] Parts(string? listed) => (listed ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Free(string url, bool mayMove)
    {
        var address = BindingAddress.Parse(url);
        // A port of 0 is a free one already; a pipe has none.
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) return url;

        // Where a machine has no IPv6, that "localhost" means both would be a warning at each start.
        var host = address.Host == "localhost" && TroubleAt(IPAddress.IPv6Loopback, address.Port) == SocketError.AddressNotAvailable ? "127.0.0.1" : address.Host;
        SocketError? trouble = null;
        foreach (var port in Enumerable.Range(address.Port, mayMove ? Tries : 1).Where(port => port <= IPEndPoint.MaxPort))
        {
            trouble = Places(host).Select(place => TroubleAt(place, port)).FirstOrDefault(one => one is not null);
            if (trouble is null) return (host, port) == (address.Host, address.Port) ? url : $"{address.Scheme}://{host}:{port}";
        }

        throw new SettingsException(trouble switch
        {
            SocketError.AccessDenied => $"The account of the server may not listen on port {address.Port}. Choose one above 1023: --urls {address.Scheme}://{address.Host}:5000",
            SocketError.AddressNotAvailable => $"This machine has no address {address.Host}. Choose another: --urls {address.Scheme}://127.0.0.1:{address.Port}",
            _ => $"Another program listens on port {address.Port} of this machine. End it, or choose another port: --urls {address.Scheme}://{address.Host}:{address.Port + 1}",
        });
    }

    // A name that is no address means every network to the server, whatever it says.
    private static IPAddress[] Places(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var named) ? [named]
        : host == "localhost" ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : [IPAddress.IPv6Any, IPAddress.Any];

    private static SocketError? TroubleAt(IPAddress place, int port)
    {
        try
        {
            using var listener = new TcpListener(place, port);
            listener.Start();
            return null;
        }
        catch (SocketException trouble) when (trouble.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            return trouble.SocketErrorCode;
        }
        catch (SocketException)
        {
            // Anything else, such as a kind of network that this machine has not, is for the server itself to run into.
            return null;
        }
    }
}
