using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Questions;

/// <summary>Once the workshop closes, what people chose may be seen: a result that who leads never showed is in the report all the same (D7).</summary>
public sealed class ShowingResultsAtTheClosing(IGrainFactory grains, TimeProvider time) : IConsequence
{
    public async Task After(WorkshopId id, Workshop? before, Workshop now)
    {
        if (now.ClosedAt is null || before is { ClosedAt: not null }) return;

        var at = time.GetUtcNow();
        foreach (var part in now.Programme.Where(part => QuestionViews.KindOf(part)?.IsChoosing() == true))
        {
            var question = grains.GetGrain<IQuestionGrain>(part.Id.Value);
            if ((await question.Look()).State is { IsOpen: true, IsResultShown: false }) await question.Ask(new ShowResult(at), Guid.CreateVersion7(at), at);
        }
    }
}
