namespace Leerklimaat.Server.Pages;

/// <summary>What draws pages.</summary>
public static class PageParts
{
    public static void AddPages(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Pens>().AddSingleton<Files>();
}
