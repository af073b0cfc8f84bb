using System.Net;
using System.Text;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Composing;

[Rule("G15")]
public class TakingADeckElsewhere : ADeckOfOnesOwn
{
    private const string Small = """
        deck: proef
        edition: 3
        language: nl
        title: "Proef"
        board:
          - words: nooit
            points: 1
          - words: soms
            points: 2
          - words: altijd
            points: 3
        factors:
          - id: moed
            name: "Moed"
        cards:
          - id: moed-1
            kind: statement
            factor: moed
            text: "Wij proberen iets nieuws."
        """;

    [Fact]
    public async Task A_file_of_one_server_is_the_same_deck_on_another()
    {
        await (await Chantal.Open($"{Deck}/cards/fouten-1")).Press("#save-card", ("text", "Van een \"fout\": leren wij – echt."), ("plain", "# geen commentaar"), ("kind", "Question"), ("source", "Onze raad, 2026"), ("reversed", "true"));
        await (await Chantal.Open(Deck)).Press("#save-board", ("board", "own"), ("square", "nee"), ("square", "soms"), ("square", "ja"), ("cases", "werkt niet\nwerkt wat\nwerkt goed"));
        await (await Chantal.Open(Deck)).Press("#make-edition", ("note", "De eerste"));
        var file = await Chantal.Http.GetByteArrayAsync($"{Deck}/file");

        await using var elsewhere = await RunningServer.Start();
        using var emma = new Person(elsewhere, "Emma");
        await emma.Open("/decks");
        using var form = new MultipartFormDataContent { { new StringContent(emma.Page.QuerySelector("#import [name=command]")!.GetAttribute("value")!), "command" }, { new ByteArrayContent(file), "file", "leren.yaml" } };
        await emma.Post("/decks/imports", form);

        Assert.StartsWith("/decks/", emma.Path, StringComparison.Ordinal);
        var here = (await Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IOwnDeckGrain>(Id).Look()).State.Newest!.Deck;
        var there = (await elsewhere.Services.GetRequiredService<IGrainFactory>().GetGrain<IOwnDeckGrain>(Guid.Parse(emma.Path.Split('/')[^1])).Look()).State.Newest!.Deck;
        Assert.Equal((here.Title, here.Author, here.Licence, here.Basis, here.Edition, here.Date, here.Language), (there.Title, there.Author, there.Licence, there.Basis, there.Edition, there.Date, there.Language));
        Assert.Equal((here.Board, here.Cases), (there.Board, there.Cases));
        Assert.Equal(here.Cards.AsEnumerable(), there.Cards);
        Assert.Equal(here.Factors.AsEnumerable(), there.Factors);
        Assert.Equal(here.Sets.AsEnumerable(), there.Sets);
        Assert.Equal(here.Themes.AsEnumerable(), there.Themes);
        Assert.NotEqual(here.Id, there.Id);
    }

    [Fact]
    public async Task What_was_pasted_is_a_deck_too()
    {
        await Paste(Small);
        Assert.StartsWith("/decks/", Dennis.Path, StringComparison.Ordinal);
        Assert.Contains("Uitgave 3", Dennis.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edition: 3", "edition: drie", "Regel 2: ‘edition’ is geen heel getal.")]
    [InlineData("    kind: statement", "    kind: raadsel", "Regel 17: ‘raadsel’ is geen soort kaart")]
    [InlineData("    factor: moed", "    factor: lef", "moed-1: de factor ‘lef’ staat niet in de lijst van factoren")]
    [InlineData("  - words: altijd\n    points: 3\n", "", "een bord heeft 3 tot 7 vakken, dit heeft er 2")]
    [InlineData("points: 3", "points: 1", "de punten van de vakken moeten oplopen")]
    [InlineData("id: moed-1", "id: ../moed", "een id bestaat uit hoogstens")]
    [InlineData("    text: \"Wij", "    txt: \"Wij", "‘txt’ is hier geen veld")]
    [InlineData("cards:", "cards: [", "Regel 1")]
    [InlineData("title: \"Proef\"", "title: \"\"", "Regel 4: ‘title’ is leeg.")]
    public async Task A_broken_file_is_refused_with_the_line_and_what_was_pasted_stays(string right, string wrong, string sentence)
    {
        var written = Small.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        await Paste(written);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Dennis.Status);
        Assert.Contains(sentence, Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(written, Dennis.Page.QuerySelector("#written")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Empty((await Dennis.Open("/decks")).Page.QuerySelectorAll("#own li"));
    }

    [Fact]
    public async Task Two_cards_of_one_id_and_ten_thousand_cards_are_refused()
    {
        var card = Small.ReplaceLineEndings("\n").Split("cards:\n")[1];
        await Paste($"{Small}\n{card}");
        Assert.Contains("deze kaart staat twee keer", Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        await Paste(Small + "\n" + string.Concat(Enumerable.Range(2, 9_999).Select(number => $"{card.Replace("moed-1", $"m{number}", StringComparison.Ordinal).TrimEnd()}\n")));
        Assert.Contains("een kaartset heeft er hoogstens 300", Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData("", "Kies een bestand of plak de tekst."), InlineData("alleen maar tekst", "Regel 1"), InlineData("&a [*a]", "verwijzen met &")]
    public async Task What_is_no_deck_is_said(string written, string sentence)
    {
        await Paste(written);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Dennis.Status);
        Assert.Contains(sentence, Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_take_the_whole_server_is_refused_before_it_is_read()
    {
        await Paste($"a: {new string('[', 500_000)}");
        Assert.Contains("dieper", Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        await Paste(string.Concat(Enumerable.Repeat("a: {", 9)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Dennis.Status);
        // Each line ten times the one before: a billion in ten lines.
        await Paste("a0: &a0 [x]\n" + string.Join('\n', Enumerable.Range(1, 9).Select(line => $"a{line}: &a{line} [{string.Join(',', Enumerable.Repeat($"*a{line - 1}", 10))}]")) + "\ntitle: proef");
        Assert.Contains("verwijzen met &", Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_or_too_large_is_refused()
    {
        await Upload([0xFF, 0xFE, 0x00, 0x80]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Dennis.Status);
        await Upload(Encoding.UTF8.GetBytes(new string('#', 1024 * 1024 + 1)));
        Assert.Contains("te groot", Dennis.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    private async Task Paste(string written) => await (await Dennis.Open("/decks")).Press("#import-deck", ("written", written));

    private async Task Upload(byte[] bytes)
    {
        await Dennis.Open("/decks");
        using var form = new MultipartFormDataContent { { new StringContent($"{Guid.NewGuid()}"), "command" }, { new ByteArrayContent(bytes), "file", "kaarten.yaml" } };
        await Dennis.Post("/decks/imports", form);
    }
}
