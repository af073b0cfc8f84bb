namespace Leerklimaat.Domain.Tables;

/// <summary>The soft clock of a round (G10): one end time for all; at zero it asks, it never cuts anything off.</summary>
/// <param name="Length">The stretch that was last agreed; the next extension is half of it.</param>
/// <param name="HasRung">The end was reached and the players are asked: go on, or move on?</param>
public sealed record Clock(DateTimeOffset EndsAt, TimeSpan Length, bool HasRung)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    public const int MostMinutes = 60;

    public TimeSpan Extension => Length / 2 < Shortest ? Shortest : Length / 2;
}
