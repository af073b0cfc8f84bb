using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Questions;

/// <summary>What people can ask of a question, and what who leads can.</summary>
public static class QuestionEndpoints
{
    public static void AddQuestions(this WebApplicationBuilder builder) => builder.Services
        .AddWatched<Question, QuestionCommand, IQuestionGrain>(QuestionGrain.Folding)
        .AddSingleton<QuestionSeats>().AddSingleton<QuestionPages>().AddSingleton<QuestionAsking>().AddSingleton<IConsequence, ShowingResultsAtTheClosing>();

    public static void MapQuestions(this IEndpointRouteBuilder app)
    {
        const string address = "/workshops/{id:guid}/questions/{part:guid}";
        var question = app.MapGroup(address).Behind(Door.InTheRoom);
        question.MapGet("", (Guid id, Guid part, HttpContext http, QuestionPages pages) => pages.Show(new(id), new(part), http));
        question.MapGet("/follow/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveFollowing(new(id), new(part), http, feed));

        var answers = app.MapGroup(address).Behind(Door.TakesPart);
        answers.MapGet("/mine", (Guid id, Guid part, HttpContext http, QuestionPages pages) => pages.Own(new(id), new(part), http));
        answers.MapPost("/openings", (Guid id, Guid part, HttpContext http, QuestionPages pages) => pages.Opened(new(id), new(part), http));
        answers.MapGet("/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.Live(new(id), new(part), http, feed));

        answers.MapAnswer("/answers", (ask, kind) => new GiveAnswer(new(ask.Command), ask.Text("answer-text", kind == AnswerKind.WordCloud), ask.IsShared, ask.Writer, ask.At));
        answers.MapAnswer("/answers/changes", (ask, kind) => new ChangeAnswer(
            ask.Answer, ask.Text($"text-{ask.Answer.Value}", kind == AnswerKind.WordCloud), ask.IsTicked($"shared-{ask.Answer.Value}"), ask.Writer, ask.At));
        answers.MapAnswer("/answers/withdrawals", (ask, _) => new WithdrawAnswer(ask.Answer, ask.Writer, ask.At));
        answers.MapAnswer("/answers/restorations", (ask, _) => new RestoreAnswer(ask.Answer, ask.Writer, ask.At));
        answers.MapAnswer("/goal", (ask, _) => new JudgeGoal(ask.Choice<GoalReached>("reached"), ask.Writer, ask.At, ask.VoiceFor(ask.Part)));
        answers.MapAnswer("/goal/whys", (ask, _) => new ExplainGoal(new(ask.Command), ask.Text("why"), ask.Writer, ask.At));
        answers.MapAnswer("/aims", (ask, _) => new TickAim(ask.Choice<Aim>("aim"), ask.IsTicked("ticked"), ask.Writer, ask.At, ask.VoiceFor(ask.Part)));
        answers.MapAnswer("/choices", (ask, _) => new MakeChoice(ask.Options("options"), ask.Writer, ask.At, ask.VoiceFor(ask.Part)));
        answers.MapAnswer("/ticks", (ask, _) => new TickOption(ask.Options("option") is [var option] ? option : throw new BadFormException("option"), ask.IsTicked("ticked"), ask.Writer, ask.At, ask.VoiceFor(ask.Part)));
        answers.MapAnswer("/seconds", (ask, _) => new SecondQuestion(ask.Answer, ask.IsTicked("seconded"), ask.Writer, ask.At, ask.VoiceFor(ask.Part)));
        answers.MapPost("/learned", (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Answer(
            new(id), new(part), http, (ask, _) => new AnswerLearningQuestion(ask.Answer, ask.Choice<Learned>("learned"), ask.WriterFor(ask.Returning), ask.At, ask.VoiceFor(ask.Returning)), ask => ask.Returning));

        app.MapGet(address + "/screen/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveScreen(new(id), new(part), http, feed)).Behind(Door.SeesTheWall);

        var desk = app.MapGroup(address).Behind(Door.Leads);
        desk.MapGet("/desk/live", (Guid id, Guid part, HttpContext http, QuestionPages pages, LiveFeed feed) => pages.LiveDesk(new(id), new(part), http, feed));
        desk.MapLead("/hidings", (ask, at) => new HideAnswer(ReplyOf(ask), at));
        desk.MapLead("/showings", (ask, at) => new ShowAnswer(ReplyOf(ask), at));
        desk.MapLead("/freezes", (_, at) => new FreezeQuestion(at));
        desk.MapLead("/thaws", (_, at) => new ThawQuestion(at));
        desk.MapLead("/results", (_, at) => new ShowResult(at));
        desk.MapLead("/treated", (ask, at) => new TreatQuestion(AnswerOf(ask), ask.Form["treated"] == "true", at));
    }

    private static void MapAnswer(this IEndpointRouteBuilder question, string path, Func<AtQuestion, AnswerKind, QuestionCommand> command) =>
        question.MapPost(path, (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Answer(new(id), new(part), http, command));

    private static void MapLead(this IEndpointRouteBuilder question, string path, Func<HttpRequest, DateTimeOffset, QuestionCommand> command) =>
        question.MapPost(path, (Guid id, Guid part, HttpContext http, QuestionAsking asking) => asking.Lead(new(id), new(part), http, command));

    private static AnswerId AnswerOf(HttpRequest ask) => Guid.TryParse(ask.Query["answer"], out var answer) ? new(answer) : throw new BadFormException("answer");

    private static ReplyId ReplyOf(HttpRequest ask) => ask.Form["reply"].ToString() is { Length: > 0 and <= 500 } reply ? new(reply) : throw new BadFormException("reply");
}
