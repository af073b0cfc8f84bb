using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Questions;

[Rule("W4")]
public class MakingACloud : AQuestion
{
    [Theory]
    [InlineData("Samen leren", "samen  LEREN")]
    [InlineData("Samen leren", "Samen leren!")]
    [InlineData("Samen leren", "samen-leren")]
    [InlineData("Samen leren", " \u201cSamen leren\u201d ")]
    [InlineData("foto's", "Foto\u2019s")]
    [InlineData("één", "e\u0301e\u0301n")]
    [InlineData("❤️", "❤")]
    [InlineData("rust", "\u200frust\u200e")]
    [InlineData("50%", "50 %!")]
    [InlineData("C#", "c#.")]
    [InlineData("#samen", "samen")]
    public void The_same_phrase_in_another_dress_counts_together(string one, string other) =>
        Cloud.After(Give(Anna, 1, one), Give(Bram, 2, other)).And(question => Assert.Equal(2, Assert.Single(question.Replies).Count));

    [Theory]
    [InlineData("Samen leren", "Samen")]
    [InlineData("een", "één")]
    [InlineData("???", "!!!")]
    [InlineData("👩‍🏫", "👩🏫")]
    [InlineData("C", "C++")]
    [InlineData("C", "C#")]
    [InlineData("50", "50%")]
    public void Other_phrases_do_not(string one, string other) => Cloud.After(Give(Anna, 1, one), Give(Bram, 2, other)).And(question => Assert.Equal(2, question.Replies.Count()));

    [Fact]
    public void A_phrase_is_kept_whole() => Cloud.After(Give(Anna, 1, "samen leren")).And(question => Assert.Equal([("samen leren", 1)], Seen(question)));

    [Fact]
    public void It_is_spelled_as_most_people_do() => Cloud.After(Give(Anna, 1, "VERTROUWEN"), Give(Bram, 2, "vertrouwen"), Give(Chaima, 3, "vertrouwen")).And(question => Assert.Equal([("vertrouwen", 3)], Seen(question)));

    [Fact]
    public void Where_that_is_equal_as_the_plainest() => Cloud.After(Give(Anna, 1, "Samen leren!"), Give(Bram, 2, "SAMEN leren"), Give(Chaima, 3, "samen leren")).And(question => Assert.Equal([("samen leren", 3)], Seen(question)));

    [Fact]
    public void The_largest_comes_first() => Cloud.After(Give(Anna, 1, "Tijd"), Give(Anna, 2, "Rust"), Give(Bram, 3, "Rust")).And(question => Assert.Equal([("Rust", 2), ("Tijd", 1)], Seen(question)));

    [Fact]
    public void A_changed_or_withdrawn_answer_counts_where_it_is_now() => Cloud
        .After(Give(Anna, 1, "Tijd"), Give(Bram, 2, "tijd"), Change(Bram, 2, "Rust")).And(question => Assert.Equal([("Rust", 1), ("Tijd", 1)], Seen(question)))
        .After(new WithdrawAnswer(Id(1), Anna, Monday)).And(question => Assert.Equal([("Rust", 1)], Seen(question)));

    [Fact]
    public void A_hidden_phrase_stays_hidden_however_it_is_written()
    {
        var hidden = Cloud.After(Give(Anna, 1, "Flauwekul"), new HideAnswer(ReplyId.OfPhrase("flauwekul"), Monday), Give(Bram, 2, "FLAUWEKUL!"));
        Assert.Empty(Seen(hidden.State));
        Assert.Equal(2, Assert.Single(hidden.State.Replies).Count);
    }

    [Fact]
    public void What_was_hidden_before_signs_counted_stays_hidden_with_all_that_was_the_same()
    {
        var earlier = Question.Evolve(Cloud.After(Give(Anna, 1, "C"), Give(Bram, 2, "C#")).State, new AnswerHidden(new("c")));
        Assert.Empty(Seen(earlier));
        var shown = Question.Evolve(earlier, new AnswerShown(new("c")));
        Assert.Equal([("C", 1)], Seen(shown));
        Assert.Equal([("C", 1), ("C#", 1)], Seen(Question.Evolve(shown, new AnswerShown(new("c#")))));
    }

    [Fact]
    public void What_is_hidden_now_is_it_alone() => Cloud.After(Give(Anna, 1, "C"), Give(Bram, 2, "C#")).When(new HideAnswer(ReplyId.OfPhrase("C"), Monday)).Then(new AnswerHidden(new("c"), IsExact: true)).And(question => Assert.Equal([("C#", 1)], Seen(question)));

    [Fact]
    public void Ten_thousand_answers_of_one_word_are_one_word()
    {
        var question = Cloud.State;
        for (var number = 1; number <= 10_000; number++)
        {
            // Each comes from the wire as a string of its own.
            var decision = Question.Decide(question, Give($"writer-{number}", number, new string(number % 3 == 0 ? "Vertrouwen" : "vertrouwen")));
            question = decision.Events.Aggregate(question, Question.Evolve);
        }

        Assert.Equal([("vertrouwen", 10_000)], Seen(question));
        Assert.Equal(10_000, question.People);
        Assert.Equal(2, Assert.Single(question.Cloud.Values).Spellings.Count);
        Assert.Equal(2, question.Answers.Values.Select(answer => answer.Text).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void In_whatever_order_answers_come_the_cloud_is_the_same()
    {
        var answers = Gen.Select(Gen.Int[0, 30], Words("Tijd", "tijd", "TIJD!", "Rust", "samen leren", "Samen-leren", "ruimte", "👍", "???", "مرحبا"))
            .Select((writer, text) => (Writer: $"writer-{writer}", Text: text)).Array[0, 60]
            .Select(all => all.DistinctBy(answer => (answer.Writer, Phrase.Key(answer.Text))).GroupBy(answer => answer.Writer).SelectMany(own => own.Take(3)).Select((answer, index) => Give(answer.Writer, index + 1, answer.Text)).ToArray());

        answers.SelectMany(all => Gen.Shuffle(all).Select(shuffled => (all, shuffled))).Sample(
            both => Assert.Equal(Cloud.After(both.all).State.Replies, Cloud.After(both.shuffled).State.Replies), iter: 500);
    }

    [Fact]
    public void Counts_are_right_whatever_people_do() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 3], Words("Tijd", "tijd", "Rust", "Ruimte", "samen leren")).Array[0, 60].Sample(
            steps =>
            {
                var story = Cloud;
                foreach (var (number, what, text) in steps)
                {
                    var writer = $"writer-{number % 3}";
                    story.When(what switch { 0 => Give(writer, number, text), 1 => Change(writer, number, text), 2 => new WithdrawAnswer(Id(number), writer, Monday), _ => new RestoreAnswer(Id(number), writer, Monday) });
                }

                var standing = story.State.Answers.Values.Where(answer => !answer.IsWithdrawn).ToList();
                Assert.Equal(standing.CountBy(answer => Phrase.Key(answer.Text)).OrderBy(count => count.Key), story.State.Cloud.Select(phrase => KeyValuePair.Create(phrase.Key, phrase.Value.Count)).OrderBy(count => count.Key));
                Assert.Equal(standing.Select(answer => answer.Writer).Distinct().Count(), story.State.People);
                Assert.All(story.State.Cloud.Values, phrase => Assert.Equal(phrase.Count, phrase.Spellings.Values.Sum()));
            },
            iter: 500);

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(number => words[number]);
}
