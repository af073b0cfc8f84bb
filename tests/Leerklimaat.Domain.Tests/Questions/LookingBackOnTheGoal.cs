using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class LookingBackOnTheGoal : AQuestion
{
    private static Story<Question, QuestionCommand, QuestionEvent> Closing => Opened(AnswerKind.TakeAlong);

    [Theory, InlineData(GoalReached.Yes), InlineData(GoalReached.Partly), InlineData(GoalReached.No)]
    public void Each_person_says_once_whether_the_goal_was_reached(GoalReached reached) => Closing
        .When(Judge(Anna, reached)).Then(new GoalJudged(reached, Anna)).When(Judge(Anna, reached)).ThenNothing()
        .And(question => Assert.Equal((reached, (GoalReached?)null), (question.ReflectionOf(Anna).Reached!.Value, question.ReflectionOf(Bram).Reached)));

    [Fact]
    public void And_may_change_their_mind() => Closing.After(Judge(Anna, GoalReached.Yes)).When(Judge(Anna, GoalReached.No)).Then(new GoalJudged(GoalReached.No, Anna));

    [Fact]
    public void Why_comes_after_what_and_can_be_taken_back() => Closing
        .When(Why(Anna, 1, "We hadden te weinig tijd")).And(question => Assert.Empty(question.Whys)).After(Judge(Anna, GoalReached.Partly))
        .When(Why(Anna, 1, "We hadden te weinig tijd")).Then(new GoalExplained(Id(1), "We hadden te weinig tijd", Anna)).When(Why(Anna, 2, "We hadden te weinig tijd")).ThenNothing()
        .When(Why(Anna, 2, "Te weinig tijd")).Then(new GoalExplained(Id(1), "Te weinig tijd", Anna))
        .When(Why(Anna, 3, "")).Then(new GoalExplained(Id(1), "", Anna)).And(question => Assert.Empty(question.Whys));

    [Fact]
    public void A_reason_without_a_judgement_is_refused() => Closing.When(Why(Anna, 1, "Zomaar")).ThenRefused(Reason.NotNow);

    [Fact]
    public void A_reason_is_two_hundred_and_eighty_characters_at_most() => Closing.After(Judge(Anna, GoalReached.No))
        .When(Why(Anna, 1, new('a', 280))).Then(new GoalExplained(Id(1), new('a', 280), Anna)).When(Why(Anna, 1, new('a', 281))).ThenRefused(Reason.OwnAnswerTooLong);

    [Fact]
    public void What_was_chosen_does_not_stand_beside_the_reason() => Closing.After(Judge(Anna, GoalReached.No), Why(Anna, 1, "Te druk"), Judge(Bram, GoalReached.Yes), Why(Bram, 2, "Fijn gesprek"))
        .And(question => Assert.Equal([new Reply(ReplyId.Of(Id(1)), "Te druk", 1, false), new Reply(ReplyId.Of(Id(2)), "Fijn gesprek", 1, false)], question.Whys));

    [Fact]
    public void The_facilitator_takes_a_reason_off_and_puts_it_back() => Closing.After(Judge(Anna, GoalReached.No), Why(Anna, 1, "Door Kees"))
        .When(new HideAnswer(ReplyId.Of(Id(1)), Monday)).Then(new AnswerHidden(ReplyId.Of(Id(1)))).And(question => Assert.True(question.Whys.Single().IsHidden))
        .When(Why(Anna, 2, "Toch door Kees")).And(question => Assert.True(question.Whys.Single().IsHidden))
        .When(new ShowAnswer(ReplyId.Of(Id(1)), Monday)).And(question => Assert.False(question.Whys.Single().IsHidden));

    [Fact]
    public void Each_aim_is_ticked_or_not() => Closing
        .When(Tick(Anna, Aim.LearnTogether)).Then(new AimTicked(Aim.LearnTogether, true, Anna)).When(Tick(Anna, Aim.LearnTogether)).ThenNothing()
        .When(Tick(Anna, Aim.ShareKnowledge)).Then(new AimTicked(Aim.ShareKnowledge, true, Anna))
        .When(Tick(Anna, Aim.LearnTogether, isTicked: false)).Then(new AimTicked(Aim.LearnTogether, false, Anna))
        .And(question => Assert.Equal([Aim.ShareKnowledge], question.ReflectionOf(Anna).Aims));

    [Fact]
    public void Nothing_new_comes_to_a_closing_that_was_stopped_but_words_can_be_taken_back()
    {
        var stopped = Closing.After(Judge(Anna, GoalReached.No), Why(Anna, 1, "Te druk"), new FreezeQuestion(Monday));
        stopped.When(Judge(Anna, GoalReached.Yes)).ThenRefused(Reason.QuestionFrozen);
        stopped.When(Tick(Anna, Aim.LearnTogether)).ThenRefused(Reason.QuestionFrozen);
        stopped.When(Why(Anna, 1, "Te vol")).ThenRefused(Reason.QuestionFrozen);
        stopped.When(Why(Anna, 1, "")).Then(new GoalExplained(Id(1), "", Anna));
    }

    [Theory, InlineData(AnswerKind.WordCloud), InlineData(AnswerKind.Answers), InlineData(AnswerKind.LearningQuestion)]
    public void Only_the_closing_asks_this(AnswerKind kind)
    {
        Opened(kind).When(Judge(Anna, GoalReached.Yes)).ThenRefused(Reason.NotNow);
        Opened(kind).When(Tick(Anna, Aim.LearnTogether)).ThenRefused(Reason.NotNow);
    }

    [Fact, Rule("R3")]
    public void The_numbers_are_shown_from_five_people_on_and_move_for_five_at_once()
    {
        var four = Closing.After([.. Enumerable.Range(1, 4).Select(number => Judge($"writer-{number}", GoalReached.Yes))]);
        Assert.False(four.State.Reached.MayBeShown);
        var five = four.After(Judge("writer-5", GoalReached.No));
        Assert.Equal((4, 0, 1, 5), Numbers(five.State));
        foreach (var number in new[] { 6, 7, 8, 9 }) Assert.Equal((4, 0, 1, 5), Numbers(five.After(Judge($"writer-{number}", GoalReached.Partly)).State));
        Assert.Equal((4, 5, 1, 10), Numbers(five.After(Judge("writer-10", GoalReached.Partly)).State));
    }

    [Fact, Rule("R3")]
    public void Two_different_numbers_of_an_aim_always_differ_in_five_people_or_more() =>
        Gen.Select(Gen.Int[1, 8], Gen.Enum<Aim>(), Gen.Bool).Array[0, 80].Sample(
            steps =>
            {
                var story = Closing;
                var (shown, since) = ((0, 0, 0, 0), new HashSet<int>());
                foreach (var (number, aim, isTicked) in steps)
                {
                    story.When(Tick($"writer-{number}", aim, isTicked));
                    since.Add(number);
                    var now = (story.State.Aims.Of(Aim.LearnTogether), story.State.Aims.Of(Aim.ExchangeExperience), story.State.Aims.Of(Aim.ShareKnowledge), story.State.Aims.People);
                    Assert.True(now.People is 0 or >= 5);
                    if (now == shown) continue;
                    Assert.True(since.Count >= 5);
                    (shown, since) = (now, []);
                }
            },
            iter: 500);

    [Theory, Rule("D9"), Rule("D10"), InlineData("", false), InlineData(null, true)]
    public void Four_browsers_that_follow_beside_one_person_find_out_nothing(string? voice, bool isFound)
    {
        // Where each of them had a voice, as before, the sum is known but for the one person.
        var beside = Closing.After([.. Enumerable.Range(1, 4).Select(number => Judge($"follower-{number}", GoalReached.Yes) with { Voice = voice }), Judge(Anna, GoalReached.No)]);
        Assert.Equal(isFound, beside.State.Reached.MayBeShown);
    }

    [Fact, Rule("D9"), Rule("D10")]
    public void Who_follows_counts_once_five_voices_are_in_the_sum() => Closing
        .After([.. Enumerable.Range(1, 4).Select(number => Judge($"follower-{number}", GoalReached.Yes) with { Voice = "" }), .. Enumerable.Range(1, 4).Select(number => Judge($"writer-{number}", GoalReached.No))])
        .And(question => Assert.False(question.Reached.MayBeShown)).After(Judge(Anna, GoalReached.No)).And(question => Assert.Equal((4, 0, 5, 9), Numbers(question)));

    [Fact, Rule("D9"), Rule("D10")]
    public void Seats_that_share_a_device_are_one_voice()
    {
        var sharing = Closing.After([.. Enumerable.Range(1, 4).Select(number => Judge($"writer-{number}", GoalReached.Yes) with { Voice = "the tablet" }), .. Enumerable.Range(5, 3).Select(number => Judge($"writer-{number}", GoalReached.No))]);
        Assert.False(sharing.State.Reached.MayBeShown);
        Assert.Equal((4, 0, 4, 8), Numbers(sharing.After(Judge(Anna, GoalReached.No)).State));
    }

    [Fact, Rule("D9")]
    public void Who_followed_and_then_sits_down_has_a_voice() => Closing
        .After([.. Enumerable.Range(1, 4).Select(number => Judge($"writer-{number}", GoalReached.Yes)), Judge(Anna, GoalReached.No) with { Voice = "" }]).And(question => Assert.False(question.Reached.MayBeShown))
        .After(Judge(Anna, GoalReached.Partly)).And(question => Assert.Equal((4, 1, 0, 5), Numbers(question)));

    [Theory, Rule("D4"), Rule("D10"), InlineData(5, 0, GoalReached.Yes), InlineData(4, 1, GoalReached.Yes), InlineData(1, 5, GoalReached.No), InlineData(3, 2, null)]
    public void Where_nearly_everybody_says_the_same_no_number_is_told(int yes, int no, GoalReached? nearly)
    {
        var reached = Closing.After([.. Enumerable.Range(1, yes + no).Select(number => Judge($"writer-{number}", number <= yes ? GoalReached.Yes : GoalReached.No))]).State.Reached;
        Assert.Equal(nearly, reached.NearlyAll<GoalReached>());
    }

    [Theory, Rule("D4"), Rule("D10"), InlineData(5, null, true), InlineData(4, null, true), InlineData(1, null, false), InlineData(0, null, false), InlineData(2, 2, false), InlineData(3, 3, false)]
    public void Nor_of_an_aim_that_nearly_everybody_or_nearly_nobody_ticked(int ticked, int? exactly, bool isNearlyAll) => Assert.Equal(new ToldCount(exactly, isNearlyAll), ToldCount.Of(ticked, 5));

    private static JudgeGoal Judge(string writer, GoalReached reached) => new(reached, writer, Monday);

    private static ExplainGoal Why(string writer, int number, string why) => new(Id(number), why, writer, Monday);

    private static TickAim Tick(string writer, Aim aim, bool isTicked = true) => new(aim, isTicked, writer, Monday);

    private static (int Yes, int Partly, int No, int People) Numbers(Question question) =>
        (question.Reached.Of(GoalReached.Yes), question.Reached.Of(GoalReached.Partly), question.Reached.Of(GoalReached.No), question.Reached.People);
}
