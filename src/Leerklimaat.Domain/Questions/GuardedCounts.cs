using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Questions;

/// <summary>How many people chose what, as far as that may be shown.</summary>
/// <remarks>
/// A number that moves while people tap tells who tapped what. So what is shown stands still until at least five people have said something new
/// since, and then moves for all of them at once; and it is shown only while five people or more are in it.
/// </remarks>
/// <param name="Counts">By the number of the choice.</param>
/// <param name="People">How many people are in the numbers; 0 while nothing may be shown.</param>
/// <param name="Waiting">Who said something that is not in the numbers yet. Never shown.</param>
public sealed record GuardedCounts(ImmutableArray<int> Counts, int People, ImmutableHashSet<string> Waiting)
{
    public static readonly GuardedCounts None = new([], 0, ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public bool MayBeShown => People >= Disclosure.Minimum;

    public int Of<TChoice>(TChoice choice) where TChoice : struct, Enum => Convert.ToInt32(choice, null) is var number && number < Counts.Length ? Counts[number] : 0;

    /// <param name="said">What everybody says now; who says nothing is not in it.</param>
    public GuardedCounts After<TChoice>(string writer, IEnumerable<(string Writer, TChoice Choice)> said) where TChoice : struct, Enum
    {
        var waiting = Waiting.Add(writer);
        return waiting.Count < Disclosure.Minimum ? this with { Waiting = waiting } : Counted([.. said]);
    }

    private static GuardedCounts Counted<TChoice>(List<(string Writer, TChoice Choice)> said) where TChoice : struct, Enum
    {
        var people = said.Select(one => one.Writer).Distinct().Count();
        return people < Disclosure.Minimum ? None : None with
        {
            Counts = [.. Enum.GetValues<TChoice>().Select(choice => said.Count(one => one.Choice.Equals(choice)))],
            People = people,
        };
    }
}
