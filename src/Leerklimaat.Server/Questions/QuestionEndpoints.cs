using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Questions;

/// <summary>What people can ask of a question, and what who leads can.</summary>
public static class QuestionEndpoints
{
    public static void AddQuestions(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<QuestionSeats>().AddSingleton<QuestionPages>().AddSingleton<QuestionAsking>();

    public static void MapQuestions(this IEndpointRouteBuilder app)
    {
        var question = app.MapGroup("/workshops/{id:guid}/questions/{part:guid}");
        question.MapGet("", (Guid id, Guid part, int? seat, HttpContext http, QuestionPages pages) => pages.Show(new(id), new(part), http, seat));
        question.MapGet("/mine", (Guid id, Guid part, int? seat, HttpContext http, QuestionPages pages) => pages.Own(new(id), new(part), http, seat));
        question.MapGet("/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.Live(new(id), new(part), http, feed));
        question.MapGet("/follow/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveFollowing(new(id), new(part), http, feed));
        question.MapGet("/screen/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveScreen(new(id), new(part), http, feed));
        question.MapGet("/desk/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveDesk(new(id), new(part), http, feed));

        question.MapAnswer("/answers", (ask, kind) => new GiveAnswer(new(ask.Command), ask.Text("answer-text", kind == AnswerKind.WordCloud), ask.IsShared, ask.Writer, ask.At));
        question.MapAnswer("/answers/changes", (ask, kind) => new ChangeAnswer(
            ask.Answer, ask.Text($"text-{ask.Answer.Value}", kind == AnswerKind.WordCloud), ask.IsTicked($"shared-{ask.Answer.Value}"), ask.Writer, ask.At));
        question.MapAnswer("/answers/withdrawals", (ask, _) => new WithdrawAnswer(ask.Answer, ask.Writer, ask.At));
        question.MapAnswer("/answers/restorations", (ask, _) => new RestoreAnswer(ask.Answer, ask.Writer, ask.At));
        question.MapAnswer("/goal", (ask, _) => new JudgeGoal(ask.Choice<GoalReached>("reached"), ask.Writer, ask.At));
        question.MapAnswer("/goal/whys", (ask, _) => new ExplainGoal(new(ask.Command), ask.Text("why"), ask.Writer, ask.At));
        question.MapAnswer("/aims", (ask, _) => new TickAim(ask.Choice<Aim>("aim"), ask.IsTicked("ticked"), ask.Writer, ask.At));
        question.MapPost("/learned", (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Answer(
            new(id), new(part), http, (ask, _) => new AnswerLearningQuestion(ask.Answer, ask.Choice<Learned>("learned"), ask.WriterFor(ask.Returning), ask.At), ask => ask.Returning));

        question.MapLead("/hidings", (ask, at) => new HideAnswer(ReplyOf(ask), at));
        question.MapLead("/showings", (ask, at) => new ShowAnswer(ReplyOf(ask), at));
        question.MapLead("/freezes", (_, at) => new FreezeQuestion(at));
        question.MapLead("/thaws", (_, at) => new ThawQuestion(at));
    }

    private static void MapAnswer(this IEndpointRouteBuilder question, string path, Func<AtQuestion, AnswerKind, QuestionCommand> command) =>
        question.MapPost(path, (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Answer(new(id), new(part), http, command));

    private static void MapLead(this IEndpointRouteBuilder question, string path, Func<HttpRequest, DateTimeOffset, QuestionCommand> command) =>
        question.MapPost(path, (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Lead(new(id), new(part), http, command));

    private static ReplyId ReplyOf(HttpRequest ask) => ask.Form["reply"].ToString() is { Length: > 0 and <= 500 } reply ? new(reply) : throw new BadFormException("reply");
}
