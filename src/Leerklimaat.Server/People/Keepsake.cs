using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.People;

/// <summary>What the server keeps for one browser, so that the browser itself needs one cookie only: what it leads, the personal codes of its seats, and the keys of its decks.</summary>
public sealed record Keepsake
{
    /// <summary>More than one person meets; of each kind the newest stay.</summary>
    public const int Most = 1_000;

    public static readonly Keepsake Empty = new();

    public IReadOnlyDictionary<Guid, KeptRole> Leads { get; init; } = new Dictionary<Guid, KeptRole>();

    public IReadOnlyDictionary<Guid, KeptCodes> Codes { get; init; } = new Dictionary<Guid, KeptCodes>();

    public IReadOnlyDictionary<Guid, KeptDeck> Decks { get; init; } = new Dictionary<Guid, KeptDeck>();

    public IReadOnlyList<string> CodesOf(TableId table) => Codes.TryGetValue(table.Value, out var kept) ? kept.Codes : [];

    public Keepsake WithRole(Guid workshop, LeadingRole leading, DateTimeOffset at) => this with { Leads = Newest(Leads, workshop, new(leading.KeyProof, leading.Key, leading.RecoveryCode, at), role => role.At, at) };

    public Keepsake WithCodes(Guid table, IEnumerable<string> codes, DateTimeOffset at) =>
        this with { Codes = Newest(Codes, table, new([.. codes.Distinct()], at), kept => kept.At, at) };

    public Keepsake WithDeck(Guid deck, string key, DateTimeOffset at) => this with { Decks = Newest(Decks, deck, new(key, at), kept => kept.At, at) };

    private static Dictionary<Guid, TKept> Newest<TKept>(IReadOnlyDictionary<Guid, TKept> known, Guid id, TKept kept, Func<TKept, DateTimeOffset> at, DateTimeOffset now) => known
        .Where(one => one.Key != id)
        .Append(new(id, kept))
        .Where(one => at(one.Value) > now - Cookies.Lifetime)
        .OrderByDescending(one => at(one.Value))
        .Take(Most)
        .ToDictionary(one => one.Key, one => one.Value);
}

/// <summary>That a browser leads a workshop, and since when.</summary>
public sealed record KeptRole(string KeyProof, string Key, string RecoveryCode, DateTimeOffset At);

/// <summary>The personal codes of a browser's seats at one table, and since when.</summary>
public sealed record KeptCodes(IReadOnlyList<string> Codes, DateTimeOffset At);

/// <summary>The key with which a browser comes to a deck that people made, and since when.</summary>
public sealed record KeptDeck(string Key, DateTimeOffset At);
