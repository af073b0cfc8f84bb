using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// Stops a post that another site made a visitor's browser send, by what browsers themselves say of where it came from: <c>Sec-Fetch-Site</c>, and
/// <c>Origin</c> where that is not sent, as over plain HTTP in a room. A post that says neither comes from no browser of today and is refused.
/// The same holds for a WebSocket: a browser lets any site open one to us, with the cookie where it is sent, and read from it.
/// </summary>
public sealed class PostGuard(IOptions<ServerSettings> settings)
{
    /// <exception cref="ForeignPostException">It came from elsewhere.</exception>
    public Task Check(HttpContext http, RequestDelegate next) =>
        IsPage(http) || IsOurs(http.Request) ? next(http) : throw new ForeignPostException();

    private static bool IsPage(HttpContext http) => (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !http.WebSockets.IsWebSocketRequest;

    private bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        { Length: > 0 } => false,
        _ => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && (Is(origin, request.Host.Value) || (Uri.TryCreate(settings.Value.PublicAddress, UriKind.Absolute, out var known) && Is(origin, known.Authority))),
    };

    // The scheme is not compared: a proxy in front speaks HTTPS with the browser and HTTP with us.
    private static bool Is(Uri origin, string? host) => string.Equals(origin.Authority, host, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A form that was sent from no page of ours.</summary>
public sealed class ForeignPostException : Exception
{
    public ForeignPostException() { }

    public ForeignPostException(string message) : base(message) { }

    public ForeignPostException(string message, Exception inner) : base(message, inner) { }
}
