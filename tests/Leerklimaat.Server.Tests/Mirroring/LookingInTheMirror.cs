using Leerklimaat.Domain.Decks;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Mirroring;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Mirroring;

[Rule("O1")]
public class LookingInTheMirror
{
    [Fact]
    public async Task Each_sentence_has_three_answers_and_a_line_and_nothing_of_it_can_be_sent()
    {
        await using var server = await RunningServer.Start();
        using var emma = new Person(server, "Emma");
        await emma.Open("/");
        await emma.Open(emma.Page.QuerySelector("a[href='/mirror']")!.GetAttribute("href")!);
        var lines = emma.Page.QuerySelectorAll("#mirror fieldset");
        Assert.Equal(MirrorPage.Lines, lines.Length);
        Assert.All(lines, line => Assert.Equal((3, 1), (line.QuerySelectorAll("[type=radio]").Length, line.QuerySelectorAll("textarea:not([name])").Length)));
        Assert.DoesNotContain(lines, line => line.Closest("form") is not null);
        Assert.Equal(MirrorPage.Lines, lines.Select(line => line.QuerySelector("legend")!.TextContent).Distinct().Count());
    }

    [Theory, InlineData("nl"), InlineData("en")]
    public void The_deck_for_a_team_has_the_same_sentences_of_the_same_source(string language)
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find(DeckShelf.Mirror, language);
        Assert.Equal(MirrorPage.Lines, deck.Statements.Count());
        Assert.Equal(BoardKind.Agreement, deck.Board.Kind);
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var phrases = new EveryTextThere();
        Assert.All(deck.Statements.Select((card, place) => (card, Own: phrases[$"Mirror.{place + 1}"].Value)), one => Assert.Equal(Words(one.Own), Words(one.card.Text)));
        Assert.All(deck.Statements, card => Assert.NotEmpty(deck.SourceOf(card)));

        // "Ik zorg" and "wij zorgen" say the same of one and of several.
        static IEnumerable<string> Words(string sentence) => sentence.ToUpperInvariant().Split(' ').Where(word => word is not ("IK" or "WIJ" or "I" or "WE")).Select(word => word.TrimEnd('.', ',')[..Math.Min(2, word.Length)]);
    }

    [Fact]
    public async Task A_team_plays_it_and_it_is_not_offered_for_any_workshop()
    {
        await using var server = await RunningServer.Start();
        using var emma = new Person(server, "Emma");
        Assert.Null((await emma.Open("/")).Page.QuerySelector("#decks"));
        await (await emma.Open("/mirror")).Press("#mirror-team");
        Assert.StartsWith("/workshops/", emma.Path, StringComparison.Ordinal);
        Assert.Contains("Wij als leerprofessionals", emma.Text, StringComparison.Ordinal);
        Assert.Contains("Wij brengen het leren naar het werk toe.", await emma.Http.GetStringAsync($"{emma.Path}/paper-set"), StringComparison.Ordinal);
    }
}
