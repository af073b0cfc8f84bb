using System.Text.Json;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Composing;

/// <summary>Our deck and our programmes are of a municipality; for another kind of organisation they speak in its words.</summary>
[Rule("G16")]
public class SpeakingOfAnotherOrganisation
{
    // What only a municipality has or is called, as it stands in our texts.
    private static readonly string[] Ours = ["gemeent", "raadsverg", "de raad", "college", "wijkteam", "municip", "council meeting", "the council", "neighbourhood"];

    // What the research found, it found at municipalities.
    private static readonly string[] Research = ["Leren in gemeenten", "Onderzoek bij gemeenten", "Een aantal gemeenten", "Gemeenten beginnen", "Learning in municipalities", "Research among municipalities", "Some municipalities", "Municipalities begin"];

    private static readonly DeckShelf Shelf = new([Path.Combine(AppContext.BaseDirectory, "decks")]);

    public static TheoryData<Organisation> Others => [.. Enum.GetValues<Organisation>().Where(kind => kind != Organisation.Municipality)];

    [Theory, MemberData(nameof(Others))]
    public void No_card_of_ours_has_a_word_of_a_municipality_left(Organisation kind)
    {
        foreach (var deck in Shelf.InTheWordsOf(kind, DeckShelf.Shipped))
        {
            var texts = deck.Cards.SelectMany(card => new[] { card.Text, card.Plain });
            Assert.All(texts, text => Assert.DoesNotContain(Ours, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
            Assert.Contains(deck.Sets, set => set.Name.Contains(deck.Language == "nl" ? "gemeenten" : "municipalities", StringComparison.Ordinal));
            Assert.Equal(Shelf.Find(DeckShelf.Shipped, deck.Language).Cards.Select(card => card.Source), deck.Cards.Select(card => card.Source));
            Assert.Empty(DeckCheck.Check(deck));
            Assert.StartsWith($"{Shelf.Find(DeckShelf.Shipped, deck.Language).Title} (", deck.Title, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Others))]
    public void Of_a_programme_only_the_research_is_still_of_municipalities(Organisation kind)
    {
        var programmes = new ProgrammeShelf(Path.Combine(AppContext.BaseDirectory, "programmes"));
        foreach (var (minutes, language) in Template.All.SelectMany(template => new[] { (template.Minutes, "nl"), (template.Minutes, "en") }))
        {
            var said = string.Join('\n', programmes.Find(minutes, language).Select(plan => plan.In(kind, language)).Select(plan => $"{plan.Title}\n{plan.Text}\n{plan.Notes}\n{plan.Options}"));
            foreach (var told in Research) said = said.Replace(told, "", StringComparison.Ordinal);
            Assert.DoesNotContain("gemeent", said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("municip", said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Ours_are_as_they_were() => Assert.Empty(Shelf.InTheWordsOf(Organisation.Municipality, DeckShelf.Shipped));

    [Fact, Rule("G15")]
    public async Task A_water_board_plays_and_reads_its_own_words_in_both_languages()
    {
        await using var workshop = await AWorkshop.Playing(null, ("organisation", "WaterBoard"));
        var card = Shelf.Find(DeckShelf.Shipped, "nl").Cards.First(card => card.Text.Contains("de doelen van de gemeente", StringComparison.Ordinal)).Id;
        await workshop.Anna.Ask($"{workshop.Table1}/skips?card=veiligheid-1");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card={card}");
        Assert.Contains("de doelen van het waterschap", (await workshop.Anna.Open(workshop.Table1)).Text, StringComparison.Ordinal);
        await workshop.Bram.Open("/");
        await workshop.Bram.Press("form[action='/language'] button[value=en]");
        Assert.Contains("the water board's goals", (await workshop.Bram.Open(workshop.Table1)).Text, StringComparison.Ordinal);

        using var report = JsonDocument.Parse(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json"));
        Assert.Contains("leerklimaat.WaterBoard", report.RootElement.ToString(), StringComparison.Ordinal);
        Assert.Contains("Een goed leerklimaat (waterschap), uitgave 2", (await workshop.Chantal.Open($"{workshop.Root}/report")).Text, StringComparison.Ordinal);
        Assert.Equal("leerklimaat.WaterBoard", (await workshop.State()).Deck);
    }

    [Fact]
    public async Task The_long_programme_asks_a_school_about_a_school()
    {
        await using var workshop = await AWorkshop.Start(null, 180, ("organisation", "Education"));
        Assert.Contains((await workshop.State()).Programme, part => part.Text.StartsWith("De school als lerende organisatie", StringComparison.Ordinal));
        Assert.Contains((await workshop.State()).Programme, part => part.Title == "Leren in gemeenten");
    }
}
