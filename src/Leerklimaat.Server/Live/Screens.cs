using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Live;

/// <summary>Everything that draws pages and keeps them live, and what stands before each request.</summary>
public static class Screens
{
    private const int LargestForm = 32 * 1024;

    public static void AddScreens(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            // A browser that had a cookie for each workshop, up to the most that browsers keep, comes in once more; see EarlierCookies.
            kestrel.Limits.MaxRequestHeadersTotalSize = 96 * 1024;
        });
        builder.AddRequestLog();
        builder.Services.AddSingleton<Pens>();
        builder.Services.AddSingleton<IStringLocalizer<Phrases>, Phrasebook>();
        builder.Services.AddSingleton<PostGuard>();
        // A question mark that cannot be read is answered with a page, not with an empty one.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddSingleton<JournalHealth>().AddHealthChecks().AddCheck<JournalHealth>("journal");
        builder.Services.Configure<RequestLocalizationOptions>(Languages.Configure);

        builder.Services.AddSingleton<Newest>().AddSingleton<Drawing>().AddSingleton<Watching>().AddSingleton<LiveFeed>().AddHostedService(services => services.GetRequiredService<LiveFeed>());
    }

    public static void UseScreens(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization();
        app.Use(HostGuard.Check);
        app.Use(SecurityHeaders.Add);
        app.Use(RequestLog.Write);
        app.Use(Troubles.Answer);
        app.Use(app.Services.GetRequiredService<PostGuard>().Check);
        var earlier = app.Services.GetRequiredService<EarlierCookies>();
        app.Use(earlier.Check);
        app.Use(FirstCookie.Check);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(FormReading.Read);
        app.MapStaticAssets().AllowAnonymous();
    }
}
