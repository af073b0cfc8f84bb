using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.People;

/// <summary>The personal codes of the seats that a browser took, so that its owner can look them up again. Without that browser's cookie the server knows only their hashes.</summary>
public sealed class PersonalCodes(Keepsakes keepsakes)
{
    public Task Remember(HttpContext http, TableId table, string code) => keepsakes.Change(http, (kept, at) => kept.WithCodes(table.Value, [.. kept.CodesOf(table), code], at));

    public async Task<IReadOnlyList<string>> Find(HttpContext http, TableId table) => (await keepsakes.Of(http)).CodesOf(table);
}
