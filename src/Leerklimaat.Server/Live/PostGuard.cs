using Microsoft.AspNetCore.Antiforgery;

namespace Leerklimaat.Server.Live;

/// <summary>Stops a post that another site made a visitor's browser send: each post must bring back the token of one of our pages.</summary>
public static class PostGuard
{
    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method)) await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        await next(http);
    }
}
