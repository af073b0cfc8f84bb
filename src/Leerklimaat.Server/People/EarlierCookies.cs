using System.Security.Cryptography;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;
using Microsoft.AspNetCore.DataProtection;

namespace Leerklimaat.Server.People;

/// <summary>Until version 0.1 a browser had a cookie for each workshop that it leads and each table that it sits at. What stands in them moves into its keepsake.</summary>
public sealed class EarlierCookies(IDataProtectionProvider protection, Keepsakes keepsakes, ILogger<EarlierCookies> logger)
{
    private const string OfRole = "leidt-", OfTable = "plek-";

    private readonly IDataProtector roles = protection.CreateProtector("Facilitator.1"), codes = protection.CreateProtector("PersonalCode.1");

    public async Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Cookies.Any(IsEarlier)) await FoldIn(http, [.. http.Request.Cookies.Where(IsEarlier)]);
        await next(http);
    }

    private static bool IsEarlier(KeyValuePair<string, string> cookie) => cookie.Key.StartsWith(OfRole, StringComparison.Ordinal) || cookie.Key.StartsWith(OfTable, StringComparison.Ordinal);

    private async Task FoldIn(HttpContext http, List<KeyValuePair<string, string>> earlier)
    {
        try
        {
            await keepsakes.Change(http, (kept, at) => earlier.Aggregate(kept, (all, cookie) => With(all, cookie.Key, cookie.Value, at)));
            foreach (var cookie in earlier) http.Response.Cookies.Delete(cookie.Key, Cookies.Lasting(http));
        }
        catch (StoreUnavailableException full)
        {
            logger.LogWarning(full, "The earlier cookies of a browser stay where they are");
        }
    }

    // What is kept already is newer than the cookie.
    private Keepsake With(Keepsake kept, string name, string cookie, DateTimeOffset at)
    {
        if (!Guid.TryParse(name.AsSpan(name.IndexOf('-', StringComparison.Ordinal) + 1), out var id)) return kept;
        if (name.StartsWith(OfTable, StringComparison.Ordinal)) return Read(codes, cookie) is { } known ? kept.WithCodes(id, [.. known, .. kept.CodesOf(new TableId(id))], at) : kept;
        return !kept.Leads.ContainsKey(id) && Read(roles, cookie) is [var proof, var key, var recovery] ? kept.WithRole(id, new(proof, key, recovery), at) : kept;
    }

    private static string[]? Read(IDataProtector protector, string cookie)
    {
        try
        {
            return protector.Unprotect(cookie).Split('|');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
