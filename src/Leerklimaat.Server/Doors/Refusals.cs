using Leerklimaat.Domain;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Doors;

/// <summary>What somebody reads who is not let in: why not, and where they can go.</summary>
public sealed class Refusals(OwnTables own, IEnumerable<ISign> signs, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Answer(Entrance at, HttpContext http) => signs.Select(sign => sign.For(at, http)).FirstOrDefault(page => page is not null) ?? at.Admission switch
    {
        Admission.NotYours when at.Door == Door.ComesToThisTable && await IsElsewhereInTheRoom(at) => Results.Redirect($"/{at.Workshop.Code}"),
        Admission.Unknown when at.Door == Door.WithTheCode => Say(new("NotFound.Title", "NotFound", StatusCodes.Status404NotFound), http),
        Admission.Ended when at.Arrival is { Sits: true } or { SitsHere: true } or { Follows: true } && at.Workshop.IsKeptAt(time.GetUtcNow()) =>
            Say(new("LiveLinkEnded.Title", "LiveLinkEnded.Mine", StatusCodes.Status410Gone, $"/workshops/{at.Id.Value}/mine", "Mine.Go"), http),
        _ => Say(Of(at), http),
    };

    private IResult Say(Sign sign, HttpContext http) => http.Request.IsHtmx()
        ? Page.Of(new NoticePartial { Notice = new Notice(say[sign.Text], null) }, sign.Status)
        : Page.Of(new MessagePage { Title = say[sign.Title].Value, Text = say[sign.Text].Value, Link = sign.Link, LinkText = sign.LinkText is { } text ? say[text].Value : null }, sign.Status);

    private static Sign Of(Entrance at) => (at.Admission, at.Door) switch
    {
        (Admission.Unknown, _) when at.Door.IsAtATable() => new("NotFound.Title", "Table.Gone", StatusCodes.Status404NotFound, "/", "Table.Gone.Go"),
        (Admission.Binned, _) when at.Deck is { } binned => new("Deck.Gone.Title", "Reason.DeckBinned", StatusCodes.Status410Gone, $"/decks/{binned.Id}/bin", "Deck.Restore"),
        (Admission.Ended, _) when at.Door.IsAtADeck() => new("Deck.Gone.Title", "Reason.DeckBinned", StatusCodes.Status410Gone, "/decks", "Decks.Go"),
        (Admission.NotYours, Door.CommentsOnTheDeck or Door.EditsTheDeck or Door.KeepsTheDeck) when at.Deck is { Deck.Exists: true } => new("Deck.NotYours.Title", "Deck.OnlyLook", StatusCodes.Status403Forbidden, "/decks", "Decks.Go"),
        (_, _) when at.Door.IsAtADeck() => new("Deck.NotYours.Title", "Deck.NotYours", StatusCodes.Status403Forbidden, "/decks", "Decks.Go"),
        (Admission.Unknown, _) => new("NotFound.Title", "Reason.WorkshopUnknown", StatusCodes.Status404NotFound),
        (Admission.Binned, _) => new("Binned.Title", "Reason.WorkshopBinned", StatusCodes.Status410Gone),
        (Admission.CodeRenewed, _) => new("CodeRenewed.Title", "CodeRenewed", StatusCodes.Status410Gone, "/", "Follow.Ended.Go"),

        (_, Door.HasThePrivateLink) => new("LinkEnded.Title", "LinkEnded", StatusCodes.Status410Gone, "/recovery", "Recovery.Go"),
        (_, Door.HasAnOffer) => new("Offer.Ended.Title", "Reason.OfferEnded", StatusCodes.Status410Gone),
        (_, Door.HasAnActionLink) => new("FollowUp.Ended.Title", "FollowUp.Ended", StatusCodes.Status410Gone),
        (_, Door.ReadsByLink) => new("Follow.Ended.Title", "Read.Ended", StatusCodes.Status410Gone),
        (Admission.NotYours, Door.Leads or Door.LeadsFirst or Door.KeepsTheBin) => new("NotLeading.Title", "NotLeading", StatusCodes.Status403Forbidden, "/recovery", "Recovery.Go"),
        (Admission.NotYours, Door.SeesTheWall or Door.SeesThisTable) => new("ScreenClosed.Title", "ScreenClosed", StatusCodes.Status403Forbidden),
        (Admission.NotYours, Door.HoldsThisSeat) when at.Arrival.SitsHere => new("Stranger.Title", "Reason.NotYourSeat", StatusCodes.Status403Forbidden),
        (Admission.NotYours, Door.ComesToThisTable or Door.AtThisTable or Door.HoldsThisSeat) => new("Stranger.Title", "Stranger", StatusCodes.Status403Forbidden),
        (Admission.NotYours, Door.TakesPart) => new("Stranger.Title", "TakesPart", StatusCodes.Status403Forbidden, "/", "Follow.Ended.Go"),
        (Admission.NotYours, _) => new("Follow.Ended.Title", "Follow.Ended", StatusCodes.Status410Gone, "/", "Follow.Ended.Go"),
        _ => new("LiveLinkEnded.Title", "LiveLinkEnded", StatusCodes.Status410Gone),
    };

    /// <summary>Whose seat moved to another device, or who sits elsewhere, knows the code already and chooses a table.</summary>
    private async Task<bool> IsElsewhereInTheRoom(Entrance at) => at is { Visitor: { } visitor, Workshop: { IsCodeRevoked: false, BinnedAt: null } }
        && (at.Arrival.Leads || at.Arrival.Follows || await own.Find(at.Id, at.Workshop, visitor.Device) is not null);

    private sealed record Sign(string Title, string Text, int Status, string? Link = null, string? LinkText = null);
}
