using System.Buffers;
using System.Globalization;

namespace Leerklimaat.Server.Pages;

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

/// <summary>Answers with drawn markup.</summary>
public sealed class Page : IResult
{
    private readonly Markup markup;
    private readonly int status;

    private Page(Markup markup, int status) => (this.markup, this.status) = (markup, status);

    public static IResult Of(Markup markup, int status = StatusCodes.Status200OK) => new Page(markup, status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var pen = httpContext.RequestServices.GetRequiredService<Pens>().Take();
        // Drawn whole before anything is sent: what cannot be drawn is answered with a page that says so.
        pen.Draw(markup);
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "text/html; charset=utf-8", pen.Drawn.Length);
        response.BodyWriter.Write(pen.Drawn);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
