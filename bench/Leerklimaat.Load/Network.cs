using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Load;

/// <summary>What lies between the phones and the server. All phones share it, so that a phone more costs this machine little.</summary>
public sealed class Network : IDisposable
{
    // One address has some 28,000 ports for connections to one server; a port is not free at once when its connection has gone.
    private const int PeoplePerAddress = 5_000;

    private readonly HttpClient[][] ways;
    private readonly bool knowsAddresses;
    private int given;

    /// <param name="people">So many phones will be on it.</param>
    /// <param name="knowsAddresses">Whether what is asked of one table or workshop goes to one process, as docs/proxy/nginx.conf has it. Otherwise each request goes to the next.</param>
    public Network(IReadOnlyList<Uri> servers, int people, bool knowsAddresses = true)
    {
        this.knowsAddresses = knowsAddresses;
        ways = [.. Enumerable.Range(1, 1 + (people - 1) / PeoplePerAddress).Select(number => servers.Select(server => Way(server, new IPAddress([127, 0, 0, (byte)number]))).ToArray())];
    }

    /// <summary>From how many addresses of this machine phones come.</summary>
    public int Addresses => ways.Length;

    public Phone NewPhone() => new(ways[(uint)Interlocked.Increment(ref given) % ways.Length], knowsAddresses);

    public void Dispose()
    {
        foreach (var way in ways.SelectMany(way => way)) way.Dispose();
    }

    private static HttpClient Way(Uri server, IPAddress from) => new(new SocketsHttpHandler
    {
        // Each phone brings its own.
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (wanted, gone) => await Connect(from, wanted.DnsEndPoint, gone),
    })
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromMinutes(2),
        DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } },
    };

    private static async Task<Stream> Connect(IPAddress from, DnsEndPoint to, CancellationToken gone)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, gone);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
