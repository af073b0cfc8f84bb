using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.People;

/// <summary>
/// Who leads a workshop (W1). The role belongs to the workshop: whoever has the key of the private link or the recovery code has it, on
/// any device. What is kept for the browser has the key's hash, so that a renewed link ends the old one at once.
/// </summary>
public sealed class Facilitators(Keepsakes keepsakes)
{
    private const int SlowRounds = 10_000, EarlierRounds = 100_000;

    private const string Mark = "10000.";

    // A code of an earlier version takes a core for a while: whoever tries many of them takes one, and waits for themselves.
    private static readonly SemaphoreSlim Slowly = new(1);

    public static string ProofOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>A recovery code is words, so its hash is slow to try: for who found a journal, not for who comes in with it.</summary>
    public static string ProofOf(WorkshopId workshop, string recoveryCode) => Mark + Slow(workshop, recoveryCode, SlowRounds);

    public static async Task<bool> IsRecoveryCode(WorkshopId workshop, string words, string known)
    {
        if (known.StartsWith(Mark, StringComparison.Ordinal)) return Matches(ProofOf(workshop, words), known);

        await Slowly.WaitAsync();
        try
        {
            return Matches(await Task.Run(() => Slow(workshop, words, EarlierRounds)), known);
        }
        finally
        {
            Slowly.Release();
        }
    }

    public static bool Matches(string proof, string known) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(known));

    /// <summary>With a key of one's own: the first facilitator, or one who accepted an offer (W2).</summary>
    public static bool Leads(string proof, Workshop workshop) => Matches(proof, workshop.KeyProof) | workshop.Seconds.Any(second => Matches(proof, second));

    public Task Remember(HttpContext http, WorkshopId workshop, LeadingRole leading) => keepsakes.Change(http, (kept, at) => kept.WithRole(workshop.Value, leading, at));

    /// <summary>What this browser knows about leading this workshop; nothing when it does not lead it, or its link was renewed.</summary>
    public async Task<LeadingRole?> Find(HttpContext http, WorkshopId id, Workshop workshop) => workshop.Exists && await Known(http, id) is { } known && Leads(known.KeyProof, workshop) ? known : null;

    /// <summary>What this browser kept of leading this workshop, which may have ended since.</summary>
    public async Task<LeadingRole?> Known(HttpContext http, WorkshopId id) =>
        (await keepsakes.Of(http)).Leads.TryGetValue(id.Value, out var role) ? new(role.KeyProof, role.Key, role.RecoveryCode) : null;

    private static string Slow(WorkshopId workshop, string recoveryCode, int rounds) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Words.Normalize(recoveryCode), workshop.Value.ToByteArray(), rounds, HashAlgorithmName.SHA256, 32));
}

/// <summary>What a facilitator's browser keeps, so that the private link and the recovery code can be looked up on the device that started.</summary>
/// <param name="Key">Empty on a device that came in with the recovery code.</param>
/// <param name="RecoveryCode">Empty on a device that came in by the link.</param>
public sealed record LeadingRole(string KeyProof, string Key, string RecoveryCode)
{
    /// <summary>For pages that anybody may look at.</summary>
    public static readonly LeadingRole Nobody = new("", "", "");
}
