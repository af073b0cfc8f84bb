using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

/// <summary>What must hold for all of them.</summary>
public class EveryEventAndCommandOfQuestions : AQuestion
{
    private static readonly QuestionCommand[] Commands =
    [
        new OpenQuestion(Workshop, AnswerKind.LearningQuestion, Monday), Give(Anna, 1, "Tijd"), Give(Bram, 2, "Rust", isShared: false), Give(Anna, 3, "Tijd"), Change(Anna, 1, "Meer tijd"), Change(Bram, 2, "Rust"),
        new WithdrawAnswer(Id(1), Anna, Monday), new RestoreAnswer(Id(1), Anna, Monday), new HideAnswer(ReplyId.Of(Id(1)), Monday), new ShowAnswer(ReplyId.Of(Id(1)), Monday),
        new HideAnswer(ReplyId.OfPhrase("Tijd"), Monday), new FreezeQuestion(Monday), new ThawQuestion(Monday), Judge(Anna, 1, Learned.Partly), Judge(Bram, 2, Learned.NotYet),
        new JudgeGoal(GoalReached.Yes, Anna, Monday), new JudgeGoal(GoalReached.No, Bram, Monday), new ExplainGoal(Id(4), "Te druk", Bram, Monday), new ExplainGoal(Id(5), "", Bram, Monday),
        new TickAim(Aim.LearnTogether, true, Anna, Monday), new TickAim(Aim.LearnTogether, false, Anna, Monday), new HideAnswer(ReplyId.Of(Id(4)), Monday),
        Give(Domain.Rehearsals.Rehearsed.Mark("1"), 9, "Geduld"), new ForgetRehearsal(Monday),
        new MakeChoice([1], Anna, Monday), new MakeChoice([0], Bram, Monday), new MakeChoice([], Anna, Monday), new MakeChoice([2, 0], Chaima, Monday), new ShowResult(Monday), new TickOption(2, true, Anna, Monday), new TickOption(2, false, Anna, Monday),
        new MakeChoice([1], Domain.Rehearsals.Rehearsed.Mark("2"), Monday), new ShowAnswer(ReplyId.Of(Id(3)), Monday), new SecondQuestion(Id(1), true, Bram, Monday), new SecondQuestion(Id(1), false, Bram, Monday),
        new SecondQuestion(Id(2), true, Domain.Rehearsals.Rehearsed.Mark("2"), Monday), new TreatQuestion(Id(1), true, Monday), new TreatQuestion(Id(1), false, Monday),
    ];

    [Fact]
    public void There_is_a_sample_of_every_command() =>
        Assert.Equal(KindsOf(typeof(QuestionCommand)), Commands.Select(command => command.GetType().Name).Distinct().Order());

    [Theory, InlineData(typeof(QuestionEvent)), InlineData(typeof(QuestionCommand))]
    public void Every_kind_has_a_name(Type kind) =>
        Assert.Equal(KindsOf(kind), kind.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(stored => stored.DerivedType.Name).Order());

    [Theory, InlineData(AnswerKind.WordCloud), InlineData(AnswerKind.Answers), InlineData(AnswerKind.LearningQuestion), InlineData(AnswerKind.TakeAlong), InlineData(AnswerKind.RoomQuestions), Rule("L2")]
    [InlineData(AnswerKind.OneChoice), InlineData(AnswerKind.SeveralChoices), InlineData(AnswerKind.Scale), InlineData(AnswerKind.Ranking), InlineData(AnswerKind.Recognition)]
    public void A_command_twice_has_no_second_effect_and_replay_is_the_same_as_live(AnswerKind kind) =>
        Gen.Int[0, Commands.Length - 1].Select(number => Commands[number]).Array[0, 60].Sample(
            commands =>
            {
                var live = Asked(kind);
                var happened = new List<QuestionEvent>();
                foreach (var command in commands)
                {
                    happened.AddRange(Step(ref live, command));
                    // A withdrawn answer is forgotten once there is another; then its id is free again. The id of the command keeps that from happening.
                    Assert.Empty(Step(ref live, command));
                }

                Assert.Equal(Text(live), Text(happened.Select(Stored).Aggregate(Asked(kind), Question.Evolve)));
            },
            iter: 500);

    private static Question Asked(AnswerKind kind) => Nothing.Given(new QuestionOpened(Workshop, kind, kind == AnswerKind.Scale ? "" : "Tijd\nGeld\nRust")).State;

    private static List<QuestionEvent> Step(ref Question question, QuestionCommand command)
    {
        var events = Question.Decide(question, command).Events.ToList();
        question = events.Aggregate(question, Question.Evolve);
        return events;
    }

    private static QuestionEvent Stored(QuestionEvent happened) => JsonSerializer.Deserialize<QuestionEvent>(JsonSerializer.Serialize(happened))!;

    private static string Text(Question question) => JsonSerializer.Serialize(new
    {
        question.Kind,
        question.IsFrozen,
        question.People,
        question.Given,
        question.Replies,
        Shown = question.Learned with { Waiting = [] },
        Answers = question.Answers.Values.OrderBy(answer => answer.Number),
        Hidden = question.Hidden.Order(),
        Waiting = question.Learned.Waiting.Order(),
        question.Whys,
        Reflections = question.Reflections.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Reached, Aims: one.Value.Aims.Order())).Select(one => new { one.Key, one.Reached, one.Aims }),
        Reached = question.Reached with { Waiting = [] },
        ReachedWaiting = question.Reached.Waiting.Order(),
        Chosen = question.Chosen.OrderBy(one => one.Key),
        Seconded = question.Seconded.OrderBy(one => one.Key).Select(one => new { one.Key, Own = one.Value.Order() }),
        Treated = question.Treated.Order(),
        LetThrough = question.LetThrough.Order(),
        Counted = new[] { question.Result, question.ResultByAll, question.Seconds, question.SecondsByAll }.Select(counted => new { counted.Counts, counted.People, Waiting = counted.Waiting.Order() }),
    });

    private static IEnumerable<string> KindsOf(Type kind) => kind.Assembly.GetTypes().Where(type => type.IsSubclassOf(kind)).Select(type => type.Name).Order();
}
