using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Leerklimaat.Browser.Tests;

/// <summary>
/// The connection between one phone and the server, which can be cut. Chromium's own offline mode belongs to a page and ends for a moment when
/// that page is replaced; what the page had waiting is sent in that moment. A wire that is cut stays cut.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> ends = new();
    private readonly Uri server;
    private readonly Task running;
    private volatile bool cut;

    public Wire(Uri server)
    {
        this.server = server;
        listener.Start();
        running = Run();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}/");

    /// <summary>Breaks what is connected and refuses what comes.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var end in ends.Keys) end.Close();
    }

    public void Mend() => cut = false;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        await running;
    }

    private async Task Run()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(Carry(await listener.AcceptTcpClientAsync()));
        }
        catch (SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Carry(TcpClient phone)
    {
        using var there = new TcpClient();
        using (phone)
        {
            ends[phone] = ends[there] = default;
            try
            {
                if (cut) return;
                await there.ConnectAsync(server.Host, server.Port);
                if (cut) return;
                await Task.WhenAny(phone.GetStream().CopyToAsync(there.GetStream()), there.GetStream().CopyToAsync(phone.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // That is what a cut wire does.
            }
            finally
            {
                ends.TryRemove(phone, out _);
                ends.TryRemove(there, out _);
            }
        }
    }
}
