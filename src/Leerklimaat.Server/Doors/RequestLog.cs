using System.Diagnostics;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// One line for each request, by the pattern of its address and never by the address itself: the address of a facilitator's private link holds
/// its key, and that of a workshop its code. What ASP.NET itself would say about addresses is switched off for the same reason.
/// </summary>
public static class RequestLog
{
    // Diagnostics also puts the address around every other line of a request, hence None.
    private static readonly (string Category, LogLevel Least)[] Quiet =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.Http.Result", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticAssets", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Warning),
    ];

    public static void AddRequestLog(this WebApplicationBuilder builder)
    {
        foreach (var (category, least) in Quiet) builder.Logging.AddFilter(category, least);
    }

    public static async Task Write(HttpContext http, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        await next(http);
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
        if (!log.IsEnabled(LogLevel.Information)) return;

        var pattern = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an address that is not there";
        log.LogInformation("{Method} {Pattern} was answered {Status} in {Milliseconds} ms", http.Request.Method, pattern, http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
