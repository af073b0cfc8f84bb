using System.Security.Cryptography;
using Leerklimaat.Domain.Tables;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;

namespace Leerklimaat.Server.People;

/// <summary>Gives each browser its signed cookie and knows it again by it.</summary>
public sealed class Visitors(IDataProtectionProvider protection, IMemoryCache known)
{
    private const string CookieName = "leerklimaat";

    private readonly IDataProtector protector = protection.CreateProtector("Visitor.1");

    /// <summary>Who is asking; nothing when there is no cookie or somebody tampered with it.</summary>
    public Visitor? Find(HttpContext http)
    {
        if (http.Items[typeof(Visitor)] is Visitor welcomed) return welcomed;
        if (!http.Request.Cookies.TryGetValue(CookieName, out var cookie)) return null;
        if (known.TryGetValue(cookie, out Visitor? visitor)) return visitor;

        visitor = Read(cookie);
        if (visitor is not null) known.Set(cookie, visitor, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return visitor;
    }

    /// <summary>Who is asking; a browser that comes for the first time gets its cookie now.</summary>
    public Visitor FindOrWelcome(HttpContext http) => Find(http) ?? Welcome(http);

    /// <summary>The same; its cookie lasts as long from now as it does for who comes for the first time.</summary>
    public Visitor Welcome(HttpContext http)
    {
        if (Find(http) is not { } visitor) http.Items[typeof(Visitor)] = visitor = new(new(Guid.NewGuid()), Guid.NewGuid());
        // Twice in one answer would be two cookies.
        if (http.Items.TryAdd(CookieName, true)) http.Response.Cookies.Append(CookieName, Write(visitor), Cookies.Lasting(http));
        return visitor;
    }

    private string Write(Visitor visitor) => Convert.ToBase64String(protector.Protect([.. visitor.Device.Value.ToByteArray(), .. visitor.Secret.ToByteArray()]));

    private Visitor? Read(string cookie)
    {
        try
        {
            var plain = protector.Unprotect(Convert.FromBase64String(cookie));
            return new(new DeviceId(new Guid(plain.AsSpan(0, 16))), new Guid(plain.AsSpan(16, 16)));
        }
        catch (Exception tampered) when (tampered is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>How every cookie of ours is set: never readable by scripts, never sent along from another site's post.</summary>
public static class Cookies
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    public static CookieOptions Lasting(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = "/",
    };
}
