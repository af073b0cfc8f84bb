using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Doors;

/// <summary>The files of the house style, which every page asks for.</summary>
public static class HouseStyleEndpoints
{
    public static void MapHouseStyle(this WebApplication app)
    {
        var style = app.Services.GetRequiredService<HouseStyle>();
        foreach (var file in new[] { style.Logo, style.Tokens }.OfType<StyleFile>()) app.MapGet(file.Address, (HttpContext http) => Show(http, file)).Behind(Door.Anybody);
    }

    private static IResult Show(HttpContext http, StyleFile file)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // A drawing may have scripts; opened by itself it runs none of them.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        return Results.Bytes(file.Content, file.Type);
    }
}
