using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

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
        var pattern = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an address that is not there";
        // Only where somebody traces: of a span the framework itself says nothing of what was asked.
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
        {
            span.DisplayName = $"{http.Request.Method} {pattern}";
            span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", pattern).SetTag("http.response.status_code", http.Response.StatusCode);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
        }

        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
        if (!log.IsEnabled(LogLevel.Information)) return;

        log.LogInformation("{Method} {Pattern} was answered {Status} in {Milliseconds} ms", http.Request.Method, pattern, http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
