using System.Collections.Immutable;
using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Domain.Reports;

/// <summary>Why people came together, and whether they found the goal reached: numbers from five people on, and reasons without what each chose.</summary>
/// <param name="Occasion">Empty when nobody said.</param>
/// <param name="Goal">Empty when nobody said.</param>
/// <param name="Reached">Nothing while too few people said so.</param>
/// <param name="Aims">Nothing while too few people said so.</param>
/// <param name="WasAsked">Whether the closing came; then what is not there is withheld.</param>
public sealed record ReportedPurpose(string Occasion, string Goal, ReportedReached? Reached, ReportedAims? Aims, ImmutableArray<string> Whys, bool WasAsked = false)
{
    public static readonly ReportedPurpose None = new("", "", null, null, []);

    public ReportedPurpose WithoutQuotes() => this with { Whys = [] };
}

/// <summary>How many people found the goal reached.</summary>
/// <param name="Counts">Nothing where nearly everybody says the same (D4).</param>
/// <param name="People">How many people are in the numbers.</param>
public sealed record ReportedReached(ReachedCounts? Counts, GoalReached? NearlyAll, int People)
{
    /// <returns>Nothing while too few people said so.</returns>
    public static ReportedReached? Of(GuardedCounts reached) => !reached.MayBeShown ? null : reached.NearlyAll<GoalReached>() is { } nearly
        ? new(null, nearly, reached.People)
        : new(new(reached.Of(GoalReached.Yes), reached.Of(GoalReached.Partly), reached.Of(GoalReached.No)), null, reached.People);
}

public sealed record ReachedCounts(int Yes, int Partly, int No);

/// <summary>For how many people each aim came true.</summary>
/// <param name="People">How many people are in the numbers.</param>
public sealed record ReportedAims(ToldCount LearnTogether, ToldCount ExchangeExperience, ToldCount ShareKnowledge, int People)
{
    /// <returns>Nothing while too few people said so.</returns>
    public static ReportedAims? Of(GuardedCounts aims) =>
        aims.MayBeShown ? new(aims.Told(Aim.LearnTogether), aims.Told(Aim.ExchangeExperience), aims.Told(Aim.ShareKnowledge), aims.People) : null;
}
