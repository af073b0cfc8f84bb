using System.Buffers.Binary;

namespace Leerklimaat.Simulation;

/// <summary>
/// The luck of one part of a world, or of one moment of it. Each has its own, so that what one does says nothing of the luck of another, and a seed replays whatever order equals come in: that of
/// the keys of a dictionary differs from run to run.
/// </summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014), because a world asks for luck at many moments and needs little of each.</remarks>
public sealed class Chance
{
    private ulong state;

    public Chance(int seed, string whose, long at = 0)
    {
        state = (uint)seed;
        foreach (var letter in whose) state = Mixed(state ^ letter);
        state = Mixed(state ^ (ulong)at);
    }

    public bool Of(double share) => share > 0 && Fraction() < share;

    public int Below(int end) => (int)(Fraction() * end);

    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    public TimeSpan Between(TimeSpan shortest, TimeSpan longest) => shortest + (longest - shortest) * Fraction();

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Next());
        return new(bytes);
    }

    // 53 bits are all that a double between 0 and 1 has.
    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mixed(state += 0x9E3779B97F4A7C15);

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
