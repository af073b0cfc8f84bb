using System.Collections.Immutable;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>People set dots on what matters most to them (P3). How many there are where is not for anybody's eyes until the round is closed.</summary>
/// <param name="Each">How many dots a person has.</param>
public sealed record DotRound(int Number, int Each, bool IsOpen, ImmutableArray<Dot> Dots)
{
    public const int Most = 5;

    /// <summary>Half as many as there are entries, rounded up, at most five.</summary>
    public static int EachOf(int entries) => Math.Min(Most, (entries + 1) / 2);

    /// <summary>How many people have set at least one dot: this may be seen while they do.</summary>
    public int People => Dots.Select(dot => dot.Owner).Distinct().Count();

    public int SetBy(string owner) => Dots.Count(dot => dot.Owner == owner);

    public int SetBy(string owner, EntryId entry) => Dots.Count(dot => dot.Owner == owner && dot.Entry == entry);
}

/// <summary>One dot. Whose it is only its owner can prove: the owner is a hash of a secret that only that browser has.</summary>
public sealed record Dot(string Owner, EntryId Entry);
