using System.Globalization;
using Leerklimaat.Server.People;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

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

    /// <summary>What is said in a language, whatever the reader's is.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static void AddTexts(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<IStringLocalizer<Phrases>, Phrasebook>().Configure<RequestLocalizationOptions>(Configure);

    public static IEndpointConventionBuilder MapLanguages(this IEndpointRouteBuilder app) => app.MapPost("/language", (HttpContext http) =>
    {
        var chosen = All.Contains(http.Request.Form["language"].ToString()) ? http.Request.Form["language"].ToString() : "nl";
        http.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), Cookies.Lasting(http));
        var back = http.Request.Form["back"].ToString();
        return Results.LocalRedirect(IsOurs(back) ? back : "/");
    });

    /// <summary>A page of ours, written as addresses are: a browser reads a backslash as a slash, and a header holds plain ASCII only.</summary>
    private static bool IsOurs(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && back.All(character => character is > ' ' and < '\x7F' and not '\\');
}
