namespace Leerklimaat.Domain.Workshops;

/// <summary>Why people come together: what gave rise to the workshop, and what it is to reach.</summary>
/// <param name="Occasion">What gave rise to it; empty when nobody said.</param>
/// <param name="Goal">What it is to reach; empty when nobody said, and then nobody is asked at the closing whether it was.</param>
/// <param name="Edition">Counts the changes, so that two facilitators do not overwrite each other.</param>
public sealed record Purpose(string Occasion, string Goal, int Edition)
{
    public const int Longest = 300;

    public static readonly Purpose None = new("", "", 0);

    public bool IsStated => Occasion.Length > 0 || Goal.Length > 0;
}
