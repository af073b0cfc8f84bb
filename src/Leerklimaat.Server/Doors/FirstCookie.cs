
namespace Leerklimaat.Server.Doors;

/// <summary>A browser that keeps no cookies would be a stranger again on the next page; it is told what is wrong instead.</summary>
public static class FirstCookie
{
    private const string Mark = "arrived";

    /// <summary>On to where somebody has just been let in. A browser that brought no cookie along yet shows on its way whether it keeps the one of now.</summary>
    public static IResult On(HttpContext http, string path) => Results.Redirect(http.Request.Cookies.Count == 0 ? $"{path}?{Mark}=1" : path);

    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Query.ContainsKey(Mark)) return next(http);
        if (http.Request.Cookies.Count == 0) return Troubles.Say(http, "CookiesOff", StatusCodes.Status400BadRequest);

        http.Response.Redirect(http.Request.Path);
        return Task.CompletedTask;
    }
}
