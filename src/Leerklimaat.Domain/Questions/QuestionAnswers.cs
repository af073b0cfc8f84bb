using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;

namespace Leerklimaat.Domain.Questions;

// Giving, changing and taking back one's own answers. Ten thousand may come within minutes: nothing here looks through all of them.
public sealed partial record Question
{
    private Decision<QuestionEvent> Give(GiveAnswer give)
    {
        if (Answers.ContainsKey(give.Answer.Value)) return Decision<QuestionEvent>.Nothing;
        if (IsFrozen) return Reason.QuestionFrozen;
        if (Kind.IsChoosing()) return Reason.NotNow;
        if (Checked(give.Text) is { } reason) return reason;

        var standing = StandingOf(give.Writer);
        if (standing.Any(answer => IsSame(answer.Text, give.Text))) return Reason.AnswerTwice;
        return standing.Count < Most ? new AnswerGiven(give.Answer, give.Text, !IsPersonal || give.IsShared, give.Writer) : Reason.TooManyAnswers;
    }

    private Decision<QuestionEvent> Change(ChangeAnswer change) => Own(change.Answer, change.Writer, answer =>
    {
        var isShared = !IsPersonal || change.IsShared;
        if (answer.Text == change.Text && answer.IsShared == isShared) return Decision<QuestionEvent>.Nothing;
        if (answer.IsWithdrawn) return Reason.AnswerUnknown;
        if (IsFrozen) return Reason.QuestionFrozen;
        // What was let through is what was read: other words would come past who leads.
        if (LetThrough.Contains(ReplyId.Of(answer.Id).Value)) return Reason.OwnQuestionIsShown;
        if (Checked(change.Text) is { } reason) return reason;
        if (StandingOf(change.Writer).Any(other => other.Id != answer.Id && IsSame(other.Text, change.Text))) return Reason.AnswerTwice;
        return new AnswerChanged(answer.Id, change.Text, isShared);
    });

    // Taking one's own words back is always possible, also when no more may come; putting them back is an answer like any other.
    private Decision<QuestionEvent> Restore(Answer answer)
    {
        if (!answer.IsWithdrawn) return Decision<QuestionEvent>.Nothing;
        if (IsFrozen) return Reason.QuestionFrozen;
        return StandingOf(answer.Writer).Count < Most ? new AnswerRestored(answer.Id) : Reason.TooManyAnswers;
    }

    private Decision<QuestionEvent> Judge(Answer answer, AnswerLearningQuestion judge)
    {
        if (Kind != AnswerKind.LearningQuestion) return Reason.NotNow;
        if (answer.IsWithdrawn) return Reason.AnswerUnknown;
        return answer.Learned == judge.Learned ? Decision<QuestionEvent>.Nothing : new LearningQuestionAnswered(answer.Id, judge.Learned, judge.Voice);
    }

    private Reason? Checked(string text) => text.Length switch
    {
        0 => Reason.AnswerEmpty,
        var length when length > Longest => Kind == AnswerKind.WordCloud ? Reason.PhraseTooLong : Reason.OwnAnswerTooLong,
        _ => null,
    };

    private bool IsSame(string one, string other) => Kind == AnswerKind.WordCloud ? Phrase.Key(one) == Phrase.Key(other) : one == other;

    private List<Answer> StandingOf(string writer) => [.. OwnOf(writer).Where(answer => !answer.IsWithdrawn)];

    private Decision<QuestionEvent> Own(AnswerId id, string writer, Func<Answer, Decision<QuestionEvent>> then) =>
        !Answers.TryGetValue(id.Value, out var answer) ? Reason.AnswerUnknown
        : answer.Writer == writer ? then(answer)
        : Reason.NotYourAnswer;

    private Question AfterAnswers(QuestionEvent happened) => happened switch
    {
        AnswerGiven given => WithoutWithdrawn(given.Writer).With(
            null, new(given.Answer, Given + 1, Spelled(given.Text), given.Writer, given.IsShared, IsWithdrawn: false, Learned: null)) with
        { Given = Given + 1 },
        AnswerChanged changed => With(changed.Answer, answer => answer with { Text = Spelled(changed.Text), IsShared = changed.IsShared }),
        AnswerWithdrawn withdrawn => With(withdrawn.Answer, answer => answer with { IsWithdrawn = true }),
        AnswerRestored restored => With(restored.Answer, answer => answer with { IsWithdrawn = false }),
        LearningQuestionAnswered judged => Heard(Answers[judged.Answer.Value].Writer, judged.Voice).With(judged.Answer, answer => answer with { Learned = judged.Learned }),
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    private Question With(AnswerId id, Func<Answer, Answer> change) => With(Answers[id.Value], change(Answers[id.Value]));

    private Question With(Answer? before, Answer now)
    {
        var isTold = TellsLearned(before) || TellsLearned(now);
        var cloud = before is null || Kind != AnswerKind.WordCloud ? this : this with { Cloud = Counted(before, -1) };
        var changed = cloud with
        {
            Answers = Answers.SetItem(now.Id.Value, now),
            Writers = before is null ? Writers.SetItem(now.Writer, Writers.GetValueOrDefault(now.Writer, []).Add(now.Id.Value)) : Writers,
            Cloud = Kind == AnswerKind.WordCloud ? cloud.Counted(now, +1) : Cloud,
        };
        return changed with
        {
            People = People + (changed.HasAnswered(now.Writer) ? 1 : 0) - (HasAnswered(now.Writer) ? 1 : 0),
            Learned = isTold && !Rehearsed.IsMarked(now.Writer) ? Learned.After(now.Writer, Told(changed.Answers.Values.Where(answer => !Rehearsed.IsMarked(answer.Writer))), VoiceOf) : Learned,
            LearnedByAll = isTold ? LearnedByAll.After(now.Writer, Told(changed.Answers.Values), VoiceOf) : LearnedByAll,
        };
    }

    private ImmutableDictionary<string, Phrase> Counted(Answer answer, int change)
    {
        if (answer.IsWithdrawn) return Cloud;

        var key = Phrase.Key(answer.Text);
        var phrase = Cloud.GetValueOrDefault(key, Phrase.None);
        var now = change > 0 ? phrase.With(answer.Text) : phrase.Without(answer.Text);
        return now.Count > 0 ? Cloud.SetItem(key, now) : Cloud.Remove(key);
    }

    // An answer that was taken back can be put back until its writer gives another one; then it is forgotten here.
    private Question WithoutWithdrawn(string writer)
    {
        var gone = Writers.GetValueOrDefault(writer, []).Where(id => Answers[id].IsWithdrawn).ToList();
        return gone.Count == 0 ? this : this with { Answers = Answers.RemoveRange(gone), Writers = Writers.SetItem(writer, Writers[writer].RemoveRange(gone)) };
    }

    // Ten thousand people who write the same word share one string.
    private string Spelled(string text) =>
        Kind == AnswerKind.WordCloud && Cloud.TryGetValue(Phrase.Key(text), out var phrase) && phrase.Spellings.TryGetKey(text, out var known) ? known : text;

    private bool HasAnswered(string writer) => OwnOf(writer).Any(answer => !answer.IsWithdrawn);

    private static IEnumerable<(string Writer, Learned Learned)> Told(IEnumerable<Answer> answers) => answers.Where(TellsLearned).Select(answer => (answer.Writer, answer.Learned!.Value));

    private static bool TellsLearned(Answer? answer) => answer is { IsShared: true, IsWithdrawn: false, Learned: not null };
}
