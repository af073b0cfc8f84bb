using Leerklimaat.Domain;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Questions;

/// <summary>From an answered form to the question and back. </summary>
public sealed class QuestionAsking(
    IGrainFactory grains, Watching watching, QuestionSeats seats, Bursts bursts, QuestionPages pages, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Answer(WorkshopId id, PartId part, HttpContext http, Func<AtQuestion, AnswerKind, QuestionCommand> command, Func<AtQuestion, PartId>? asked = null)
    {
        var workshop = Entrance.Of(http).Workshop;
        var visitor = Entrance.Of(http).Visitor!;
        var own = await seats.Of(id, workshop, visitor);
        await bursts.Count(visitor.Device);

        var ask = new AtQuestion(id, part, visitor, own, http.Request, time.GetUtcNow());
        var refusal = await Refuse(ask, workshop, asked?.Invoke(ask) ?? part, command);
        return await pages.Answered(ask, http, say.NoticeOf(refusal), Statuses.Of(refusal));
    }

    /// <summary>The facilitator's buttons.</summary>
    public async Task<IResult> Lead(WorkshopId id, PartId part, HttpContext http, Func<HttpRequest, DateTimeOffset, QuestionCommand> command)
    {
        var workshop = Entrance.Of(http).Workshop;
        var at = time.GetUtcNow();
        var refusal = workshop.FindPart(part) is { } found && QuestionViews.KindOf(found) is { } kind
            ? (await Ask(id, found, kind, command(http.Request, at), Asking.CommandOf(http), at)).Refusal
            : new(Reason.QuestionUnknown);
        return await pages.Led(id, part, http, say.NoticeOf(refusal), Statuses.Of(refusal));
    }

    private async Task<Refusal?> Refuse(AtQuestion ask, Workshop workshop, PartId asked, Func<AtQuestion, AnswerKind, QuestionCommand> command)
    {
        // What nobody has come to yet cannot be answered; what was asked before still can.
        if (workshop.FindPart(asked) is not { } part || QuestionViews.KindOf(part) is not { } kind || workshop.PlaceOf(asked) > workshop.Reached) return new(Reason.QuestionUnknown);
        return (await Ask(ask.Workshop, part, kind, command(ask, kind), ask.Command, ask.At)).Refusal;
    }

    private async Task<Answer<Question>> Ask(WorkshopId workshop, Part part, AnswerKind kind, QuestionCommand command, Guid id, DateTimeOffset at)
    {
        var question = grains.GetGrain<IQuestionGrain>(part.Id.Value);
        var open = QuestionViews.Opening(workshop, part, kind, at);
        if (await question.Look() is { State.IsAnswered: false } unanswered && Question.Decide(unanswered.State, open).Events.Any())
        {
            if (RefusalOnce(unanswered.State, open, command) is { } refusal) return unanswered with { Refusal = refusal };
            await question.Ask(open, Guid.CreateVersion7(at), at);
        }

        var answer = await question.Ask(command, id, at);
        watching.Know(Subject.Of<Question>(part.Id.Value), answer);
        return answer;
    }

    /// <returns>Why the command will be refused once the question is open; then it is not opened for it, so that a refusal leaves nothing behind.</returns>
    private static Refusal? RefusalOnce(Question closed, OpenQuestion open, QuestionCommand command) =>
        Question.Decide(Question.Decide(closed, open).Events.Aggregate(closed, Question.Evolve), command).Refusal;
}
