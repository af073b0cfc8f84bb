using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Domain.Tests.Questions;

/// <summary>The cast and the questions that they answer. A writer is known by what their browser proves, never by a name.</summary>
public abstract class AQuestion
{
    protected const string Anna = "writer-anna", Bram = "writer-bram", Chaima = "writer-chaima";

    protected static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    protected static readonly Guid Workshop = new(7, 0, 0, new byte[8]);

    protected static Story<Question, QuestionCommand, QuestionEvent> Nothing => new(Question.Empty, Question.Decide, Question.Evolve);

    protected static Story<Question, QuestionCommand, QuestionEvent> Cloud => Opened(AnswerKind.WordCloud);

    protected static Story<Question, QuestionCommand, QuestionEvent> List => Opened(AnswerKind.Answers);

    protected static Story<Question, QuestionCommand, QuestionEvent> Learning => Opened(AnswerKind.LearningQuestion);

    protected static Story<Question, QuestionCommand, QuestionEvent> Opened(AnswerKind kind) => Nothing.Given(new QuestionOpened(Workshop, kind));

    protected static AnswerId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    protected static GiveAnswer Give(string writer, int number, string text, bool isShared = true) => new(Id(number), text, isShared, writer, Monday);

    protected static ChangeAnswer Change(string writer, int number, string text, bool isShared = true) => new(Id(number), text, isShared, writer, Monday);

    protected static AnswerLearningQuestion Judge(string writer, int number, Learned learned) => new(Id(number), learned, writer, Monday);

    protected static (string Text, int Count)[] Seen(Question question) => [.. question.Replies.Where(reply => !reply.IsHidden).Select(reply => (reply.Text, reply.Count))];
}
