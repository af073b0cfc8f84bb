using System.Diagnostics.CodeAnalysis;

namespace Leerklimaat.Domain.Workshops;

/// <summary>Six characters with which everybody joins, from an alphabet in which nothing looks like something else (W3).</summary>
public readonly record struct JoinCode
{
    /// <summary>Without 0/O and 1/I/L.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Length = 6;

    private JoinCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>As people read it to each other: two groups of three.</summary>
    public string Spoken => $"{Value[..3]} {Value[3..]}";

    /// <summary>Reads what somebody typed: any case, with or without spaces, dashes or the address around it.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out JoinCode? code)
    {
        var plain = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        code = plain.Length == Length && plain.All(Alphabet.Contains) ? new JoinCode(plain) : null;
        return code is not null;
    }

    /// <summary>A code from numbers that the server drew by chance, one for each character.</summary>
    public static JoinCode From(ReadOnlySpan<byte> drawn)
    {
        var characters = new char[Length];
        for (var i = 0; i < Length; i++) characters[i] = Alphabet[drawn[i] % Alphabet.Length];
        return new(new string(characters));
    }

    public override string ToString() => Value;
}
