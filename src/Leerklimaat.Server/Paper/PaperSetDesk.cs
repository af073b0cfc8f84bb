using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Paper;

/// <summary>What a facilitator prints to play without phones (T7).</summary>
public sealed class PaperSetDesk(TableViews tables, DeckShelf shelf, Addresses addresses)
{
    public IResult Show(HttpContext http) => PageOf(Entrance.Of(http).Led, PaperChoice.Default(Entrance.Of(http).Workshop.Tables.Length), http);

    /// <summary>The password of the network comes by post, is drawn on this one answer, and is kept nowhere: a page with a token is never cached.</summary>
    public IResult Choose(HttpContext http) => PageOf(Entrance.Of(http).Led, PaperChoice.Of(http.Request.Form), http);

    private IResult PageOf(Led led, PaperChoice choice, HttpContext http)
    {
        var workshop = led.Workshop;
        var deck = shelf.Find(workshop.Played, Leaders.Language);
        return Page.Of(new PaperSetPage
        {
            View = new PaperSetView(
                led.Id, workshop.Title, tables.BoardOf(deck, workshop.Board), PrintedCard.AllOf(shelf, workshop.Played, Leaders.Language),
                PrintedCard.PracticeOf(shelf, workshop.Played, Leaders.Language), workshop.Code!.Value, addresses.ToJoin(http.Request, workshop.Code.Value), workshop.SeatsAtLargest, choice)
            {
                Cases = workshop.Cases is { } cases ? tables.BoardOf(deck, cases) : null,
                Deck = deck,
            },
            Frame = PageFrame.Of(http),
        }, choice.NetworkFault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
