using System.Globalization;

namespace Leerklimaat.Server.Live;

/// <summary>The stream of a page: server-sent events over a plain response.</summary>
public static class LiveEndpoint
{
    /// <summary>
    /// Answers with the stream of this audience. Call it only after having made sure that whoever asks belongs to the audience.
    /// </summary>
    /// <param name="mayLook">Whether whoever asked still belongs to it; the stream ends when not.</param>
    /// <param name="own">What is this page's own and nobody else's; nothing for a page that has no such part.</param>
    public static async Task Stream(HttpContext http, LiveFeed feed, Audience audience, Func<bool> mayLook, Func<Region?>? own = null)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.Body.FlushAsync(http.RequestAborted);

        var drawing = http.RequestServices.GetRequiredService<Drawing>();
        Func<byte[]>? drawOwn = own is null ? null : () => drawing.Own(audience.Language, own);
        var listener = new Listener(http.Response.BodyWriter, Seen(http), drawOwn, http.RequestAborted, mayLook);
        await using var gone = http.RequestAborted.Register(listener.End);
        await using var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(listener.End);
        await feed.Listen(audience, listener);
    }

    // Only what this feed has sent says what a page shows. A page that has just been drawn read its workshop and its tables one after the other: what
    // changed in between is in it or not, and no count of versions tells. It gets everything once.
    private static long Seen(HttpContext http) =>
        long.TryParse(http.Request.Headers["Last-Event-ID"].FirstOrDefault(), CultureInfo.InvariantCulture, out var seen) ? seen : -1;
}
