using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Decks;

/// <summary>The decks that workshops can be played with.</summary>
public static class DeckParts
{
    public static void AddDecks(this WebApplicationBuilder builder, ServerSettings settings) =>
        builder.Services.AddSingleton(new DeckShelf(Path.Combine(AppContext.BaseDirectory, "decks"), settings.DeckFolder)).AddSingleton<Folding<OwnDeck>>(OwnDeckGrain.Folding);
}
