using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// The keys with which a wall and a table screen are opened on a machine that nobody leads from. They follow from a secret of the workshop, so that
/// the facilitator's page can always show them and a new secret ends them all.
/// </summary>
public static class ScreenKeys
{
    /// <summary>In the query of the address, so that with and without it the same page is asked for.</summary>
    public const string Field = "key";

    // It stands in what players are shown, and is asked for at each drawing of a table; it goes with the state that it follows from.
    private static readonly ConditionalWeakTable<Workshop, ConcurrentDictionary<TableId, string>> Known = [];

    public static string OfWall(Workshop workshop) => Of(workshop, "wall");

    public static string OfTable(Workshop workshop, TableId table) => Known.GetOrCreateValue(workshop).GetOrAdd(table, (_, asked) => Of(asked.Workshop, $"table {asked.Table.Value:N}"), (Workshop: workshop, Table: table));

    public static bool IsRight(string? given, string right) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    /// <summary>128 bits of an HMAC-SHA256: too many to guess.</summary>
    private static string Of(Workshop workshop, string screen) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(workshop.ScreenSecret), Encoding.UTF8.GetBytes(screen)).AsSpan(0, 16));
}
