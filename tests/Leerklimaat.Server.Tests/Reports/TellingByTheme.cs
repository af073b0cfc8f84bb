using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>The five themes of the source, across the lists of the deck.</summary>
[Rule("R5")]
public class TellingByTheme
{
    [Fact]
    public async Task The_report_says_by_theme_how_often_tables_laid_a_card_on_which_pile()
    {
        await using var workshop = await AWorkshop.Playing();
        var id = Guid.Parse(workshop.Root.Split('/')[^1]);
        await FivePeople.PlayACard(workshop.Server.Services.GetRequiredService<IGrainFactory>(), id, table: 3);
        await FivePeople.PlayACard(workshop.Server.Services.GetRequiredService<IGrainFactory>(), id, table: 4);
        var text = await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.txt");
        Assert.Contains("- Leiderschap: Gespeelde kaarten 1; groene stapel 2; ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_our_cards_has_one_of_the_five_themes_of_the_source()
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find(DeckShelf.Shipped, "nl");
        Assert.Equal(["Leiderschap", "Kennis delen", "Werkleren", "Strategisch leren", "Kennis creëren"], deck.Themes.Select(theme => theme.Name));
        Assert.All(deck.Statements, card => Assert.Contains(deck.Themes, theme => theme.Id == card.Theme));
        Assert.All(deck.Themes, theme => Assert.True(deck.Statements.Count(card => card.Theme == theme.Id) >= 8));
    }
}
