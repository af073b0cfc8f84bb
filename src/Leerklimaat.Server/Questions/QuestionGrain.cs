using Leerklimaat.Domain.Questions;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Questions;

/// <summary>One live question, by the id of its part.</summary>
public interface IQuestionGrain : IGrainWithGuidKey, IAggregateGrain<Question, QuestionCommand>;

/// <summary>Keeps a question. Hundreds answer within seconds; whoever watches is told a few times a second.</summary>
public sealed class QuestionGrain(IEventStore store)
    : EventSourcedGrain<Question, QuestionCommand, QuestionEvent>(store, Question.Decide, Folding), IQuestionGrain
{
    public static readonly Folding<Question, QuestionEvent> Folding = new(Question.Empty, Question.Evolve, (before, happened) => before.IsNews(happened));

    private static readonly TimeSpan BetweenTells = TimeSpan.FromMilliseconds(300);

    private IGrainTimer? pause;
    private bool hasNews;

    protected override void Tell()
    {
        hasNews = pause is not null;
        if (hasNews) return;

        base.Tell();
        pause = this.RegisterGrainTimer(AfterPause, BetweenTells, Timeout.InfiniteTimeSpan);
    }

    private Task AfterPause(CancellationToken cancellationToken)
    {
        pause?.Dispose();
        pause = null;
        if (hasNews) Tell();
        return Task.CompletedTask;
    }
}
