using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Leading;

/// <summary>
/// For <c>bin/run</c>: has a workshop ready, and prints where everything is. The link is kept in the data folder so that a second start
/// prints the same one.
/// </summary>
public static class FirstWorkshop
{
    private const string Kept = "facilitator-link.txt";

    public static async Task Announce(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<ServerSettings>>().Value;
        if (!settings.Announce) return;

        try
        {
            var files = app.Services.GetRequiredService<IFiles>();
            var link = await files.Read("", Kept) ?? await Keep(files, await Start(app));
            var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
            var found = Addresses.InRoom();
            var room = settings.PublicAddress.Length > 0 ? settings.PublicAddress : $"http://{found.FirstOrDefault("localhost")}:{port}";
            // Which of several is the room's, who stands there knows.
            var others = settings.PublicAddress.Length > 0 ? "" : string.Concat(found.Skip(1).Select(address => $"{Environment.NewLine}      or                 http://{address}:{port}"));
            Console.WriteLine($"""

                  Leerklimaat is running.
                  On this machine    http://localhost:{port}
                  Facilitator link   http://localhost:{port}{Encoding.UTF8.GetString(link)}
                  Phones in the room {room}{others}

                """);
        }
        catch (StoreUnavailableException trouble)
        {
            Console.Error.WriteLine($"The facilitator link could not be kept: {trouble.Message}");
        }
    }

    // Where two processes start at once, both print the link of the first.
    private static Task<byte[]> Keep(IFiles files, string link) => files.Change("", Kept, before => before ?? Encoding.UTF8.GetBytes(link));

    private static async Task<string> Start(WebApplication app)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        var title = app.Services.GetRequiredService<IStringLocalizer<Phrases>>()["Title.Default"];
        var (started, _) = await app.Services.GetRequiredService<Leadership>().Start(title, Template.Of(90)!, DeckShelf.Shipped, "nl", isDemo: false, Guid.NewGuid());
        return $"/lead/{started!.Id.Value}/{started.Leading.Key}";
    }
}
