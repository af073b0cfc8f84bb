using System.Security.Cryptography;
using Leerklimaat.Domain.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace Leerklimaat.Server.People;

/// <summary>The personal codes of the seats that a browser took, so that its owner can look them up again. The server keeps only their hashes.</summary>
public sealed class PersonalCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("PersonalCode.1");

    public void Remember(HttpContext http, TableId table, string code) =>
        http.Response.Cookies.Append(NameFor(table), protector.Protect(string.Join('|', Find(http, table).Append(code))), Cookies.Lasting(http));

    public IReadOnlyList<string> Find(HttpContext http, TableId table)
    {
        if (!http.Request.Cookies.TryGetValue(NameFor(table), out var cookie)) return [];

        try
        {
            return protector.Unprotect(cookie).Split('|');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string NameFor(TableId table) => $"plek-{table.Value:N}";
}
