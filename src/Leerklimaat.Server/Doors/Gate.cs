using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Doors;

/// <summary>What each request goes through before it comes to a room.</summary>
public static class Gate
{
    private const int LargestForm = 32 * 1024;

    public static void AddGate(this WebApplicationBuilder builder)
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
        builder.Services.AddSingleton<PostGuard>();
        builder.Services.AddSingleton<IStartupFilter, HeadAsking>();
        // A question mark that cannot be read is answered with a page, not with an empty one.
        // What is asked for by an optional parameter is read by each room itself: of one that cannot be read, the generated binding says nothing.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    public static void UseGate(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization();
        app.Use(HostGuard.Check);
        app.Use(SecurityHeaders.Add);
        app.Use(RequestLog.Write);
        app.Use(Troubles.Answer);
        // A phone that is switched off does not say so: one that does not answer within half a minute is gone.
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
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
