using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>What a stand-in answers to the questions of the programme, and where it sets its dots (W11).</summary>
public sealed record StandInAnswers(Script Script, TableId Table, StandIn Person)
{
    /// <summary>The same for all dots, and marked as practice.</summary>
    public string DotOwner => Rehearsed.Mark($"{Table.Value:N}-{Person.Seat.Value}");

    /// <summary>Another one for each question, as with people.</summary>
    public string WriterOf(PartId part) => $"{DotOwner}-{part.Value:N}";

    public Wish<QuestionCommand>? WishOf(Question question, PartId part, DateTimeOffset at)
    {
        if (question.Kind.IsChoosing()) return Choosing(question, part, at);

        var writer = WriterOf(part);
        var own = question.OwnOf(writer).ToList();
        var draws = Person.Chances.For(part.Value.ToString("N"));
        var wanted = question.Kind == AnswerKind.WordCloud ? 1 + draws.Number("words", Question.MostOf(AnswerKind.WordCloud)) : 1;
        if (!question.IsOpen || question.IsFrozen) return null;
        if (own.Count >= wanted) return question.Kind == AnswerKind.RoomQuestions ? Seconding(question, part, at) : null;

        var texts = Script.For(question.Kind).Where(text => own.All(answer => answer.Text != text)).ToList();
        var about = $"answer-{part.Value:N}-{own.Count}";
        return new(about, Person.Takes(25, about), new GiveAnswer(new(draws.Id(about)), draws.One(about, texts), draws.Happens("shared", .7), writer, at));
    }

    private Wish<QuestionCommand>? Seconding(Question question, PartId part, DateTimeOffset at)
    {
        var writer = WriterOf(part);
        bool IsWanted(Answer answer) => answer.Writer != writer && !question.IsSecondedBy(writer, answer) && Person.Chances.For(part.Value.ToString("N")).Happens($"seconds-{answer.Id.Value:N}", .4);

        if (question.RoomQuestions(question.SecondsByAll).FirstOrDefault(one => IsWanted(question.Answers[one.Id.Value])) is not { } wanted) return null;
        var about = $"second-{wanted.Id.Value:N}";
        return new(about, Person.Takes(10, about), new SecondQuestion(wanted.Id, true, writer, at));
    }

    private Wish<QuestionCommand>? Choosing(Question question, PartId part, DateTimeOffset at)
    {
        var (writer, about) = (WriterOf(part), $"choice-{part.Value:N}");
        if (!question.IsOpen || question.IsFrozen || question.Choices == 0 || question.IsWhole(question.ChosenBy(writer))) return null;

        var draws = Person.Chances.For(about);
        if (question.Kind == AnswerKind.Recognition)
            return new(about, Person.Takes(15, about), new MakeChoice([.. question.Options.Select((_, sentence) => sentence * QuestionOptions.Degrees + draws.Number($"sentence-{sentence}", QuestionOptions.Degrees))], writer, at));

        var order = Enumerable.Range(0, question.Choices).OrderBy(option => draws.Of($"option-{option}")).ToList();
        var wanted = question.Kind switch { AnswerKind.Ranking => order.Count, AnswerKind.SeveralChoices => 1 + draws.Number("several", Math.Min(3, order.Count)), _ => 1 };
        return new(about, Person.Takes(15, about), new MakeChoice([.. order.Take(wanted)], writer, at));
    }

    /// <summary>At the closing: whether one's own learning question was answered.</summary>
    public Wish<QuestionCommand>? Judging(Question question, PartId part, DateTimeOffset at)
    {
        var writer = WriterOf(part);
        if (question.OwnOf(writer).FirstOrDefault(answer => answer is { IsWithdrawn: false, Learned: null }) is not { } own) return null;

        var about = $"learned-{part.Value:N}";
        return new(about, Person.Takes(20, about), new AnswerLearningQuestion(own.Id, Person.Chances.One(about, Enum.GetValues<Learned>()), writer, at));
    }

    public Wish<PlenaryCommand>? Dotting(Plenary plenary, PlenaryLists lists, DateTimeOffset at)
    {
        if (plenary.Dots is not { IsOpen: true } dots || dots.SetBy(DotOwner) >= dots.Each) return null;
        var lines = lists.All.Select(line => line.Id).ToList();
        if (lines.Count == 0) return null;

        var about = $"dot-{dots.Number}-{dots.SetBy(DotOwner)}";
        var line = Person.Chances.One(about, lines);
        return new(about, Person.Takes(15, about), new SetDot(dots.Number, DotOwner, line, dots.SetBy(DotOwner, line) + 1, 1, at));
    }
}
