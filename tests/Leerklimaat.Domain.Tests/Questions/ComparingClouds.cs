using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class ComparingClouds : AQuestion
{
    private static readonly Question Before = Cloud.After(Give(Anna, 1, "Tijd"), Give(Bram, 2, "tijd!"), Give(Chaima, 3, "Cursus"), Give(Anna, 4, "Rust")).State;

    [Fact]
    public void Words_come_stay_and_go()
    {
        var compared = CloudComparison.Of(Before, Cloud.After(Give(Anna, 5, "TIJD"), Give(Bram, 6, "Samen"), Give(Chaima, 7, "samen")).State);
        Assert.Equal([new("samen", 0, 2)], compared.Came);
        Assert.Equal([new("TIJD", 2, 1)], compared.Stayed);
        Assert.Equal([new("Cursus", 1, 0), new("Rust", 1, 0)], compared.Went);
    }

    [Fact]
    public void The_largest_stand_first() => Assert.Equal(
        ["Samen", "feedback", "Durf"],
        CloudComparison.Of(Question.Empty, Cloud.After(Give(Anna, 1, "Feedback"), Give(Bram, 2, "feedback"), Give(Anna, 3, "Samen"), Give(Bram, 4, "samen"), Give(Chaima, 5, "Samen"), Give(Anna, 6, "Durf")).State).Came.Select(phrase => phrase.Text));

    [Fact]
    public void A_word_that_was_taken_off_the_screen_in_either_is_in_neither()
    {
        var after = Cloud.After(Give(Anna, 5, "Cursus"), Give(Bram, 6, "Flauwekul"), new HideAnswer(ReplyId.OfPhrase("Flauwekul"), Monday)).State;
        var hidden = Question.Decide(Before, new HideAnswer(ReplyId.OfPhrase("cursus"), Monday)).Events.Aggregate(Before, Question.Evolve);
        var compared = CloudComparison.Of(hidden, after);
        Assert.Empty(compared.Came.Concat(compared.Stayed));
        Assert.Equal(["Tijd", "Rust"], compared.Went.Select(phrase => phrase.Text));
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_counts_double()
    {
        var after = Cloud.After(Give(Anna, 5, "Tijd"), Give(Bram, 6, "Samen")).State;
        var compared = CloudComparison.Of(Before, after);
        var all = compared.Came.Concat(compared.Stayed).Concat(compared.Went).ToList();
        Assert.Equal((4, 2), (all.Sum(phrase => phrase.Before), all.Sum(phrase => phrase.After)));
    }
}
