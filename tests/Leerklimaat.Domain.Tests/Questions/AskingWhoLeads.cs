using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class AskingWhoLeads : AQuestion
{
    private static Story<Question, QuestionCommand, QuestionEvent> Room => Opened(AnswerKind.RoomQuestions);

    private static ShowAnswer LetThrough(int number) => new(ReplyId.Of(Id(number)), Monday);

    private static SecondQuestion Second(string writer, int number, bool isSeconded = true) => new(Id(number), isSeconded, writer, Monday);

    [Fact]
    public void A_question_is_seen_by_nobody_until_who_leads_lets_it_through() => Room.After(Give(Anna, 1, "Wanneer begint het?"))
        .And(question => Assert.Empty(Seen(question))).And(question => Assert.True(question.IsWaiting(question.Answers[Id(1).Value])))
        .When(LetThrough(1)).Then(new AnswerShown(ReplyId.Of(Id(1)))).And(question => Assert.Equal(["Wanneer begint het?"], question.RoomQuestions(question.Seconds).Select(one => one.Text)))
        .And(question => Assert.False(question.IsWaiting(question.Answers[Id(1).Value])));

    [Fact]
    public void Or_lays_it_aside_and_may_take_it_out_again() => Room.After(Give(Anna, 1, "Wie is de baas?"))
        .When(new HideAnswer(ReplyId.Of(Id(1)), Monday)).Then(new AnswerHidden(ReplyId.Of(Id(1)))).And(question => Assert.False(question.IsWaiting(question.Answers[Id(1).Value])))
        .When(new HideAnswer(ReplyId.Of(Id(1)), Monday)).ThenNothing()
        .When(LetThrough(1)).And(question => Assert.Single(question.RoomQuestions(question.Seconds)));

    [Fact]
    public void What_is_no_question_cannot_be_let_through() => Room.When(LetThrough(7)).ThenRefused(Reason.AnswerUnknown);

    [Fact]
    public void What_everybody_reads_keeps_its_words_but_can_be_taken_back() => Room.After(Give(Anna, 1, "Wie betaalt dit?"), Change(Anna, 1, "Wie betaalt?"), LetThrough(1))
        .And(question => Assert.Equal(Reason.OwnQuestionIsShown, Question.Decide(question, Change(Anna, 1, "Iets heel anders")).Refusal?.Reason))
        .When(new WithdrawAnswer(Id(1), Anna, Monday)).Then(new AnswerWithdrawn(Id(1))).And(question => Assert.Empty(question.RoomQuestions(question.Seconds)));

    [Fact]
    public void Others_second_it_once_and_may_stop_doing_so() => Room.After(Give(Anna, 1, "Wie betaalt dit?"), LetThrough(1))
        .When(Second(Bram, 1)).Then(new QuestionSeconded(Id(1), true, Bram)).When(Second(Bram, 1)).ThenNothing()
        .When(Second(Bram, 1, isSeconded: false)).Then(new QuestionSeconded(Id(1), false, Bram));

    [Fact]
    public void One_does_not_second_oneself() => Room.After(Give(Anna, 1, "Wie betaalt dit?"), LetThrough(1)).When(Second(Anna, 1)).ThenRefused(Reason.OwnQuestionSeconded);

    [Fact]
    public void Nor_what_nobody_may_see() => Room.After(Give(Anna, 1, "Wie betaalt dit?")).When(Second(Bram, 1)).ThenRefused(Reason.AnswerUnknown);

    [Fact]
    public void Nor_anything_when_it_was_stopped() => Room.After(Give(Anna, 1, "Wie betaalt dit?"), LetThrough(1), new FreezeQuestion(Monday)).When(Second(Bram, 1)).ThenRefused(Reason.QuestionFrozen);

    [Fact]
    public void Only_questions_of_the_room_are_seconded_and_gone_into()
    {
        List.After(Give(Anna, 1, "Tijd")).When(Second(Bram, 1)).ThenRefused(Reason.NotNow);
        List.After(Give(Anna, 1, "Tijd")).When(new TreatQuestion(Id(1), true, Monday)).ThenRefused(Reason.NotNow);
    }

    [Fact, Rule("D10")]
    public void How_many_second_a_question_is_told_from_five_people_on_and_the_most_come_first()
    {
        var story = Room.After(Give(Anna, 1, "Wie betaalt dit?"), Give(Anna, 2, "Wanneer begint het?"), LetThrough(1), LetThrough(2));
        story.After([.. Enumerable.Range(0, 4).Select(number => Second($"writer-{number}", number < 1 ? 1 : 2))]);
        Assert.All(story.State.RoomQuestions(story.State.Seconds), question => Assert.Null(question.Seconds));

        story.After(Second("writer-4", 1), Second("writer-4", 2));
        Assert.Equal([("Wanneer begint het?", 3), ("Wie betaalt dit?", 2)], story.State.RoomQuestions(story.State.Seconds).Select(question => (question.Text, question.Seconds!.Exactly!.Value)));

        story.After([.. Enumerable.Range(4, 5).Select(number => Second($"writer-{number}", number < 5 ? 2 : 1, isSeconded: number > 4))]);
        Assert.Equal([("Wie betaalt dit?", 6), ("Wanneer begint het?", 3)], story.State.RoomQuestions(story.State.Seconds).Select(question => (question.Text, question.Seconds!.Exactly!.Value)));
    }

    [Fact]
    public void What_was_gone_into_comes_last() => Room.After(Give(Anna, 1, "Wie betaalt dit?"), Give(Bram, 2, "Wanneer begint het?"), LetThrough(1), LetThrough(2))
        .When(new TreatQuestion(Id(1), true, Monday)).Then(new QuestionTreated(Id(1), true)).When(new TreatQuestion(Id(1), true, Monday)).ThenNothing()
        .And(question => Assert.Equal([("Wanneer begint het?", false), ("Wie betaalt dit?", true)], question.RoomQuestions(question.Seconds).Select(one => (one.Text, one.IsTreated))))
        .When(new TreatQuestion(Id(1), false, Monday)).And(question => Assert.Equal("Wie betaalt dit?", question.RoomQuestions(question.Seconds).First().Text));

    [Fact, Rule("W11")]
    public void What_is_seconded_in_practice_goes_when_it_ends()
    {
        var story = Room.After(Give(Anna, 1, "Wie betaalt dit?"), LetThrough(1));
        story.After([.. Enumerable.Range(0, 5).Select(number => Second(Rehearsed.Mark($"{number}"), 1))]);
        Assert.Equal((true, false), (story.State.SecondsByAll.MayBeShown, story.State.Seconds.MayBeShown));
        Assert.False(story.After(new ForgetRehearsal(Monday)).State.SecondsByAll.MayBeShown);
        Assert.Empty(story.State.Seconded);
    }
}
