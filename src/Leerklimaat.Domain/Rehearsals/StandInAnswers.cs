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
        var writer = WriterOf(part);
        var own = question.OwnOf(writer).ToList();
        var draws = Person.Chances.For(part.Value.ToString("N"));
        var wanted = question.Kind == AnswerKind.WordCloud ? 1 + draws.Number("words", Question.MostOf(AnswerKind.WordCloud)) : 1;
        if (!question.IsOpen || question.IsFrozen || own.Count >= wanted) return null;

        var texts = Script.For(question.Kind).Where(text => own.All(answer => answer.Text != text)).ToList();
        var about = $"answer-{part.Value:N}-{own.Count}";
        return new(about, Person.Takes(25, about), new GiveAnswer(new(draws.Id(about)), draws.One(about, texts), draws.Happens("shared", .7), writer, at));
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
