using System.Globalization;
using System.IO.Pipelines;

namespace Leerklimaat.Server.Live;

/// <summary>The stream of a page: server-sent events over a plain response, or by a socket.</summary>
public static class LiveEndpoint
{
    /// <summary>
    /// Answers with the stream of this audience to whoever came in by the door of its address. The same rule is asked again with each change, and the
    /// stream ends when it lets them in no more.
    /// </summary>
    /// <param name="own">What is this page's own and nobody else's; nothing for a page that has no such part.</param>
    public static async Task Stream(HttpContext http, LiveFeed feed, Audience audience, Func<IReadOnlyList<Region>>? own = null)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await using var socket = await LiveSocket.Accept(http);
            await Listen(http, feed, audience, own, socket.Writer, socket.Read);
            return;
        }

        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Listen(http, feed, audience, own, http.Response.BodyWriter);
    }

    /// <summary>
    /// Says of an answer which version of the stream it shows. What the stream said before can reach the page after it, and must not take its place.
    /// </summary>
    public static void Shows(this HttpResponse answer, long version) => answer.Headers["Leerklimaat-Version"] = version.ToString(CultureInfo.InvariantCulture);

    private static async Task Listen(HttpContext http, LiveFeed feed, Audience audience, Func<IReadOnlyList<Region>>? own, PipeWriter connection, Action<Action>? read = null)
    {
        var drawing = http.RequestServices.GetRequiredService<Drawing>();
        var (mayLook, meter) = (http.RequestServices.GetRequiredService<IPorter>().StillAdmits(http), http.RequestServices.GetRequiredService<StreamMeter>());
        var listener = new Listener(connection, drawing.Seen(http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? SeenByAddress(http)), own is null ? null : Own(drawing, audience, own), http.RequestAborted, mayLook, meter, IsOnce(http));
        read?.Invoke(listener.End);
        await using var gone = http.RequestAborted.Register(listener.End);
        await using var stopping = http.RequestServices.GetRequiredService<OpenStreams>().Ended.Register(listener.End);
        await feed.Listen(audience, listener);
    }

    private static Func<Frame, byte[]> Own(Drawing drawing, Audience audience, Func<IReadOnlyList<Region>> regions)
    {
        IReadOnlyList<Region> shown = [];
        return frame =>
        {
            (shown, var news) = drawing.Own(audience, regions, frame, shown);
            return news;
        };
    }

    // Only what this feed has sent says what a page shows. A page that has just been drawn read its workshop and its tables one after the other: what
    // changed in between is in it or not, and no count of versions tells. It gets everything once. A browser can send no header with the request for a
    // socket, and what holds back streams may take headers away.
    private static string? SeenByAddress(HttpContext http) => http.WebSockets.IsWebSocketRequest || IsOnce(http) ? http.Request.Query["seen"].FirstOrDefault() : null;

    private static bool IsOnce(HttpContext http) => http.Request.Query.ContainsKey("once");
}
