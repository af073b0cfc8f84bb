using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>The lines of the transcript that are told on slides and on cards are there, each of them.</summary>
public sealed class SayingWhatTheSourceSays
{
    private static readonly string Slides = File.ReadAllText(Path.Combine(Repository.Root, "programmes", "180.nl.md")).ReplaceLineEndings(" ");

    [Theory]
    [InlineData("S27", "Maakt leren mogelijk in de hele organisatie")]
    [InlineData("S28", "Kijkt breed naar leren")]
    [InlineData("S29", "Leren is meer dan opleiden")]
    [InlineData("S30", "hoe kun je een goed leerklimaat stimuleren?")]
    [InlineData("S31", "teams helpen leren")]
    [InlineData("S32", "talenten benutten")]
    [InlineData("S33", "aansluiten bij de strategie")]
    [InlineData("S34", "het management adviseren")]
    [InlineData("S35", "terugkijken op wat het opleverde")]
    [InlineData("S36", "vraag en aanbod bij elkaar brengen als *leermakelaar*")]
    [InlineData("S38", "Onderzoek bij gemeenten liet dit beeld zien")]
    [InlineData("S64", "title: Waarom een lerende organisatie?")]
    [InlineData("S66", "De werkelijkheid is ingewikkelder geworden")]
    [InlineData("S67", "Wie er werkt, verandert snel. Mensen gaan vaker van plek naar plek")]
    [InlineData("S68", "Inwoners en klanten hebben een andere rol gekregen")]
    [InlineData("S69", "Problemen los je samen op, niet alleen")]
    [InlineData("S70", "Er staat meer op de agenda dan alleen de eigen doelen")]
    [InlineData("S71", "In een lerende organisatie …")]
    [InlineData("S82", "title: De leerprofessional in een lerende organisatie")]
    [InlineData("S83", "verbeteren én vernieuwen")]
    [InlineData("S84", "Kijkt breed naar leren")]
    [InlineData("S85", "Houdt leren en werken zo dicht mogelijk bij elkaar")]
    [InlineData("S86", "Haalt leervragen op, van mensen en van teams")]
    [InlineData("S87", "title: Leren in gemeenten")]
    [InlineData("S88", "Leren gaat vaak over één persoon en over kennis overdragen")]
    [InlineData("S89", "Er komen nieuwe initiatieven die leren stimuleren")]
    [InlineData("S90", "Kennis delen staat aan het begin")]
    [InlineData("S91", "(train de trainer)")]
    [InlineData("S92", "Gemeenten beginnen samen te werken")]
    [InlineData("S94", "title: Nog te ontwikkelen")]
    [InlineData("S103", "doordat deze werkomgeving aanzet tot leren, rijk is in leermogelijkheden en vormen van leren, en reflectief is")]
    [InlineData("S104", "Een goed leerklimaat kun je van bovenaf niet sturen, wel faciliteren. De medewerkers moeten er zelf, en vooral samen vorm aan geven.")]
    [InlineData("S103", "Ons leerklimaat is rijk in leermogelijkheden en vormen van leren.")]
    [InlineData("S55", "Schrijf één idee per keer.")]
    [InlineData("S105", "title: Elf factoren die bijdragen")]
    [InlineData("S117", "Auteurs: van Lakerveld (2005), Boekaerts & Simons (1995) en Onstenk & Blokhuis (2003)")]
    public void The_long_programme_says_it(string line, string words) => Assert.True(Slides.Contains(words, StringComparison.Ordinal), $"{line} is not told any more: {words}");

    [Fact]
    public void Each_line_of_the_four_lists_is_a_card()
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find(DeckShelf.Shipped, "nl");
        Assert.Equal(Lines(72, 81), LinesOf("features"));
        Assert.Equal(Lines(95, 102), LinesOf("to-develop"));
        Assert.Equal(Lines(119, 128), LinesOf("eclo"));
        Assert.Equal(Lines(106, 116), deck.Factors.Select(factor => Plainly(factor.Source.Split('.')[0])));
        Assert.All(deck.Factors, factor => Assert.True(deck.Statements.Count(card => card.Set == "factors" && card.Factor == factor.Id) >= 4));

        IEnumerable<string> LinesOf(string set) => deck.Statements.Where(card => card.Set == set).Select(card => Plainly(deck.SourceOf(card).Split('’')[0].TrimStart('‘')));
    }

    /// <summary>As the transcript has them, which <c>docs/seed.md</c> quotes; a slip of the pen there is none here.</summary>
    private static IEnumerable<string> Lines(int first, int last)
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "seed.md")).Where(row => row.StartsWith("| S", StringComparison.Ordinal)).Select(row => row.Split(" | ")).ToDictionary(row => row[0].Trim('|', ' '), row => row[1]);
        return Enumerable.Range(first, last - first + 1).Select(line => Plainly(rows[$"S{line}"].Replace("uiten", "buiten", StringComparison.Ordinal).TrimStart('…', ' ')));
    }

    private static string Plainly(string text) => text.Trim().TrimEnd('.', ';');
}
