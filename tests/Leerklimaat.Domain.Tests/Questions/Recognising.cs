using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

/// <summary>Three sentences; 0, 1 and 2 are the answers to the first: yes, a bit, no.</summary>
[Rule("W4")]
public class Recognising : AQuestion
{
    private static Story<Question, QuestionCommand, QuestionEvent> Asked => Nothing.After(new OpenQuestion(Workshop, AnswerKind.Recognition, Monday, "Wij leren samen\nWij delen kennis\nWij kijken terug"));

    [Fact]
    public void Of_each_sentence_one_says_one_thing_and_may_say_another() => Asked
        .When(Tick(0)).Then(new ChoiceMade([0], Anna))
        .When(Tick(5)).Then(new ChoiceMade([0, 5], Anna))
        .When(Tick(2)).Then(new ChoiceMade([2, 5], Anna))
        .When(Tick(2)).ThenNothing()
        .When(Tick(2, isTicked: false)).Then(new ChoiceMade([5], Anna));

    [Fact]
    public void Who_has_not_said_it_of_all_sentences_is_in_no_number() => Asked
        .After(Tick(0), Tick(3)).And(question => Assert.Equal(0, question.People))
        .After(Tick(8)).And(question => Assert.Equal(1, question.People));

    [Theory, InlineData(9), InlineData(-1)]
    public void There_are_three_answers_to_each_sentence_and_no_more(int option) => Asked.When(new MakeChoice([option], Anna, Monday)).ThenRefused(Reason.OptionUnknown);

    [Fact]
    public void Two_answers_to_one_sentence_are_refused() => Asked.When(new MakeChoice([0, 1], Anna, Monday)).ThenRefused(Reason.OptionUnknown);

    [Fact, Rule("D10")]
    public void Five_people_are_told_sentence_by_sentence()
    {
        var told = Told([0, 3, 6], [0, 4, 6], [1, 5, 8], [2, 3, 7], [0, 4, 8]);
        Assert.Equal([new(3, 1, 1, null), new(2, 2, 1, null), new(2, 1, 2, null)], told.Options.Select(option => option.Recognised!));
        Assert.Equal(["Wij leren samen", "Wij delen kennis", "Wij kijken terug"], told.Options.Select(option => option.Text));
        Assert.Equal(5, told.People);
    }

    [Fact, Rule("D4")]
    public void Where_all_but_one_say_the_same_of_a_sentence_no_number_is_told() =>
        Assert.Equal([new(0, 0, 0, Recognises.Yes), new(0, 0, 0, Recognises.No), new(2, 1, 2, null)], Told([0, 5, 6], [0, 5, 6], [0, 5, 8], [2, 5, 7], [0, 5, 8]).Options.Select(option => option.Recognised!));

    [Fact, Rule("D10")]
    public void Four_people_are_not_told() => Assert.All(Told([0, 3, 6], [0, 4, 6], [1, 5, 8], [2, 3, 7]).Options, option => Assert.Null(option.Recognised));

    private static ChoiceResult Told(params int[][] chosen)
    {
        var story = Asked;
        foreach (var (number, options) in chosen.Index()) story.After(new MakeChoice(options, $"writer-{number}", Monday));
        var question = story.After(new ShowResult(Monday)).State;
        return ChoiceResult.Of(question, question.Result);
    }

    private static TickOption Tick(int option, bool isTicked = true) => new(option, isTicked, Anna, Monday);
}
