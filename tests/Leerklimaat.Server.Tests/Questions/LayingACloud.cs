using Leerklimaat.Domain.Questions;
using Leerklimaat.Server.Questions;

namespace Leerklimaat.Server.Tests.Questions;

[Rule("W4")]
public class LayingACloud
{
    [Fact]
    public void No_phrase_lies_over_another_or_off_the_drawing_and_each_can_be_read_from_ten_metres()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var words = CloudLayout.Of(Replies(seed)).Words;
            Assert.All(words, word =>
            {
                Assert.True(word.Size >= CloudLayout.Smallest);
                Assert.True(word.X - word.Width / 2 >= 0 && word.X + word.Width / 2 <= CloudLayout.Width && word.Y - word.Height / 2 >= 0 && word.Y + word.Height / 2 <= CloudLayout.Height);
                Assert.DoesNotContain(words, other => other != word && Math.Abs(other.X - word.X) < (other.Width + word.Width) / 2 && Math.Abs(other.Y - word.Y) < (other.Height + word.Height) / 2);
            });
        }
    }

    [Fact]
    public void The_same_phrases_always_lie_the_same()
    {
        for (var seed = 1; seed <= 5; seed++) Assert.Equal(CloudLayout.Of(Replies(seed)), CloudLayout.Of(Replies(seed)));
    }

    [Fact]
    public void More_people_make_a_phrase_larger()
    {
        var words = CloudLayout.Of([new(new("rust"), "rust", 20, false), new(new("tijd"), "tijd", 5, false), new(new("geld"), "geld", 1, false)]).Words;
        Assert.Equal(["rust", "tijd", "geld"], words.OrderByDescending(word => word.Size).Select(word => word.Text));
        Assert.Equal(CloudLayout.Width / 2.0, words[0].X);
    }

    [Fact]
    public void Sixty_short_phrases_all_find_a_place()
    {
        var replies = Enumerable.Range(1, 60).Select(number => new Reply(new($"woord {number}"), $"woord {number}", 1 + 30 / number, false)).ToList();
        Assert.Equal(60, CloudLayout.Of(replies).Words.Count);
    }

    [Theory, InlineData("👍🏽"), InlineData("🇳🇱"), InlineData("❤️"), InlineData("👩‍👩‍👧‍👦"), InlineData("1️⃣")]
    public void What_people_see_as_one_is_as_wide_as_one(string seen)
    {
        double Wide(string text) => CloudLayout.Of([new(new("x"), text, 1, false)]).Words[0] is var word ? word.Width / word.Size : 0;
        Assert.Equal(Wide("👍"), Wide(seen));
        Assert.Equal(Wide("samen 👍"), Wide($"samen {seen}"), 6);
    }

    private static List<Reply> Replies(int seed)
    {
        var chance = new Random(seed);
        string Text() => new([.. Enumerable.Range(0, chance.Next(1, 60)).Select(_ => "abcdefghijklmnopqrstuvwxyzWMI éü"[chance.Next(32)])]);
        return [.. Enumerable.Range(0, chance.Next(80)).Select(_ => Text()).Distinct().Select(text => new Reply(new(text), text, chance.Next(1, 500), false)).OrderByDescending(reply => reply.Count)];
    }

    [Fact]
    public void Forty_five_different_answers_of_five_words_are_all_drawn()
    {
        var words = CloudLayout.Of([.. Enumerable.Range(1, 45).Select(number => new Reply(new($"{number}"), $"Een antwoord met {number} en meer", number == 7 ? 3 : 1, false))]).Words;
        Assert.Equal(45, words.Count);
        Assert.All(words, word => Assert.InRange(word.Y - word.Height / 2, 0, CloudLayout.Height - word.Height));
        foreach (var one in words) Assert.DoesNotContain(words, other => other != one && Math.Abs(one.X - other.X) < (one.Width + other.Width) / 2 - .1 && Math.Abs(one.Y - other.Y) < (one.Height + other.Height) / 2 - .1);
    }
}
