namespace Leerklimaat.Server.Doors;

/// <summary>
/// Who asks for the head of a page alone, as link checkers and monitors do, gets what the page would get, and the server leaves its body out. It stands
/// before the choice of an endpoint, which knows pages by GET. A stream has no end, so of that there is no head.
/// </summary>
public sealed class HeadAsking : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Answer);
        next(app);
    };

    private static Task Answer(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method) && !http.Request.Path.Value!.EndsWith("/live", StringComparison.OrdinalIgnoreCase)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
