using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class LearningQuestions : AQuestion
{
    [Fact]
    public void The_person_chooses_who_sees_it() => Learning
        .When(Give(Anna, 1, "Hoe geef ik feedback?", isShared: false)).Then(new AnswerGiven(Id(1), "Hoe geef ik feedback?", false, Anna)).And(question => Assert.Empty(question.Replies))
        .When(Give(Bram, 2, "Hoe maak ik tijd?")).Then(new AnswerGiven(Id(2), "Hoe maak ik tijd?", true, Bram)).And(question => Assert.Equal([("Hoe maak ik tijd?", 1)], Seen(question)));

    [Fact]
    public void And_may_change_that() => Learning.After(Give(Anna, 1, "Hoe geef ik feedback?", isShared: false))
        .When(Change(Anna, 1, "Hoe geef ik feedback?")).Then(new AnswerChanged(Id(1), "Hoe geef ik feedback?", true)).And(question => Assert.Single(question.Replies))
        .When(Change(Anna, 1, "Hoe geef ik feedback?", isShared: false)).And(question => Assert.Empty(question.Replies));

    [Fact]
    public void What_is_private_is_changed_without_anybody_noticing() => Learning.After(Give(Anna, 1, "Hoe geef ik feedback?", isShared: false), Give(Bram, 2, "Hoe maak ik tijd?")).And(question => Assert.Equal(
        (false, true, true, false), (question.IsNews(new AnswerChanged(Id(1), "Hoe?", false)), question.IsNews(new AnswerChanged(Id(1), "Hoe?", true)), question.IsNews(new AnswerChanged(Id(2), "Hoe?", false)), question.IsNews(new LearningQuestionAnswered(Id(1), Learned.Partly)))));

    [Fact]
    public void What_is_private_is_not_there_for_the_facilitator_either() =>
        Learning.After(Give(Anna, 1, "Hoe geef ik feedback?", isShared: false)).When(new HideAnswer(ReplyId.Of(Id(1)), Monday)).ThenRefused(Reason.AnswerUnknown);

    [Theory, InlineData(Learned.Answered), InlineData(Learned.Partly), InlineData(Learned.NotYet)]
    public void At_the_closing_its_owner_says_whether_it_was_answered(Learned learned) => Learning.After(Give(Anna, 1, "Hoe maak ik tijd?"), new FreezeQuestion(Monday))
        .When(Judge(Anna, 1, learned)).Then(new LearningQuestionAnswered(Id(1), learned)).When(Judge(Anna, 1, learned)).ThenNothing();

    [Fact]
    public void Nobody_else_does() => Learning.After(Give(Anna, 1, "Hoe maak ik tijd?")).When(Judge(Bram, 1, Learned.Answered)).ThenRefused(Reason.NotYourAnswer);

    [Fact]
    public void Another_question_has_no_such_outcome() => List.After(Give(Anna, 1, "Tijd")).When(Judge(Anna, 1, Learned.Answered)).ThenRefused(Reason.NotNow);

    [Fact]
    public void A_question_that_was_taken_back_is_not_asked_about() =>
        Learning.After(Give(Anna, 1, "Hoe maak ik tijd?"), new WithdrawAnswer(Id(1), Anna, Monday)).When(Judge(Anna, 1, Learned.Answered)).ThenRefused(Reason.AnswerUnknown);

    [Fact]
    public void The_numbers_are_shown_from_five_people_on()
    {
        var four = Group(5).After([.. Enumerable.Range(1, 4).Select(number => Judge($"writer-{number}", number, Learned.Answered))]);
        Assert.False(four.State.Learned.MayBeShown);
        Assert.Equal(0, four.State.Learned.Of(Learned.Answered));
        var five = four.After(Judge("writer-5", 5, Learned.NotYet)).State.Learned;
        Assert.Equal((4, 0, 1, 5), (five.Of(Learned.Answered), five.Of(Learned.Partly), five.Of(Learned.NotYet), five.People));
    }

    [Fact]
    public void After_that_they_move_for_five_people_at_once()
    {
        var five = Group(10).After([.. Enumerable.Range(1, 5).Select(number => Judge($"writer-{number}", number, Learned.Answered))]);
        for (var number = 6; number < 10; number++) Assert.Equal((5, 0), Numbers(five.After(Judge($"writer-{number}", number, Learned.Partly))));
        Assert.Equal((5, 5), Numbers(five.After(Judge("writer-10", 10, Learned.Partly))));
    }

    [Fact]
    public void One_person_who_changes_their_mind_five_times_is_one_person()
    {
        var five = Group(5).After([.. Enumerable.Range(1, 5).Select(number => Judge($"writer-{number}", number, Learned.Answered))]);
        foreach (var learned in new[] { Learned.Partly, Learned.NotYet, Learned.Answered, Learned.Partly, Learned.NotYet }) Assert.Equal((5, 0), Numbers(five.After(Judge("writer-1", 1, learned))));
    }

    [Fact]
    public void A_private_question_is_in_no_number()
    {
        var story = Learning.After([.. Enumerable.Range(1, 9).Select(number => Give($"writer-{number}", number, $"Vraag {number}", isShared: number > 5))]);
        story.After([.. Enumerable.Range(1, 9).Select(number => Judge($"writer-{number}", number, Learned.Answered))]);
        Assert.False(story.State.Learned.MayBeShown);
    }

    [Fact, Rule("R3")]
    public void Two_different_numbers_always_differ_in_five_people_or_more() =>
        Gen.Select(Gen.Int[1, 8], Gen.Enum<Learned>(), Gen.Bool).Array[0, 80].Sample(
            steps =>
            {
                var story = Group(8);
                var (shown, since) = (story.State.Learned, new HashSet<int>());
                foreach (var (number, learned, retreats) in steps)
                {
                    story.When(retreats ? Change($"writer-{number}", number, $"Vraag {number}", isShared: learned == Learned.Answered) : Judge($"writer-{number}", number, learned));
                    since.Add(number);
                    var now = story.State.Learned with { Waiting = [] };
                    Assert.True(now.People is 0 or >= 5);
                    if (now == shown with { Waiting = [] }) continue;
                    Assert.True(since.Count >= 5);
                    (shown, since) = (story.State.Learned, []);
                }
            },
            iter: 500);

    private static Story<Question, QuestionCommand, QuestionEvent> Group(int people) => Learning.After([.. Enumerable.Range(1, people).Select(number => Give($"writer-{number}", number, $"Vraag {number}"))]);

    private static (int Answered, int Partly) Numbers(Story<Question, QuestionCommand, QuestionEvent> story) => (story.State.Learned.Of(Learned.Answered), story.State.Learned.Of(Learned.Partly));
}
