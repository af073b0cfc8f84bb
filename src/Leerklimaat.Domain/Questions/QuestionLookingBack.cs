using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;

namespace Leerklimaat.Domain.Questions;

// At the closing: was the goal reached, and which aims came true. Taps, and one sentence for who wants to say why.
public sealed partial record Question
{
    /// <summary>What each person said, by who wrote it.</summary>
    public ImmutableDictionary<string, Reflection> Reflections { get; init; } = ImmutableDictionary.Create<string, Reflection>(StringComparer.Ordinal);

    /// <summary>How many people found the goal reached.</summary>
    public GuardedCounts Reached { get; init; } = GuardedCounts.None;

    /// <summary>For how many people each aim came true.</summary>
    public GuardedCounts Aims { get; init; } = GuardedCounts.None;

    /// <summary>Why people find the goal reached or not, in the order in which they came. What somebody chose does not stand beside it.</summary>
    public IEnumerable<Reply> Whys => Reflections.Values.Where(one => one.Why.Length > 0).OrderBy(one => one.Number)
        .Select(one => new Reply(ReplyId.Of(one.WhyId), one.Why, 1, Hidden.Contains(ReplyId.Of(one.WhyId).Value)));

    public Reflection ReflectionOf(string writer) => Reflections.GetValueOrDefault(writer, Reflection.None);

    private Decision<QuestionEvent> Judge(JudgeGoal judge)
    {
        if (Kind != AnswerKind.TakeAlong) return Reason.NotNow;
        if (ReflectionOf(judge.Writer).Reached == judge.Reached) return Decision<QuestionEvent>.Nothing;
        return IsFrozen ? Reason.QuestionFrozen : new GoalJudged(judge.Reached, judge.Writer, judge.Voice);
    }

    // Why comes after what: a reason alone would say nothing to who reads it. Taking one's own words back is always possible.
    private Decision<QuestionEvent> Explain(ExplainGoal explain)
    {
        var own = ReflectionOf(explain.Writer);
        if (own.Why == explain.Why) return Decision<QuestionEvent>.Nothing;
        if (own.Reached is null) return Reason.NotNow;
        if (explain.Why.Length > LongestAnswer) return Reason.OwnAnswerTooLong;
        if (IsFrozen && explain.Why.Length > 0) return Reason.QuestionFrozen;
        return new GoalExplained(own.WhyId == default ? explain.Answer : own.WhyId, explain.Why, explain.Writer);
    }

    private Decision<QuestionEvent> Tick(TickAim tick)
    {
        if (Kind != AnswerKind.TakeAlong) return Reason.NotNow;
        if (ReflectionOf(tick.Writer).Aims.Contains(tick.Aim) == tick.IsTicked) return Decision<QuestionEvent>.Nothing;
        return IsFrozen ? Reason.QuestionFrozen : new AimTicked(tick.Aim, tick.IsTicked, tick.Writer, tick.Voice);
    }

    private Question AfterLookingBack(QuestionEvent happened) => happened switch
    {
        GoalJudged judged => Heard(judged.Writer, judged.Voice).Reflecting(judged.Writer, own => own with { Reached = judged.Reached }).CountedGoal(judged.Writer),
        GoalExplained explained => Reflecting(explained.Writer, own => own with { WhyId = explained.Answer, Why = explained.Why }),
        AimTicked ticked => Heard(ticked.Writer, ticked.Voice).Reflecting(ticked.Writer, own => own with { Aims = ticked.IsTicked ? own.Aims.Add(ticked.Aim) : own.Aims.Remove(ticked.Aim) }).CountedAims(ticked.Writer),
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    // What is said in a rehearsal counts nowhere (W11).
    private Question CountedGoal(string writer) => Rehearsed.IsMarked(writer) ? this : this with
    {
        Reached = Reached.After(writer, OfPeople.Where(one => one.Value.Reached is not null).Select(one => (one.Key, one.Value.Reached!.Value)), VoiceOf),
    };

    private Question CountedAims(string writer) => Rehearsed.IsMarked(writer) ? this : this with
    {
        Aims = Aims.After(writer, OfPeople.SelectMany(one => one.Value.Aims.Select(aim => (one.Key, aim))), VoiceOf),
    };

    private Question Heard(string writer, string? voice) => this with { Voices = voice is null ? Voices.Remove(writer) : Voices.SetItem(writer, voice) };

    private string VoiceOf(string writer) => Voices.GetValueOrDefault(writer, writer);

    private IEnumerable<KeyValuePair<string, Reflection>> OfPeople => Reflections.Where(one => !Rehearsed.IsMarked(one.Key));

    private Question Reflecting(string writer, Func<Reflection, Reflection> change)
    {
        var own = Reflections.TryGetValue(writer, out var known) ? known : Reflection.None with { Number = Reflections.Count + 1 };
        return this with { Reflections = Reflections.SetItem(writer, change(own)) };
    }
}

/// <summary>How one person looks back at the closing.</summary>
/// <param name="Number">The order in which people began.</param>
/// <param name="Why">Empty when they gave no reason.</param>
public sealed record Reflection(int Number, GoalReached? Reached, AnswerId WhyId, string Why, ImmutableHashSet<Aim> Aims)
{
    public static readonly Reflection None = new(0, null, default, "", []);
}
