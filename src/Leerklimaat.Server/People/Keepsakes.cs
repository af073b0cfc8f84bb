using System.Security.Cryptography;
using System.Text.Json;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.People;

/// <summary>Keeps a file for each browser that leads or plays. It is named and encrypted after the secret in that browser's cookie, so that without the cookie nobody reads it, who has the data folder neither.</summary>
public sealed class Keepsakes(Visitors visitors, IOptions<ServerSettings> settings, TimeProvider time) : BackgroundService
{
    private const int NonceLength = 12, TagLength = 16;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(6);

    // Two requests of one browser do not overwrite each other; hundreds of browsers do not wait for one disk in a row.
    private readonly Lock[] locks = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    private string Folder => Path.Combine(settings.Value.DataFolder, "kept");

    /// <summary>What this browser left here; once for each request.</summary>
    public Keepsake Of(HttpContext http)
    {
        if (http.Items[typeof(Keepsake)] is Keepsake known) return known;

        var kept = visitors.Find(http) is { } visitor ? Read(visitor) : Keepsake.Empty;
        http.Items[typeof(Keepsake)] = kept;
        return kept;
    }

    /// <summary>On disk when it returns. The browser's cookie lasts as long as what is kept by it.</summary>
    /// <exception cref="StoreUnavailableException">The disk is full, or the folder cannot be written to.</exception>
    public void Change(HttpContext http, Func<Keepsake, DateTimeOffset, Keepsake> change)
    {
        var visitor = visitors.Welcome(http);
        try
        {
            lock (locks[(uint)visitor.Device.GetHashCode() % (uint)locks.Length])
            {
                var kept = change(Read(visitor), time.GetUtcNow());
                Write(visitor, kept);
                http.Items[typeof(Keepsake)] = kept;
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("What a browser leaves here could not be kept.", trouble);
        }
    }

    /// <summary>Removes what no browser came back for within the life of its cookie.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Folder)) return;

        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.GetUtcNow() - Cookies.Lifetime)) file.Delete();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, time);
        do
        {
            try
            {
                Sweep();
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be removed now is found again by the next sweep.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Keepsake Read(Visitor visitor)
    {
        try
        {
            var written = File.ReadAllBytes(PathOf(visitor)).AsSpan();
            var plain = new byte[written.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(visitor.KeyFor("keepsake"), TagLength);
            cipher.Decrypt(written[..NonceLength], written[(NonceLength + TagLength)..], written[NonceLength..(NonceLength + TagLength)], plain);
            return JsonSerializer.Deserialize<Keepsake>(plain) ?? Keepsake.Empty;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException or CryptographicException or ArgumentException or OverflowException or JsonException)
        {
            // Damaged is as good as lost: the private link and the recovery code still give the role.
            return Keepsake.Empty;
        }
    }

    /// <summary>Beside it first, then in its place: after a crash it is there whole, old or new.</summary>
    private void Write(Visitor visitor, Keepsake kept)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(kept);
        var written = new byte[NonceLength + TagLength + plain.Length];
        var nonce = written.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(visitor.KeyFor("keepsake"), TagLength);
        cipher.Encrypt(nonce, plain, written.AsSpan(NonceLength + TagLength), written.AsSpan(NonceLength, TagLength));

        Directory.CreateDirectory(Folder);
        var beside = $"{PathOf(visitor)}.{Guid.NewGuid():N}";
        using (var file = new FileStream(beside, FileOptions()))
        {
            file.Write(written);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, PathOf(visitor), overwrite: true);
    }

    private static FileStreamOptions FileOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private string PathOf(Visitor visitor) => Path.Combine(Folder, Convert.ToHexStringLower(visitor.KeyFor("keepsake name")));
}
