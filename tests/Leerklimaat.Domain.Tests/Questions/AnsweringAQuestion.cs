using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class AnsweringAQuestion : AQuestion
{
    private static readonly string[] Three = ["Rust", "Ruimte", "Tijd"];

    [Fact]
    public void A_question_opens_when_somebody_first_comes_to_it() => Nothing.When(new OpenQuestion(Workshop, AnswerKind.WordCloud, Monday)).Then(new QuestionOpened(Workshop, AnswerKind.WordCloud));

    [Fact, Rule("L2")]
    public void Opening_it_again_changes_nothing() => Cloud.When(new OpenQuestion(Workshop, AnswerKind.WordCloud, Monday)).ThenNothing();

    [Fact]
    public void While_nobody_answered_it_can_become_another_kind() => Cloud.When(new OpenQuestion(Workshop, AnswerKind.Answers, Monday)).Then(new QuestionOpened(Workshop, AnswerKind.Answers));

    [Fact]
    public void Once_somebody_answered_it_stays_what_it_is() => Cloud.After(Give(Anna, 1, "Rust")).When(new OpenQuestion(Workshop, AnswerKind.Answers, Monday)).ThenNothing();

    [Fact]
    public void What_was_not_opened_has_no_answers() => Nothing.When(Give(Anna, 1, "Rust")).ThenRefused(Reason.QuestionUnknown);

    [Fact]
    public void An_answer_is_given() => List.When(Give(Anna, 1, "Samen lunchen")).Then(new AnswerGiven(Id(1), "Samen lunchen", true, Anna));

    [Fact, Rule("L2")]
    public void The_same_answer_sent_twice_is_one_answer() => List.After(Give(Anna, 1, "Samen lunchen")).When(Give(Anna, 1, "Samen lunchen")).ThenNothing().And(question => Assert.Single(question.Replies));

    [Fact]
    public void The_same_words_twice_from_one_person_are_one_answer() => Cloud.After(Give(Anna, 1, "Samen leren")).When(Give(Anna, 2, "samen  leren!")).ThenRefused(Reason.AnswerTwice);

    [Fact]
    public void One_person_gives_three_answers_at_most()
    {
        var full = List.After([.. Three.Select((text, index) => Give(Anna, index + 1, text))]);
        full.When(Give(Anna, 4, "Geld")).ThenRefused(Reason.TooManyAnswers);
        full.When(Give(Bram, 5, "Geld")).Then(new AnswerGiven(Id(5), "Geld", true, Bram));
    }

    [Fact]
    public void Who_takes_one_back_may_give_another() =>
        List.After([.. Three.Select((text, index) => Give(Anna, index + 1, text)), new WithdrawAnswer(Id(2), Anna, Monday)]).When(Give(Anna, 4, "Geld")).Then(new AnswerGiven(Id(4), "Geld", true, Anna));

    [Fact]
    public void What_people_take_along_is_one_text() => Opened(AnswerKind.TakeAlong).After(Give(Anna, 1, "Ik vraag door")).When(Give(Anna, 2, "En ik luister")).ThenRefused(Reason.TooManyAnswers);

    [Fact]
    public void Nothing_is_no_answer() => List.When(Give(Anna, 1, "")).ThenRefused(Reason.AnswerEmpty);

    [Fact]
    public void An_answer_has_280_characters_at_most()
    {
        List.When(Give(Anna, 1, new('a', 281))).ThenRefused(Reason.OwnAnswerTooLong);
        List.When(Give(Anna, 1, new('a', 280))).Then(new AnswerGiven(Id(1), new('a', 280), true, Anna));
    }

    [Fact]
    public void A_phrase_of_a_cloud_has_60() => Cloud.When(Give(Anna, 1, new('a', 61))).ThenRefused(Reason.PhraseTooLong);

    [Fact]
    public void An_answer_to_all_is_for_all() => List.When(Give(Anna, 1, "Tijd", isShared: false)).Then(new AnswerGiven(Id(1), "Tijd", true, Anna));

    [Fact]
    public void Ones_own_answer_can_be_changed() => List.After(Give(Anna, 1, "Tijd"))
        .When(Change(Anna, 1, "Meer tijd")).Then(new AnswerChanged(Id(1), "Meer tijd", true)).When(Change(Anna, 1, "Meer tijd")).ThenNothing();

    [Fact]
    public void It_can_be_taken_back_and_put_back() => List.After(Give(Anna, 1, "Tijd"))
        .When(new WithdrawAnswer(Id(1), Anna, Monday)).Then(new AnswerWithdrawn(Id(1))).And(question => Assert.Empty(question.Replies)).When(new WithdrawAnswer(Id(1), Anna, Monday)).ThenNothing()
        .When(new RestoreAnswer(Id(1), Anna, Monday)).Then(new AnswerRestored(Id(1))).And(question => Assert.Equal([("Tijd", 1)], Seen(question))).When(new RestoreAnswer(Id(1), Anna, Monday)).ThenNothing();

    [Fact]
    public void Somebody_elses_answer_cannot()
    {
        var given = List.After(Give(Anna, 1, "Tijd"));
        given.When(Change(Bram, 1, "Geld")).ThenRefused(Reason.NotYourAnswer);
        given.When(new WithdrawAnswer(Id(1), Bram, Monday)).ThenRefused(Reason.NotYourAnswer);
        given.When(new RestoreAnswer(Id(1), Bram, Monday)).ThenRefused(Reason.NotYourAnswer);
        given.When(new WithdrawAnswer(Id(2), Bram, Monday)).ThenRefused(Reason.AnswerUnknown);
    }

    [Fact]
    public void A_frozen_question_takes_no_more()
    {
        var frozen = List.After(Give(Anna, 1, "Tijd"), new FreezeQuestion(Monday));
        frozen.When(Give(Bram, 2, "Geld")).ThenRefused(Reason.QuestionFrozen);
        frozen.When(Change(Anna, 1, "Geld")).ThenRefused(Reason.QuestionFrozen);
        frozen.When(new FreezeQuestion(Monday)).ThenNothing();
        frozen.When(new ThawQuestion(Monday)).Then(new QuestionThawed()).When(new ThawQuestion(Monday)).ThenNothing().When(Give(Bram, 2, "Geld")).Then(new AnswerGiven(Id(2), "Geld", true, Bram));
    }

    [Fact]
    public void Ones_own_words_can_always_be_taken_back() => List.After(Give(Anna, 1, "Tijd"), new FreezeQuestion(Monday)).When(new WithdrawAnswer(Id(1), Anna, Monday)).Then(new AnswerWithdrawn(Id(1)));

    [Fact]
    public void The_facilitator_takes_an_answer_off_the_screen_and_puts_it_back()
    {
        var reply = ReplyId.Of(Id(1));
        List.After(Give(Anna, 1, "Tijd"), Give(Bram, 2, "Geld"))
            .When(new HideAnswer(reply, Monday)).Then(new AnswerHidden(reply)).And(question => Assert.Equal([("Geld", 1)], Seen(question))).When(new HideAnswer(reply, Monday)).ThenNothing()
            .When(new ShowAnswer(reply, Monday)).Then(new AnswerShown(reply)).And(question => Assert.Equal([("Tijd", 1), ("Geld", 1)], Seen(question))).When(new ShowAnswer(reply, Monday)).ThenNothing();
    }

    [Theory, InlineData("bestaat-niet"), InlineData("00000009000000000000000000000000")]
    public void What_is_not_there_cannot_be_hidden(string reply) => List.After(Give(Anna, 1, "Tijd")).When(new HideAnswer(new(reply), Monday)).ThenRefused(Reason.AnswerUnknown);

    [Fact]
    public void It_is_known_how_many_people_answered() => List
        .After(Give(Anna, 1, "Tijd"), Give(Anna, 2, "Geld"), Give(Bram, 3, "Rust")).And(question => Assert.Equal(2, question.People))
        .After(new WithdrawAnswer(Id(3), Bram, Monday)).And(question => Assert.Equal(1, question.People))
        .After(new RestoreAnswer(Id(3), Bram, Monday)).And(question => Assert.Equal(2, question.People));
}
