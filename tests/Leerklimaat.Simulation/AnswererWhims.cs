using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Questions;

namespace Leerklimaat.Simulation;

/// <summary>What somebody answers to a question, or where they set their dots.</summary>
/// <param name="writer">By which the server knows their answers.</param>
/// <param name="sharesAll">What they meant to keep to themselves too, which must never be.</param>
public sealed class AnswererWhims(Chance chance, string writer, bool sharesAll)
{
    private static readonly string[] Words = ["vertrouwen", "samen", "tijd", "fouten maken", "ruimte", "nieuwsgierig"];

    private readonly List<AnswerId> given = [];

    public QuestionCommand Next(Part part) => QuestionViews.KindOf(part) switch
    {
        _ when chance.Of(.15) && given.Count > 0 => Again(),
        AnswerKind.OneChoice => new MakeChoice([chance.Below(4)], writer, default),
        AnswerKind.TakeAlong when chance.Of(.6) => Reflect(),
        var kind => Give(kind),
    };

    public PlenaryCommand Dot(DotRound dots, EntryId entry) => chance.Of(.7)
        ? new SetDot(dots.Number, writer, entry, dots.SetBy(writer, entry) + 1, 1, default)
        : new TakeDot(dots.Number, writer, entry, dots.SetBy(writer, entry), default);

    private QuestionCommand Reflect() => chance.Below(3) switch
    {
        0 => new JudgeGoal(chance.Of(Enum.GetValues<GoalReached>()), writer, default),
        1 => new ExplainGoal(new(chance.NewId()), $"Daarom {chance.Below(1_000)}", writer, default),
        _ => new TickAim(chance.Of(Enum.GetValues<Aim>()), chance.Of(.7), writer, default),
    };

    private GiveAnswer Give(AnswerKind? kind)
    {
        given.Add(new(chance.NewId()));
        // What somebody keeps to themselves is in nobody else's page.
        var isShared = kind is not (AnswerKind.LearningQuestion or AnswerKind.TakeAlong) || chance.Of(.5);
        var text = kind == AnswerKind.WordCloud ? chance.Of(Words) : $"Antwoord {chance.Below(1_000)}";
        return new(given[^1], isShared ? text : $"{Promises.Secret} {text}", isShared || sharesAll, writer, default);
    }

    private QuestionCommand Again()
    {
        var old = chance.Of(given);
        return chance.Below(3) switch
        {
            0 => new WithdrawAnswer(old, writer, default),
            1 => new RestoreAnswer(old, writer, default),
            _ => new ChangeAnswer(old, $"Anders {chance.Below(1_000)}", true, writer, default),
        };
    }
}
