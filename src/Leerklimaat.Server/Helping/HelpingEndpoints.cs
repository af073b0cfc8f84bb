using System.Globalization;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Helping;

/// <summary>The pages that explain the others, for anybody.</summary>
public static class HelpingEndpoints
{
    public static void AddHelping(this WebApplicationBuilder builder) => builder.Services.AddSingleton(new HelpShelf(Path.Combine(AppContext.BaseDirectory, "help")));

    public static void MapHelping(this IEndpointRouteBuilder app)
    {
        var help = app.MapGroup("/help").Behind(Door.Anybody);
        help.MapGet("", (HttpContext http, HelpShelf shelf) => Page.Of(new GuidePage { Frame = PageFrame.Of(http), Shelf = shelf }));
        help.MapGet("/{topic}", (HttpContext http, HelpShelf shelf, string topic) =>
            shelf.Find(topic, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) is { } text ? Page.Of(new HelpPage { Frame = PageFrame.Of(http), Text = text }) : Results.NotFound());
    }
}
