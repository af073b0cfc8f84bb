using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Questions;

/// <summary>How many of the shared learning questions were answered, as far as that may be shown.</summary>
/// <remarks>
/// A number that moves while people tap tells who tapped what. So what is shown stands still until at least five people have said something new
/// since, and then moves for all of them at once; and it is shown only while five people or more are in it.
/// </remarks>
/// <param name="People">How many people's questions are in the numbers; 0 while nothing may be shown.</param>
/// <param name="Waiting">Who said something that is not in the numbers yet. Never shown.</param>
public sealed record LearnedTally(int Answered, int Partly, int NotYet, int People, ImmutableHashSet<string> Waiting)
{
    public static readonly LearnedTally None = new(0, 0, 0, 0, ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public bool MayBeShown => People >= Disclosure.Minimum;

    public LearnedTally After(string writer, IEnumerable<Answer> answers)
    {
        var waiting = Waiting.Add(writer);
        return waiting.Count < Disclosure.Minimum ? this with { Waiting = waiting } : Of([.. answers.Where(answer => answer is { IsShared: true, IsWithdrawn: false, Learned: not null })]);
    }

    private static LearnedTally Of(List<Answer> said)
    {
        var people = said.Select(answer => answer.Writer).Distinct().Count();
        int Count(Learned learned) => said.Count(answer => answer.Learned == learned);
        return people < Disclosure.Minimum ? None : None with { Answered = Count(Learned.Answered), Partly = Count(Learned.Partly), NotYet = Count(Learned.NotYet), People = people };
    }
}
