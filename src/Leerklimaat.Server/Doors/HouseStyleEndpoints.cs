using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Doors;

/// <summary>The files of the house style, which every page asks for.</summary>
public static class HouseStyleEndpoints
{
    public static void MapHouseStyle(this IEndpointRouteBuilder app) => app.MapGet("/house-style/{mark}/{name}", (HttpContext http, HouseStyle style) => Show(http, style)).Behind(Door.Anybody);

    private static IResult Show(HttpContext http, HouseStyle style)
    {
        if (new[] { style.Logo, style.Tokens }.FirstOrDefault(file => file?.Address == http.Request.Path.Value) is not { } file) return Results.NotFound();

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // A drawing may have scripts; opened by itself it runs none of them.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.Bytes(file.Content, file.Type);
    }
}
