using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Leerklimaat.Server.Live;

/// <summary>
/// A stream by a WebSocket, for a browser that has its six connections to us in use: the very bytes of the plain response, cut into messages anywhere.
/// The page says nothing by it.
/// </summary>
public sealed class LiveSocket(WebSocket socket) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource lost = new();
    private Task reading = Task.CompletedTask;

    public PipeWriter Writer { get; } = PipeWriter.Create(WebSocketStream.Create(socket, WebSocketMessageType.Binary));

    public static async Task<LiveSocket> Accept(HttpContext http) => new(await http.WebSockets.AcceptWebSocketAsync());

    /// <summary>Whatever the page says, that it leaves above all, ends the stream.</summary>
    public void Read(Action end) => reading = ReadToEnd(end);

    public async ValueTask DisposeAsync()
    {
        lost.CancelAfter(Farewell);
        try
        {
            // Waits for what is still on its way to a slow reader.
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, lost.Token);
            await reading;
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // Nobody is there any more to say it to.
        }

        socket.Dispose();
        lost.Dispose();
    }

    private async Task ReadToEnd(Action end)
    {
        try
        {
            await socket.ReceiveAsync(new Memory<byte>(new byte[1]), lost.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // A phone that is switched off says nothing.
        }
        finally
        {
            end();
        }
    }
}
