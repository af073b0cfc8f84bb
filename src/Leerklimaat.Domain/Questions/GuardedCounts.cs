using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Questions;

/// <summary>How many people chose what, as far as that may be shown.</summary>
/// <remarks>
/// A number that moves while people tap tells who tapped what. So what is shown stands still until at least five voices have said something new
/// since, and then moves for all of them at once; and it is shown only while five voices or more are in it. Who follows counts and is no voice: anybody
/// can follow in four browsers, and would see what the fifth says (D9, D10).
/// </remarks>
/// <param name="Counts">By the number of the choice.</param>
/// <param name="People">How many people are in the numbers; 0 while nothing may be shown.</param>
/// <param name="Waiting">Who said something that is not in the numbers yet. Never shown.</param>
public sealed record GuardedCounts(ImmutableArray<int> Counts, int People, ImmutableHashSet<string> Waiting)
{
    public static readonly GuardedCounts None = new([], 0, ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public bool MayBeShown => People > 0;

    /// <summary>The choice that all, or all but one, are on: then no count is told (D4). Nothing where they are spread more, and for choices of which one may make several.</summary>
    public TChoice? NearlyAll<TChoice>() where TChoice : struct, Enum =>
        MayBeShown && Counts.Max() >= Counts.Sum() - 1 ? Enum.GetValues<TChoice>()[Counts.IndexOf(Counts.Max())] : null;

    public int Of<TChoice>(TChoice choice) where TChoice : struct, Enum => Convert.ToInt32(choice, null) is var number && number < Counts.Length ? Counts[number] : 0;

    /// <summary>How many made this choice, of choices of which one may make several.</summary>
    public ToldCount Told<TChoice>(TChoice choice) where TChoice : struct, Enum => ToldCount.Of(Of(choice), People);

    /// <param name="said">What everybody says now; who says nothing is not in it.</param>
    /// <param name="voiceOf">Whose voice a writer is: those with one voice count once. Empty for who has none.</param>
    public GuardedCounts After<TChoice>(string writer, IEnumerable<(string Writer, TChoice Choice)> said, Func<string, string> voiceOf) where TChoice : struct, Enum
    {
        var waiting = Waiting.Add(writer);
        return HasEnough(waiting, voiceOf) ? Counted([.. said], voiceOf) : this with { Waiting = waiting };
    }

    private static GuardedCounts Counted<TChoice>(List<(string Writer, TChoice Choice)> said, Func<string, string> voiceOf) where TChoice : struct, Enum
    {
        var people = said.Select(one => one.Writer).Distinct().ToList();
        return !HasEnough(people, voiceOf) ? None : None with
        {
            Counts = [.. Enum.GetValues<TChoice>().Select(choice => said.Count(one => one.Choice.Equals(choice)))],
            People = people.Count,
        };
    }

    private static bool HasEnough(IEnumerable<string> writers, Func<string, string> voiceOf) =>
        writers.Select(voiceOf).Where(voice => voice.Length > 0).Distinct().Count() >= Disclosure.Minimum;
}

/// <summary>How many of a number of people ticked something. Where all or all but one did, or none or one, no count is told (D4).</summary>
/// <param name="Exactly">Nothing for nearly everybody and for nearly nobody.</param>
public sealed record ToldCount(int? Exactly, bool IsNearlyAll)
{
    public static ToldCount Of(int ticked, int people) =>
        ticked >= people - 1 ? new(null, true) : ticked <= 1 ? new(null, false) : new(ticked, false);
}
