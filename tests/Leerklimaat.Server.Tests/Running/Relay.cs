using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>Passes on what comes to a port of this machine to somewhere else, and back.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly Uri to;

    public Relay(Uri to)
    {
        this.to = to;
        door.Start();
        _ = Open();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}");

    public void Dispose() => door.Dispose();

    private async Task Open()
    {
        try
        {
            while (true) _ = Pass(await door.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Nobody comes in any more.
        }
    }

    private async Task Pass(TcpClient caller)
    {
        using var _ = caller;
        using var called = new TcpClient();
        try
        {
            await called.ConnectAsync(to.Host, to.Port);
            var (here, there) = (caller.GetStream(), called.GetStream());
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        catch (Exception away) when (away is SocketException or IOException)
        {
            // The caller finds a connection that breaks, as it would without us.
        }
    }
}
