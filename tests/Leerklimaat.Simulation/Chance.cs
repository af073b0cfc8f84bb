namespace Leerklimaat.Simulation;

/// <summary>The luck of one part of a world. Each part has its own, so that what one does says nothing of the luck of another and a seed replays whatever order equals come in.</summary>
public sealed class Chance(int seed, string whose)
{
    private readonly Random random = new(Mixed(seed, whose));

    public bool Of(double share) => share > 0 && random.NextDouble() < share;

    public int Below(int end) => random.Next(end);

    public T Of<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    public TimeSpan Between(TimeSpan shortest, TimeSpan longest) => shortest + (longest - shortest) * random.NextDouble();

    public Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    // The hash of a string differs from run to run.
    private static int Mixed(int seed, string whose) => whose.Aggregate(seed * 397, (mixed, letter) => unchecked(mixed * 31 + letter));
}
