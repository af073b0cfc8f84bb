namespace Leerklimaat.Server.Doors;

/// <summary>HTTP allows a Host header with nothing in it, and a page cannot be drawn without an address to stand at: then it is this machine's own.</summary>
public static class HostGuard
{
    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host.Length == 0) http.Request.Host = new("localhost", http.Connection.LocalPort);
        return next(http);
    }
}
