using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tests.Plenaries;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Rehearsals;

public class AnsweringAndDotting : ARehearsal
{
    private static readonly PartId Part = new(new Guid(4, 0, 0, new byte[8]));

    private static StandInAnswers Person(int seat) => new(Script, Table(1), StandIn.At(Table(1), new(seat), Rehearsal(1, 5)));

    [Theory, InlineData(AnswerKind.WordCloud), InlineData(AnswerKind.Answers), InlineData(AnswerKind.LearningQuestion), InlineData(AnswerKind.TakeAlong), Rule("W11")]
    public void Stand_ins_answer_each_question_by_marked_writers_until_they_have_nothing_to_add(AnswerKind kind)
    {
        var question = Opened(kind);
        for (var seat = 1; seat <= 5; seat++)
        {
            while (Person(seat).WishOf(question.State, Part, Monday) is { } wish) question.After(wish.Command);
        }

        Assert.Equal(5, question.State.People);
        Assert.All(question.State.Writers.Keys, writer => Assert.True(Rehearsed.IsMarked(writer)));
        Assert.All(question.State.Answers.Values, answer => Assert.Contains(answer.Text, Script.For(kind)));
    }

    [Theory, InlineData(AnswerKind.OneChoice), InlineData(AnswerKind.SeveralChoices), InlineData(AnswerKind.Scale), InlineData(AnswerKind.Ranking), InlineData(AnswerKind.Recognition), Rule("W11")]
    public void Stand_ins_choose_once_each_in_their_own_way(AnswerKind kind)
    {
        var question = new Story<Question, QuestionCommand, QuestionEvent>(Question.Empty, Question.Decide, Question.Evolve)
            .After(new OpenQuestion(Guid.Empty, kind, Monday, kind == AnswerKind.Scale ? "" : "Tijd\nGeld\nRust\nRuimte"));
        for (var seat = 1; seat <= 14; seat++)
        {
            question.After(Person(seat).WishOf(question.State, Part, Monday)!.Command);
            Assert.Null(Person(seat).WishOf(question.State, Part, Monday));
        }

        Assert.Equal(14, question.State.People);
        Assert.True(question.State.Chosen.Values.Select(chosen => string.Join(' ', chosen)).Distinct().Count() > 2);
    }

    [Fact, Rule("W11")]
    public void Stand_ins_ask_who_leads_and_second_what_was_let_through()
    {
        var question = Opened(AnswerKind.RoomQuestions);
        question.After(Person(1).WishOf(question.State, Part, Monday)!.Command);
        Assert.Null(Person(1).WishOf(question.State, Part, Monday));
        question.After(new ShowAnswer(ReplyId.Of(question.State.Answers.Values.Single().Id), Monday));
        for (var seat = 2; seat <= 14; seat++)
        {
            while (Person(seat).WishOf(question.State, Part, Monday) is { } wish) question.After(wish.Command);
        }

        Assert.Contains(question.State.Seconded.Values, own => own.Count > 0);
    }

    [Fact, Rule("W11")]
    public void A_question_that_was_stopped_gets_no_answers() => Assert.Null(Person(1).WishOf(Opened(AnswerKind.Answers).After(new FreezeQuestion(Monday)).State, Part, Monday));

    [Fact, Rule("W11")]
    public void At_the_closing_a_stand_in_says_once_whether_its_own_learning_question_was_answered()
    {
        var question = Opened(AnswerKind.LearningQuestion);
        question.After(Person(1).WishOf(question.State, Part, Monday)!.Command);

        Assert.Null(Person(2).Judging(question.State, Part, Monday));
        question.After(Person(1).Judging(question.State, Part, Monday)!.Command);
        Assert.Null(Person(1).Judging(question.State, Part, Monday));
    }

    [Fact, Rule("W11"), Rule("P3")]
    public void A_stand_in_sets_all_its_dots_while_they_are_open()
    {
        var lists = PlenaryLists.Of(Plenary.Empty, Harvest.Of([KeyValuePair.Create(Table(1), ATablesHarvest.Of)]));
        var plenary = new Story<Plenary, PlenaryCommand, PlenaryEvent>(Plenary.Empty, Plenary.Decide, Plenary.Evolve);
        Assert.Null(Person(1).Dotting(plenary.State, lists, Monday));

        plenary.After(new OpenDots(1, lists.All.Count(), Monday));
        while (Person(1).Dotting(plenary.State, lists, Monday) is { } wish) plenary.After(wish.Command);

        Assert.Equal(plenary.State.Dots!.Each, plenary.State.Dots.SetBy(Person(1).DotOwner));
        Assert.All(plenary.State.Dots.Dots, dot => Assert.True(Rehearsed.IsMarked(dot.Owner)));
        Assert.Null(Person(2).Dotting(plenary.After(new CloseDots(1, Monday)).State, lists, Monday));
    }

    private static Story<Question, QuestionCommand, QuestionEvent> Opened(AnswerKind kind) =>
        new Story<Question, QuestionCommand, QuestionEvent>(Question.Empty, Question.Decide, Question.Evolve).After(new OpenQuestion(Guid.Empty, kind, Monday));

    /// <summary>Two tables of people, from the tests of the plenary.</summary>
    private abstract class ATablesHarvest : APlenary
    {
        public static Domain.Tables.Table Of => Played1;
    }
}
