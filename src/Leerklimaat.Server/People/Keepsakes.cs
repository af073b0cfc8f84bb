using System.Security.Cryptography;
using System.Text.Json;
using Leerklimaat.Server.Keeping;

namespace Leerklimaat.Server.People;

/// <summary>Keeps a file for each browser that leads or plays. It is named and encrypted after the secret in that browser's cookie, so that without the cookie nobody reads it, who has the data neither.</summary>
public sealed class Keepsakes(Visitors visitors, IFiles files, TimeProvider time, ILogger<Keepsakes> logger) : BackgroundService
{
    private const int NonceLength = 12, TagLength = 16;

    private const string Folder = "kept";

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(6);

    /// <summary>What this browser left here; once for each request.</summary>
    public async ValueTask<Keepsake> Of(HttpContext http)
    {
        if (http.Items[typeof(Keepsake)] is Keepsake known) return known;

        var kept = visitors.Find(http) is { } visitor ? Read(visitor, await files.Read(Folder, NameOf(visitor))) : Keepsake.Empty;
        http.Items[typeof(Keepsake)] = kept;
        return kept;
    }

    /// <summary>Kept for good when it returns. The browser's cookie lasts as long as what is kept by it.</summary>
    /// <exception cref="Events.StoreUnavailableException">The disk is full, or the folder cannot be written to.</exception>
    public async Task Change(HttpContext http, Func<Keepsake, DateTimeOffset, Keepsake> change)
    {
        var visitor = visitors.Welcome(http);
        var kept = Keepsake.Empty;
        await files.Change(Folder, NameOf(visitor), before => Written(visitor, kept = change(Read(visitor, before), time.GetUtcNow())));
        http.Items[typeof(Keepsake)] = kept;
    }

    /// <summary>Removes what no browser came back for within the life of its cookie.</summary>
    public async Task Sweep()
    {
        var old = time.GetUtcNow() - Cookies.Lifetime;
        foreach (var file in await files.List(Folder))
        {
            if (file.Written < old) await files.Remove(Folder, file.Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, time);
        do
        {
            try
            {
                await Sweep();
            }
            catch (Events.StoreUnavailableException trouble)
            {
                logger.LogWarning(trouble, "What browsers left here could not be tidied; the next sweep tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static Keepsake Read(Visitor visitor, byte[]? written)
    {
        if (written is null) return Keepsake.Empty;

        try
        {
            var plain = new byte[written.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(visitor.KeyFor("keepsake"), TagLength);
            cipher.Decrypt(written.AsSpan(..NonceLength), written.AsSpan((NonceLength + TagLength)..), written.AsSpan(NonceLength, TagLength), plain);
            return JsonSerializer.Deserialize<Keepsake>(plain) ?? Keepsake.Empty;
        }
        catch (Exception damaged) when (damaged is CryptographicException or ArgumentException or OverflowException or JsonException)
        {
            // Damaged is as good as lost: the private link and the recovery code still give the role.
            return Keepsake.Empty;
        }
    }

    private static byte[] Written(Visitor visitor, Keepsake kept)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(kept);
        var written = new byte[NonceLength + TagLength + plain.Length];
        var nonce = written.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(visitor.KeyFor("keepsake"), TagLength);
        cipher.Encrypt(nonce, plain, written.AsSpan(NonceLength + TagLength), written.AsSpan(NonceLength, TagLength));
        return written;
    }

    private static string NameOf(Visitor visitor) => Convert.ToHexStringLower(visitor.KeyFor("keepsake name"));
}
