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
    public TChoice? NearlyAll<TChoice>() where TChoice : struct, Enum => NearlyAllOn is { } number ? Enum.GetValues<TChoice>()[number] : null;

    /// <inheritdoc cref="NearlyAll{TChoice}"/>
    public int? NearlyAllOn => MayBeShown && Counts.Max() >= Counts.Sum() - 1 ? Counts.IndexOf(Counts.Max()) : null;

    public int Of<TChoice>(TChoice choice) where TChoice : struct, Enum => Of(Convert.ToInt32(choice, null));

    public int Of(int choice) => choice < Counts.Length ? Counts[choice] : 0;

    /// <summary>How many made this choice, of choices of which one may make several.</summary>
    public ToldCount Told<TChoice>(TChoice choice) where TChoice : struct, Enum => Told(Convert.ToInt32(choice, null));

    /// <inheritdoc cref="Told{TChoice}"/>
    public ToldCount Told(int choice) => ToldCount.Of(Of(choice), People);

    /// <param name="said">What everybody says now; who says nothing is not in it.</param>
    /// <param name="voiceOf">Whose voice a writer is: those with one voice count once. Empty for who has none.</param>
    public GuardedCounts After<TChoice>(string writer, IEnumerable<(string Writer, TChoice Choice)> said, Func<string, string> voiceOf) where TChoice : struct, Enum =>
        Heard(writer).Moved(Enum.GetValues<TChoice>().Length, said.Select(one => (one.Writer, Convert.ToInt32(one.Choice, null))), voiceOf);

    /// <summary>Somebody said something. What is shown does not move.</summary>
    public GuardedCounts Heard(string writer) => this with { Waiting = Waiting.Add(writer) };

    /// <summary>What is shown, moved to what everybody says now if enough of them said something new.</summary>
    /// <param name="choices">How many choices there are.</param>
    /// <inheritdoc cref="After{TChoice}"/>
    public GuardedCounts Moved(int choices, IEnumerable<(string Writer, int Choice)> said, Func<string, string> voiceOf)
    {
        if (!HasEnough(Waiting, voiceOf)) return this;

        var (counts, people) = (new int[choices], new HashSet<string>(StringComparer.Ordinal));
        foreach (var (writer, choice) in said)
        {
            counts[choice]++;
            people.Add(writer);
        }

        // Where nothing was shown, it comes as soon as enough are there, whoever took something back meanwhile.
        return HasEnough(people, voiceOf) ? None with { Counts = [.. counts], People = people.Count } : MayBeShown ? None : this;
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
