using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Composing;

/// <summary>Deleting a deck (W9): says what goes and for whom, lays it in the bin, and takes it out again as long as that can be done.</summary>
public sealed class DeckBinDesk(IGrainFactory grains, RoomTime room, TimeProvider time, IOptions<ServerSettings> settings)
{
    public IResult Show(HttpContext http)
    {
        var (id, deck, _, _) = Entrance.Of(http).HeldDeck;
        return Page.Of(new DeckBinPage { Frame = PageFrame.Of(http), Id = id, Deck = deck, Days = settings.Value.BinDays, Until = deck.BinnedAt is { } binned ? room.Of(binned.AddDays(settings.Value.BinDays)) : null });
    }

    /// <summary>The bin knows of it first: where this stops halfway, it finds a deck that was not deleted, and lets go of it.</summary>
    public async Task<IResult> Throw(HttpContext http)
    {
        var (id, command, at) = (Entrance.Of(http).HeldDeck.Id, Asking.CommandOf(http), time.GetUtcNow());
        await Bin.Ask(new LayDeckInBin(id, at), Asking.Next(command), at);
        await grains.GetGrain<IOwnDeckGrain>(id).Ask(new BinDeck(at), command, at);
        return Results.Redirect($"/decks/{id}/bin");
    }

    public async Task<IResult> Restore(HttpContext http)
    {
        var (id, command, at) = (Entrance.Of(http).HeldDeck.Id, Asking.CommandOf(http), time.GetUtcNow());
        await grains.GetGrain<IOwnDeckGrain>(id).Ask(new RestoreDeck(at), command, at);
        await Bin.Ask(new TakeDeckFromBin(id), Asking.Next(command), at);
        return Results.Redirect($"/decks/{id}");
    }

    private IBinGrain Bin => grains.GetGrain<IBinGrain>(Guid.Empty);
}
