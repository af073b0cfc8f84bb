using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class Choosing : AQuestion
{
    private const string Three = "Tijd\nGeld\nRust";

    private static Story<Question, QuestionCommand, QuestionEvent> Asked(AnswerKind kind, string options = Three) => Nothing.After(new OpenQuestion(Workshop, kind, Monday, options));

    private static MakeChoice Choose(string writer, params int[] options) => new(options, writer, Monday);

    private static TickOption Tick(string writer, int option, bool isTicked = true) => new(option, isTicked, writer, Monday);

    private static ShowResult Show => new(Monday);

    [Fact]
    public void One_choice_takes_the_place_of_the_one_before_and_can_be_taken_back() => Asked(AnswerKind.OneChoice)
        .When(Choose(Anna, 1)).Then(new ChoiceMade([1], Anna)).When(Choose(Anna, 1)).ThenNothing()
        .When(Choose(Anna, 2)).Then(new ChoiceMade([2], Anna)).And(question => Assert.Equal(1, question.People))
        .When(Choose(Anna)).Then(new ChoiceMade([], Anna)).And(question => Assert.Equal(0, question.People));

    [Theory, InlineData(AnswerKind.OneChoice), InlineData(AnswerKind.Scale)]
    public void Of_some_one_is_chosen_and_no_more(AnswerKind kind) => Asked(kind, kind == AnswerKind.Scale ? "" : Three).When(Choose(Anna, 0, 1)).ThenRefused(Reason.OptionUnknown);

    [Theory, InlineData(AnswerKind.OneChoice, 3), InlineData(AnswerKind.SeveralChoices, 3), InlineData(AnswerKind.Ranking, 3), InlineData(AnswerKind.Scale, 5), InlineData(AnswerKind.OneChoice, -1)]
    public void What_is_not_among_the_options_cannot_be_chosen(AnswerKind kind, int option) => Asked(kind, kind == AnswerKind.Scale ? "weinig\nveel" : Three).When(Choose(Anna, option)).ThenRefused(Reason.OptionUnknown);

    [Fact]
    public void Several_choices_have_no_order_and_none_comes_twice() => Asked(AnswerKind.SeveralChoices)
        .When(Choose(Anna, 2, 0)).Then(new ChoiceMade([0, 2], Anna)).When(Choose(Anna, 0, 2)).ThenNothing().When(Choose(Anna, 1, 1)).ThenRefused(Reason.OptionUnknown);

    [Fact]
    public void A_ranking_counts_once_every_option_has_its_place_and_the_last_gets_it_by_itself() => Asked(AnswerKind.Ranking)
        .When(Tick(Anna, 2)).Then(new ChoiceMade([2], Anna)).And(question => Assert.Equal(0, question.People))
        .When(Tick(Anna, 0)).Then(new ChoiceMade([2, 0, 1], Anna)).And(question => Assert.Equal(1, question.People))
        .When(Tick(Anna, 2, isTicked: false)).Then(new ChoiceMade([0, 1], Anna)).And(question => Assert.Equal(0, question.People))
        .When(Choose(Anna, 1, 2, 0)).Then(new ChoiceMade([1, 2, 0], Anna)).And(question => Assert.Equal(1, question.People));

    [Fact]
    public void Taps_after_each_other_each_add_to_what_is_there() => Asked(AnswerKind.SeveralChoices)
        .When(Tick(Anna, 2)).Then(new ChoiceMade([2], Anna)).When(Tick(Anna, 2)).ThenNothing()
        .When(Tick(Anna, 0)).Then(new ChoiceMade([0, 2], Anna)).When(Tick(Anna, 2, isTicked: false)).Then(new ChoiceMade([0], Anna))
        .When(Tick(Anna, 7)).ThenRefused(Reason.OptionUnknown);

    [Theory, InlineData(AnswerKind.OneChoice), InlineData(AnswerKind.Scale), InlineData(AnswerKind.Answers)]
    public void Where_one_is_chosen_nothing_is_added(AnswerKind kind) => Asked(kind, kind == AnswerKind.OneChoice ? Three : "").When(Tick(Anna, 0)).ThenRefused(Reason.NotNow);

    [Fact]
    public void Nobody_chooses_when_it_was_stopped() => Asked(AnswerKind.OneChoice).After(Choose(Anna, 1), new FreezeQuestion(Monday)).When(Choose(Anna, 2)).ThenRefused(Reason.QuestionFrozen);

    [Theory, InlineData(AnswerKind.WordCloud), InlineData(AnswerKind.Answers), InlineData(AnswerKind.TakeAlong), InlineData(AnswerKind.RoomQuestions)]
    public void What_is_written_is_not_chosen(AnswerKind kind)
    {
        Opened(kind).When(Choose(Anna, 0)).ThenRefused(Reason.NotNow);
        Opened(kind).When(Show).ThenRefused(Reason.NotNow);
    }

    [Fact]
    public void And_what_is_chosen_is_not_written() => Asked(AnswerKind.OneChoice).When(Give(Anna, 1, "Tijd")).ThenRefused(Reason.NotNow);

    [Fact]
    public void While_nobody_chose_other_options_can_be_asked_and_after_that_they_stay() => Asked(AnswerKind.OneChoice)
        .When(new OpenQuestion(Workshop, AnswerKind.OneChoice, Monday, "Ja\nNee")).Then(new QuestionOpened(Workshop, AnswerKind.OneChoice, "Ja\nNee"))
        .After(Choose(Anna, 1)).When(new OpenQuestion(Workshop, AnswerKind.Ranking, Monday, Three)).ThenNothing();

    [Fact, Rule("D10")]
    public void Nothing_is_seen_of_what_people_choose_until_who_leads_shows_it() => All(Asked(AnswerKind.OneChoice), 0, 0, 1, 1, 2, 2)
        .And(question => Assert.False(Told(question).MayBeShown))
        .When(Show).Then(new ResultShown()).When(Show).ThenNothing()
        .And(question => Assert.Equal((6, "2 2 2"), (Told(question).People, Counts(Told(question)))));

    [Fact, Rule("D10")]
    public void Fewer_than_five_people_are_never_shown() => All(Asked(AnswerKind.OneChoice), 0, 1, 1, 2).After(Show)
        .And(question => Assert.False(Told(question).MayBeShown))
        .After(Choose("writer-4", 2)).And(question => Assert.Equal(5, Told(question).People));

    [Fact, Rule("D10")]
    public void What_is_shown_stands_still_until_five_more_said_something() => All(Asked(AnswerKind.OneChoice), 0, 0, 1, 1, 2).After(Show)
        .After([.. Enumerable.Range(10, 4).Select(number => Choose($"writer-{number}", 2))]).And(question => Assert.Equal((5, "2 2 1"), (Told(question).People, Counts(Told(question)))))
        .After(Choose("writer-14", 2)).And(question => Assert.Equal((10, "2 2 6"), (Told(question).People, Counts(Told(question)))));

    [Fact, Rule("D9")]
    public void Who_shares_a_voice_does_not_help_over_the_five() => All(Asked(AnswerKind.OneChoice), 0, 1, 1, 2).After(Show, new MakeChoice([2], "beside", Monday, "writer-0"), new MakeChoice([0], "follower", Monday, ""))
        .And(question => Assert.False(Told(question).MayBeShown));

    [Fact, Rule("D4")]
    public void Where_all_or_all_but_one_chose_the_same_no_number_is_told()
    {
        var result = Told(All(Asked(AnswerKind.OneChoice), 1, 1, 1, 1, 0).After(Show).State);
        Assert.Equal((5, "Geld"), (result.People, result.NearlyAll?.Text));
        Assert.All(result.Options, option => Assert.Null(option.Told));
    }

    [Fact, Rule("D4")]
    public void Of_several_choices_each_is_told_for_itself()
    {
        var story = Asked(AnswerKind.SeveralChoices);
        for (var number = 0; number < 5; number++) story.After(Choose($"writer-{number}", number < 2 ? [0, 1] : number == 2 ? [0, 2] : [0]));
        var result = Told(story.After(Show).State);
        Assert.Null(result.NearlyAll);
        Assert.Equal([new ToldCount(null, true), new ToldCount(2, false), new ToldCount(null, false)], result.Options.Select(option => option.Told));
    }

    [Fact]
    public void Of_a_scale_the_mean_is_told_with_the_steps_and_its_ends()
    {
        var result = Told(All(Asked(AnswerKind.Scale, "niet\nvolop"), 0, 0, 2, 3, 4).After(Show).State);
        Assert.Equal((2.8, "2 0 1 1 1"), (result.Mean, Counts(result)));
        Assert.Equal(["niet", "volop"], result.Ends);
        Assert.Equal(["1", "2", "3", "4", "5"], result.Options.Select(option => option.Text));
    }

    [Fact, Rule("D4")]
    public void And_no_mean_where_nearly_all_are_on_one_step() => Assert.Null(Told(All(Asked(AnswerKind.Scale, ""), 2, 2, 2, 2, 4).After(Show).State).Mean);

    [Fact]
    public void A_ranking_is_told_by_the_mean_place_the_first_on_top()
    {
        var story = Asked(AnswerKind.Ranking);
        foreach (var (order, number) in new int[][] { [2, 0, 1], [2, 1, 0], [0, 2, 1], [2, 0, 1], [1, 2, 0] }.Select((order, number) => (order, number))) story.After(Choose($"writer-{number}", order));
        var result = Told(story.After(Show).State);
        Assert.Equal(["Rust", "Tijd", "Geld"], result.Options.Select(option => option.Text));
        Assert.Equal([1.4, 2.2, 2.4], result.Options.Select(option => option.MeanPlace));
    }

    [Fact, Rule("D4")]
    public void Where_nearly_all_gave_an_option_one_place_that_is_told_and_no_mean()
    {
        var story = Asked(AnswerKind.Ranking);
        for (var number = 0; number < 5; number++) story.After(Choose($"writer-{number}", number < 4 ? [2, number % 2, 1 - number % 2] : [0, 1, 2]));
        var result = Told(story.After(Show).State);
        Assert.Equal(("Rust", 1), (result.Options[0].Text, result.Options[0].NearlyAllAt));
        // The means of all options add up to the same in every ranking: with those of the others that of the first would be known.
        Assert.All(result.Options, option => Assert.Null(option.MeanPlace));
        Assert.Equal([false, true, true], result.Options.Select(option => option.IsMeanWithheld));
    }

    [Fact, Rule("D10")]
    public void Who_took_back_what_they_chose_does_not_keep_the_result_from_coming() => All(Asked(AnswerKind.OneChoice), 0, 0, 1, 1, 2).After(Choose("writer-4"), Show)
        .And(question => Assert.False(Told(question).MayBeShown))
        .After(Choose("writer-5", 2)).And(question => Assert.Equal((5, "2 2 1"), (Told(question).People, Counts(Told(question)))));

    [Fact]
    public void An_order_that_is_half_laid_is_in_no_number()
    {
        var story = Asked(AnswerKind.Ranking);
        for (var number = 0; number < 5; number++) story.After(Choose($"writer-{number}", 2, 0, 1));
        story.After(Show, Choose(Anna, 1));
        Assert.Equal(5, Told(story.State).People);
        Assert.Empty(story.State.Result.Waiting);
    }

    [Fact, Rule("W11")]
    public void What_is_chosen_in_practice_counts_in_no_report_and_goes_when_it_ends()
    {
        var story = Asked(AnswerKind.OneChoice);
        for (var number = 0; number < 6; number++) story.After(Choose(Rehearsed.Mark($"{number}"), number % 3));
        story.After(Show, Choose(Anna, 0));
        Assert.Equal((6, 0, 1), (ChoiceResult.Of(story.State, story.State.ResultByAll).People, Told(story.State.WithoutRehearsal).People, story.State.WithoutRehearsal.People));

        story.After(new ForgetRehearsal(Monday));
        Assert.Equal([Anna], story.State.Chosen.Keys);
        Assert.False(story.State.ResultByAll.MayBeShown);
    }

    private static Story<Question, QuestionCommand, QuestionEvent> All(Story<Question, QuestionCommand, QuestionEvent> asked, params int[] chosen) =>
        asked.After([.. chosen.Select((option, number) => Choose($"writer-{number}", option))]);

    private static ChoiceResult Told(Question question) => ChoiceResult.Of(question, question.Result);

    private static string Counts(ChoiceResult result) => string.Join(' ', result.Options.Select(option => option.Told?.Exactly));
}
