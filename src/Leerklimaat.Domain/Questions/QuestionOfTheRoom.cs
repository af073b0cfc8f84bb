using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;

namespace Leerklimaat.Domain.Questions;

// Questions to who leads: who leads reads them first, others second them, and who leads says which were gone into.
public sealed partial record Question
{
    /// <summary>What who leads let everybody see.</summary>
    public ImmutableHashSet<string> LetThrough { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The questions of the room that were gone into.</summary>
    public ImmutableHashSet<Guid> Treated { get; init; } = [];

    /// <summary>Which questions each person seconds, by their numbers.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<int>> Seconded { get; init; } = ImmutableDictionary.Create<string, ImmutableHashSet<int>>(StringComparer.Ordinal);

    /// <summary>How many people second each question, by its number. Of people alone, and this is what reports show.</summary>
    public GuardedCounts Seconds { get; init; } = GuardedCounts.None;

    /// <summary>With what was seconded in practice: this is what a rehearsal shows.</summary>
    public GuardedCounts SecondsByAll { get; init; } = GuardedCounts.None;

    public bool IsSecondedBy(string writer, Answer answer) => Seconded.TryGetValue(writer, out var own) && own.Contains(answer.Number);

    /// <summary>What who leads has not looked at yet.</summary>
    public bool IsWaiting(Answer answer) => Kind == AnswerKind.RoomQuestions && !answer.IsWithdrawn && ReplyId.Of(answer.Id).Value is var id && !LetThrough.Contains(id) && !Hidden.Contains(id);

    /// <summary>The questions that everybody may see, those that most people second first; what was gone into comes last.</summary>
    /// <param name="seconds">By which they are ordered; of equals the one that was asked first.</param>
    public IEnumerable<RoomQuestion> RoomQuestions(GuardedCounts seconds) => Answers.Values
        .Where(answer => IsForAll(answer) && !IsHidden(ReplyId.Of(answer.Id).Value))
        .Select(answer => new RoomQuestion(answer.Id, answer.Number, answer.Text, seconds.MayBeShown ? seconds.Told(answer.Number) : null, Treated.Contains(answer.Id.Value)))
        .OrderBy(question => question.IsTreated).ThenByDescending(question => question.Seconds is { IsNearlyAll: true } ? int.MaxValue : question.Seconds?.Exactly ?? 0).ThenBy(question => question.Number);

    private Decision<QuestionEvent> Second(SecondQuestion second)
    {
        if (Kind != AnswerKind.RoomQuestions) return Reason.NotNow;
        if (!Answers.TryGetValue(second.Answer.Value, out var answer) || answer.IsWithdrawn || IsHidden(ReplyId.Of(answer.Id).Value)) return Reason.AnswerUnknown;
        if (answer.Writer == second.Writer) return Reason.OwnQuestionSeconded;
        if (IsSecondedBy(second.Writer, answer) == second.IsSeconded) return Decision<QuestionEvent>.Nothing;
        return IsFrozen ? Reason.QuestionFrozen : new QuestionSeconded(second.Answer, second.IsSeconded, second.Writer, second.Voice);
    }

    private Decision<QuestionEvent> Treat(TreatQuestion treat)
    {
        if (Kind != AnswerKind.RoomQuestions) return Reason.NotNow;
        if (!Answers.ContainsKey(treat.Answer.Value)) return Reason.AnswerUnknown;
        return Treated.Contains(treat.Answer.Value) == treat.IsTreated ? Decision<QuestionEvent>.Nothing : new QuestionTreated(treat.Answer, treat.IsTreated);
    }

    private Question AfterRoomQuestions(QuestionEvent happened) => happened switch
    {
        QuestionSeconded seconded => After(seconded),
        QuestionTreated treated => this with { Treated = treated.IsTreated ? Treated.Add(treated.Answer.Value) : Treated.Remove(treated.Answer.Value) },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    private Question After(QuestionSeconded seconded)
    {
        var own = Seconded.GetValueOrDefault(seconded.Writer, []);
        var number = Answers[seconded.Answer.Value].Number;
        var heard = Heard(seconded.Writer, seconded.Voice) with { Seconded = Seconded.SetItem(seconded.Writer, seconded.IsSeconded ? own.Add(number) : own.Remove(number)) };
        return heard with
        {
            Seconds = Rehearsed.IsMarked(seconded.Writer) ? Seconds : Seconds.Heard(seconded.Writer).Moved(Given + 1, heard.SecondsOf(Rehearsed.IsOfPeople), heard.VoiceOf),
            SecondsByAll = SecondsByAll.Heard(seconded.Writer).Moved(Given + 1, heard.SecondsOf(_ => true), heard.VoiceOf),
        };
    }

    private IEnumerable<(string Writer, int Choice)> SecondsOf(Func<string, bool> isAmong) => Seconded.Where(one => isAmong(one.Key)).SelectMany(one => one.Value.Select(number => (one.Key, number)));
}

/// <summary>A question to who leads, as everybody may see it.</summary>
/// <param name="Number">The order in which they came.</param>
/// <param name="Seconds">How many others want to know it too; nothing while too few people said so of any.</param>
/// <param name="IsTreated">Was gone into.</param>
public sealed record RoomQuestion(AnswerId Id, int Number, string Text, ToldCount? Seconds, bool IsTreated);
