using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Leerklimaat.Server.Live;

/// <summary>What every page needs beside its view.</summary>
/// <param name="Now">The server's time, by which the page sets its clock; the phone's own may be wrong.</param>
public sealed record PageFrame(string Language, string Path, DateTimeOffset Now)
{
    public static PageFrame Of(HttpContext http) => new(
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        http.Request.Path,
        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>A fresh id for the commands of a form that is sent without scripts.</summary>
    public Guid Command { get; } = Guid.NewGuid();
}

/// <summary>Answers with a drawn component.</summary>
public static class Page
{
    public static RazorComponentResult Of<TComponent>(object parameters, int status = StatusCodes.Status200OK) where TComponent : IComponent =>
        new(typeof(TComponent), parameters) { StatusCode = status, PreventStreamingRendering = true };

    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
