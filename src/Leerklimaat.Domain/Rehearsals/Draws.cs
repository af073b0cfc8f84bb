using System.Buffers.Binary;
using System.Globalization;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>
/// Chance without a dice: the same question always gets the same answer, another question an unrelated one. So what a stand-in does follows from
/// who it is and what it sees, also after a restart of the server.
/// </summary>
public readonly record struct Draws(ulong Seed)
{
    public static Draws From(Guid id) => new Draws(0).For(id.ToString("N"));

    /// <summary>The chances of a part of something: of one person at a table, of one round of a person.</summary>
    public Draws For(string part) => new(Mixed(part));

    public Draws For(int number) => For(number.ToString(CultureInfo.InvariantCulture));

    /// <returns>From 0 up to, and not including, 1.</returns>
    public double Of(string about) => (Mixed(about) >> 11) / (double)(1UL << 53);

    public int Number(string about, int below) => (int)(Of(about) * below);

    public bool Happens(string about, double chance) => Of(about) < chance;

    public TItem One<TItem>(string about, IReadOnlyList<TItem> items) => items[Number(about, items.Count)];

    public Guid Id(string about)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Mixed(about + "-1"));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Mixed(about + "-2"));
        return new(bytes);
    }

    // FNV-1a over the letters, and the last step of SplitMix64 so that every bit depends on all of them.
    private ulong Mixed(string about)
    {
        var hash = Seed ^ 14_695_981_039_346_656_037;
        foreach (var letter in about) hash = (hash ^ letter) * 1_099_511_628_211;

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
