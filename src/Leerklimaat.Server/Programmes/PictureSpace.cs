using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Programmes;

/// <summary>How much room pictures may take: of one workshop, from one browser in a day, of all together, and of what the journal needs to go on.</summary>
public sealed class PictureSpace(IFiles files, IOptions<ServerSettings> settings, Visitors visitors, IGrainFactory grains, HiddenNames names, IStringLocalizer<Phrases> say)
{
    private const int Kilobyte = 1024, Megabyte = 1024 * 1024;

    private readonly Counting browsers = new(grains, names, "kilobytes", settings.Value.PicturesPerBrowser * Kilobyte, TimeSpan.FromDays(1));

    /// <param name="root">Of the pictures of all workshops.</param>
    /// <param name="folder">Of those of this one.</param>
    /// <returns>Nothing when it was kept, or why there is no room.</returns>
    public async Task<string?> Take(HttpContext http, string root, string folder, string name, byte[] bytes)
    {
        var limits = settings.Value;
        if (!await browsers.TryCount(BrowserOf(http), Math.Min(bytes.Length / Kilobyte + 1, limits.PicturesPerBrowser * Kilobyte))) return say["Picture.ManyToday", limits.PicturesPerBrowser].Value;

        var full = await files.Add(folder, name, bytes, (folder, (long)limits.PicturesPerWorkshop * Megabyte), (root, (long)limits.PicturesInAll * Megabyte));
        if (full is null) return null;

        return full == folder ? say["Picture.WorkshopFull", limits.PicturesPerWorkshop].Value : say["Picture.NoRoom"].Value;
    }

    // Who leads has no cookie of a visitor until they sit down somewhere; then all behind one address count together.
    private string BrowserOf(HttpContext http) => visitors.Find(http) is { } visitor ? visitor.Device.ToString() : http.Connection.RemoteIpAddress?.ToString() ?? "";
}
