using System.Globalization;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Microsoft.AspNetCore.Localization;

namespace Leerklimaat.Server.Texts;

/// <summary>Dutch unless the reader chose English, or their browser asks for English and not for Dutch.</summary>
public static class Languages
{
    public const string CookieName = "taal";

    public static readonly string[] All = ["nl", "en"];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture("nl").AddSupportedCultures(All).AddSupportedUICultures(All);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }, new AcceptLanguageHeaderRequestCultureProvider()];
    }

    public static void MapLanguages(this IEndpointRouteBuilder app) => app.MapPost("/language", (HttpContext http) =>
    {
        var chosen = All.Contains(http.Request.Form["language"].ToString()) ? http.Request.Form["language"].ToString() : "nl";
        http.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), Cookies.Lasting(http));
        var back = http.Request.Form["back"].ToString();
        return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/");
    }).Behind(Door.Anybody);
}
