using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("W4")]
public class WritingOptions
{
    [Theory]
    [InlineData(QuestionKind.OneChoice, 1, Reason.OptionsTooFew), InlineData(QuestionKind.OneChoice, 2, null), InlineData(QuestionKind.SeveralChoices, 10, null), InlineData(QuestionKind.SeveralChoices, 11, Reason.OptionsTooMuch)]
    [InlineData(QuestionKind.Ranking, 1, Reason.OptionsToRankWrong), InlineData(QuestionKind.Ranking, 8, null), InlineData(QuestionKind.Ranking, 9, Reason.OptionsToRankWrong)]
    [InlineData(QuestionKind.Scale, 0, null), InlineData(QuestionKind.Scale, 1, Reason.ScaleEndsWrong), InlineData(QuestionKind.Scale, 2, null), InlineData(QuestionKind.Scale, 3, Reason.ScaleEndsWrong)]
    [InlineData(QuestionKind.WordCloud, 0, null), InlineData(QuestionKind.RoomQuestions, 3, null)]
    public void Each_way_of_choosing_has_its_number_of_options(QuestionKind kind, int options, Reason? fault) =>
        Assert.Equal(fault, QuestionOptions.Fault(kind, string.Join('\n', Enumerable.Range(1, options))));

    [Fact]
    public void What_stands_there_for_another_time_keeps_nobody_from_saving()
    {
        Assert.Null(QuestionOptions.Fault(QuestionKind.Answers, "Tijd\ntijd"));
        Assert.Null(QuestionOptions.Fault(null, new string('a', QuestionOptions.LongestWritten)));
        Assert.Equal(Reason.OptionsTooMuch, QuestionOptions.Fault(null, new string('a', QuestionOptions.LongestWritten + 1)));
    }

    [Fact]
    public void Empty_lines_and_spaces_are_no_options() => Assert.Equal(["Tijd", "Meer rust"], QuestionOptions.Of("  Tijd \n\n   \nMeer rust\n"));

    [Fact]
    public void An_option_is_at_most_eighty_characters_and_comes_once()
    {
        Assert.Null(QuestionOptions.Fault(QuestionKind.OneChoice, $"{new string('a', 80)}\nb"));
        Assert.Equal(Reason.OptionsTooMuch, QuestionOptions.Fault(QuestionKind.OneChoice, $"{new string('a', 81)}\nb"));
        Assert.Equal(Reason.OptionTwice, QuestionOptions.Fault(QuestionKind.OneChoice, "Tijd\ntijd"));
    }
}
