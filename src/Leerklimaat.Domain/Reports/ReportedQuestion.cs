using System.Collections.Immutable;
using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Domain.Reports;

/// <summary>A question of the programme: what people said, as far as they said it to everybody, and of learning questions whether they were answered.</summary>
/// <param name="People">How many people answered, to everybody or to themselves.</param>
public sealed record ReportedQuestion(string Title, int People, ImmutableArray<ReportedReply> Replies, ReportedLearned? Learned)
{
    /// <summary>Asks for learning questions; then what is not said of how they were answered is withheld.</summary>
    public bool IsAboutLearning { get; init; }

    /// <summary>Where an earlier cloud was asked anew: beside it.</summary>
    public CloudComparison? Comparison { get; init; }

    /// <summary>People chose by tapping; then <see cref="Result"/> is withheld where it is nothing.</summary>
    public bool IsAboutChoosing { get; init; }

    /// <summary>Who leads let the result be seen, or the workshop is closed. Until then it is not of too few people, but nobody's to see (D6).</summary>
    public bool IsResultShown { get; init; }

    /// <summary>What people chose, from five of them on and after who leads showed it.</summary>
    public ChoiceResult? Result { get; init; }

    /// <summary>The questions to who leads that everybody may see.</summary>
    public ImmutableArray<RoomQuestion> RoomQuestions { get; init; } = [];

    public ReportedQuestion WithoutQuotes() => this with { Replies = [], Comparison = null, RoomQuestions = [] };
}

/// <param name="Count">How many people said the same.</param>
public sealed record ReportedReply(string Text, int Count);

/// <summary>Whether the learning questions that were shared were answered, as their owners said at the closing.</summary>
/// <param name="Counts">Nothing where nearly all of them were said to be the same (D4).</param>
/// <param name="People">How many people are in the numbers.</param>
public sealed record ReportedLearned(LearnedCounts? Counts, Learned? NearlyAll, int People)
{
    /// <returns>Nothing while too few people said so.</returns>
    public static ReportedLearned? Of(GuardedCounts learned) => !learned.MayBeShown ? null : learned.NearlyAll<Learned>() is { } nearly
        ? new(null, nearly, learned.People)
        : new(new(learned.Of(Questions.Learned.Answered), learned.Of(Questions.Learned.Partly), learned.Of(Questions.Learned.NotYet)), null, learned.People);
}

public sealed record LearnedCounts(int Answered, int Partly, int NotYet);
