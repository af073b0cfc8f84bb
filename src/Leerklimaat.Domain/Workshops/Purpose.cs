namespace Leerklimaat.Domain.Workshops;

/// <summary>Why people come together: what gave rise to the workshop, what it is to reach, and how many were asked to come.</summary>
/// <param name="Occasion">What gave rise to it; empty when nobody said.</param>
/// <param name="Goal">What it is to reach; empty when nobody said, and then nobody is asked at the closing whether it was.</param>
/// <param name="Edition">Counts the changes, so that two facilitators do not overwrite each other.</param>
public sealed record Purpose(string Occasion, string Goal, int Edition)
{
    public const int Longest = 300, MostInvited = 10_000;

    /// <summary>How many people were asked to come; nothing when nobody said.</summary>
    public int? Invited { get; init; }

    public static readonly Purpose None = new("", "", 0);

    public bool IsStated => Occasion.Length > 0 || Goal.Length > 0;
}
