using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>Why people came together, and whether they found the goal reached: numbers from five people on, and reasons without what each chose.</summary>
/// <param name="Occasion">Empty when nobody said.</param>
/// <param name="Goal">Empty when nobody said.</param>
/// <param name="Reached">Nothing while too few people said so.</param>
/// <param name="Aims">Nothing while too few people said so.</param>
public sealed record ReportedPurpose(string Occasion, string Goal, ReportedReached? Reached, ReportedAims? Aims, ImmutableArray<string> Whys)
{
    public static readonly ReportedPurpose None = new("", "", null, null, []);

    public ReportedPurpose WithoutQuotes() => this with { Whys = [] };
}

/// <summary>How many people found the goal reached.</summary>
public sealed record ReportedReached(int Yes, int Partly, int No, int People);

/// <summary>For how many people each aim came true.</summary>
public sealed record ReportedAims(int LearnTogether, int ExchangeExperience, int ShareKnowledge, int People);
