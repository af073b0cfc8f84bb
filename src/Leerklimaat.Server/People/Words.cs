using System.Security.Cryptography;
using System.Text;

namespace Leerklimaat.Server.People;

/// <summary>Codes of words that people can say to each other: two for a seat, five to get the facilitator's role back.</summary>
public static class Words
{
    private static readonly string[] All = Read();

    public static string Draw(int count) => string.Join(' ', RandomNumberGenerator.GetItems<string>(All, count));

    /// <summary>Case, dashes and spaces do not matter.</summary>
    public static string Normalize(string? typed) =>
        string.Join(' ', (typed ?? "").ToLowerInvariant().Split([' ', '-', '_', '.', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a table keeps of a personal code.</summary>
    public static string ProofOf(Guid workshop, string personalCode) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workshop:N} {Normalize(personalCode)}")));

    private static string[] Read()
    {
        using var words = typeof(Words).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(words);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
