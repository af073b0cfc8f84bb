using System.Threading.RateLimiting;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Programmes;

/// <summary>How much room pictures may take: of one workshop, from one browser in a day, of all together, and of what the journal needs to go on.</summary>
public sealed class PictureSpace(IOptions<ServerSettings> settings, Visitors visitors, IStringLocalizer<Phrases> say) : IDisposable
{
    private const int Kilobyte = 1024, Megabyte = 1024 * 1024;

    // One at a time, so that two who save at once do not both fit in the last bit of room.
    private readonly SemaphoreSlim one = new(1);

    private readonly PartitionedRateLimiter<string> browsers = PartitionedRateLimiter.Create<string, string>(browser =>
        RateLimitPartition.GetFixedWindowLimiter(browser, _ => new() { PermitLimit = settings.Value.PicturesPerBrowser * Kilobyte, Window = TimeSpan.FromDays(1) }));

    /// <returns>Nothing when it was kept, or why there is no room.</returns>
    public async Task<string?> Take(HttpContext http, string folder, int bytes, Func<Task> keep)
    {
        await one.WaitAsync();
        try
        {
            if (WhyNot(folder, bytes) is { } full) return full;

            using var lease = browsers.AttemptAcquire(BrowserOf(http), Math.Min(bytes / Kilobyte + 1, settings.Value.PicturesPerBrowser * Kilobyte));
            if (!lease.IsAcquired) return say["Picture.ManyToday", settings.Value.PicturesPerBrowser];

            await keep();
            return null;
        }
        catch (IOException)
        {
            return say["Picture.NoRoom"].Value;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        one.Dispose();
        browsers.Dispose();
    }

    private string? WhyNot(string folder, int bytes)
    {
        var limits = settings.Value;
        if (Size(folder) + bytes > (long)limits.PicturesPerWorkshop * Megabyte) return say["Picture.WorkshopFull", limits.PicturesPerWorkshop].Value;
        if (Size(Path.GetDirectoryName(folder)!) + bytes > (long)limits.PicturesInAll * Megabyte) return say["Picture.NoRoom"].Value;
        return new DriveInfo(Path.GetFullPath(limits.DataFolder)).AvailableFreeSpace - bytes < (long)limits.SpaceToKeep * Megabyte ? say["Picture.NoRoom"].Value : null;
    }

    private static long Size(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;

    // Who leads has no cookie of a visitor until they sit down somewhere; then all behind one address count together.
    private string BrowserOf(HttpContext http) => visitors.Find(http) is { } visitor ? visitor.Device.ToString() : http.Connection.RemoteIpAddress?.ToString() ?? "";
}
