using System.Security.Cryptography;

namespace Leerklimaat.Server.People;

/// <summary>The keys of decks that people made. A deck belongs to whoever has a link of it; what is kept with the deck is a hash of the key in that link.</summary>
public sealed class DeckKeys(Keepsakes keepsakes)
{
    public static string Draw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string ProofOf(string key) => Facilitators.ProofOf(key);

    public Task Remember(HttpContext http, Guid deck, string key) => keepsakes.Change(http, (kept, at) => kept.WithDeck(deck, key, at));

    /// <returns>Empty where this browser has none.</returns>
    public async Task<string> Of(HttpContext http, Guid deck) => (await keepsakes.Of(http)).Decks.TryGetValue(deck, out var kept) ? kept.Key : "";

    /// <summary>The decks that this browser came to, the newest first.</summary>
    public async Task<IReadOnlyList<Guid>> All(HttpContext http) => [.. (await keepsakes.Of(http)).Decks.OrderByDescending(kept => kept.Value.At).Select(kept => kept.Key)];
}
