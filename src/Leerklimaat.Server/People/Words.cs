using System.Security.Cryptography;
using System.Text;

namespace Leerklimaat.Server.People;

/// <summary>
/// Codes of words that people can say to each other: four for a seat, five to get the facilitator's role back. There are 512 words, so four of them
/// are one of 69 thousand million, and five one of 35 million million.
/// </summary>
public static class Words
{
    public const int OfSeat = 4, OfRole = 5;

    // Makes who found a journal work for each code; who comes in with one waits about a millisecond.
    private const int SlowRounds = 2_000;

    private static readonly string[] All = Read();

    public static string Draw(int count) => string.Join(' ', RandomNumberGenerator.GetItems<string>(All, count));

    /// <summary>Case, dashes and spaces do not matter.</summary>
    public static string Normalize(string? typed) =>
        string.Join(' ', (typed ?? "").ToLowerInvariant().Split([' ', '-', '_', '.', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What seats got until they got four.</summary>
    public static bool AreTwo(string? typed) => Normalize(typed).Split(' ').Length <= 2;

    /// <summary>What a table keeps of a personal code. Those of two words, in journals of earlier versions, were kept by a quick hash.</summary>
    public static string ProofOf(Guid workshop, string personalCode) => Convert.ToHexStringLower(AreTwo(personalCode)
        ? SHA256.HashData(Encoding.UTF8.GetBytes($"{workshop:N} {Normalize(personalCode)}"))
        : Rfc2898DeriveBytes.Pbkdf2(Normalize(personalCode), workshop.ToByteArray(), SlowRounds, HashAlgorithmName.SHA256, 32));

    private static string[] Read()
    {
        using var words = typeof(Words).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(words);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
