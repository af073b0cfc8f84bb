using System.Collections.Immutable;
using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Domain.Reports;

/// <summary>A question of the programme: what people said, as far as they said it to everybody, and of learning questions whether they were answered.</summary>
/// <param name="People">How many people answered, to everybody or to themselves.</param>
public sealed record ReportedQuestion(string Title, int People, ImmutableArray<ReportedReply> Replies, ReportedLearned? Learned)
{
    /// <summary>Where an earlier cloud was asked anew: beside it.</summary>
    public CloudComparison? Comparison { get; init; }

    public ReportedQuestion WithoutQuotes() => this with { Replies = [], Comparison = null };
}

/// <param name="Count">How many people said the same.</param>
public sealed record ReportedReply(string Text, int Count);

/// <summary>Whether the learning questions that were shared were answered, as their owners said at the closing.</summary>
public sealed record ReportedLearned(int Answered, int Partly, int NotYet);
