using Leerklimaat.Domain.Rehearsals;

namespace Leerklimaat.Domain.Questions;

// What stand-ins answer, and people who practise with them: rule W11.
public sealed partial record Question
{
    private bool IsRehearsed => IsOpen && ((!IsAnswered && Reflections.IsEmpty) || HasRehearsed);

    private bool HasRehearsed => Writers.Keys.Concat(Reflections.Keys).Concat(Chosen.Keys).Concat(Seconded.Keys).Any(Rehearsed.IsMarked);

    /// <summary>What people answered, as if nobody had practised: for reports and transcripts.</summary>
    public Question WithoutRehearsal => !HasRehearsed ? this : Answers.Values
        .Where(answer => !Rehearsed.IsMarked(answer.Writer))
        .OrderBy(answer => answer.Number)
        .Aggregate(
            this with
            {
                Answers = Empty.Answers,
                Writers = Empty.Writers,
                Cloud = Empty.Cloud,
                People = Chosen.Count(one => Rehearsed.IsOfPeople(one.Key) && IsWhole(one.Value)),
                Reflections = Reflections.RemoveRange(Reflections.Keys.Where(Rehearsed.IsMarked)),
                Chosen = Chosen.RemoveRange(Chosen.Keys.Where(Rehearsed.IsMarked)),
                Seconded = Seconded.RemoveRange(Seconded.Keys.Where(Rehearsed.IsMarked)),
            },
            (question, answer) => question.With(null, answer) with { Learned = Learned, LearnedByAll = Learned });

    // Where nobody but they answered, the question is as if it had never been asked: neither stopped nor with anything hidden.
    private Question Forget() => WithoutRehearsal is var left && left.Answers.IsEmpty && left.Reflections.IsEmpty && left.Chosen.IsEmpty && left.Seconded.IsEmpty ? Empty : left with { LearnedByAll = Learned, ResultByAll = Result, SecondsByAll = Seconds };
}
