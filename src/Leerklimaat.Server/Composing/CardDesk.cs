using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Composing;

/// <summary>One card of a deck that people make: written by one or by two at a time, with advice while it is written, and what others think of it.</summary>
public sealed class CardDesk(IGrainFactory grains, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public IResult Show(string card, HttpContext http)
    {
        var held = Held(http);
        return held.Deck.Draft!.Find(card) is { } known ? PageOf(held, http, known, held.Deck.ChangesOf(card)) : Results.Redirect($"/decks/{held.Id}#cards");
    }

    public IResult Blank(HttpContext http)
    {
        var (held, set) = (Held(http), http.Request.Query["set"].ToString());
        var draft = held.Deck.Draft!;
        var card = new Card("", CardKind.Statement, draft.Factors.FirstOrDefault()?.Id ?? "", draft.Sets.Any(one => one.Id == set) ? set : draft.Sets.FirstOrDefault()?.Id ?? "", "", "", "");
        return PageOf(held, http, card, 0, isNew: true);
    }

    public async Task<IResult> Add(HttpContext http)
    {
        var (held, card) = (Held(http), DeckForms.CardOf(http.Request, DeckForms.NewId(http.Request)));
        // Behind the last one of its set, where one looks for it.
        var cards = held.Deck.Draft!.Cards;
        var last = cards.Select((one, place) => (one, place)).LastOrDefault(one => one.one.Set == card.Set);
        var (state, refusal) = await Ask(held.Id, http, new AddCard(card, last.one is null ? cards.Length : last.place + 1, time.GetUtcNow()));
        return refusal is null ? Results.Redirect($"/decks/{held.Id}#card-{card.Id}") : PageOf(held with { Deck = state }, http, card, 0, refusal, isNew: true);
    }

    /// <summary>Whoever is second of two who change one card keeps what they typed, and sees what the other kept.</summary>
    public async Task<IResult> Change(string card, HttpContext http)
    {
        var (held, typed, seen) = (Held(http), DeckForms.CardOf(http.Request, card), DeckForms.SeenOf(http.Request));
        var (state, refusal) = await Ask(held.Id, http, new ChangeCard(typed, seen, time.GetUtcNow()));
        if (refusal is null) return Results.Redirect($"/decks/{held.Id}#card-{card}");

        var other = refusal.Reason == Reason.CardChangedMeanwhile ? state.Draft!.Find(card) : null;
        return PageOf(held with { Deck = state }, http, typed, other is null ? seen : state.ChangesOf(card), refusal, other);
    }

    /// <summary>What makes a statement hard to play with, while it is typed.</summary>
    public static IResult Advise(HttpContext http) => Page.Of(new AdviceFragment { Text = Plain.Line(http.Request.Form["text"]) });

    public async Task<IResult> Comment(HttpContext http)
    {
        var (held, card) = (Held(http), DeckForms.Asked(http.Request, "card"));
        var text = Plain.Text(http.Request.Form["comment"]);
        var (state, refusal) = await Ask(held.Id, http, new CommentOnCard(Asking.CommandOf(http), card, text, time.GetUtcNow()));
        if (refusal is null) return Results.Redirect($"/decks/{held.Id}/cards/{Uri.EscapeDataString(card)}#comments");
        return state.Draft!.Find(card) is { } known ? PageOf(held with { Deck = state }, http, known, state.ChangesOf(card), refusal, comment: text) : Results.Redirect($"/decks/{held.Id}#cards");
    }

    private async Task<(OwnDeck State, Refusal? Refusal)> Ask(Guid id, HttpContext http, DeckCommand command)
    {
        var answer = await grains.GetGrain<IOwnDeckGrain>(id).Ask(command, Asking.CommandOf(http), time.GetUtcNow());
        return (answer.State, answer.Refusal);
    }

    private IResult PageOf(HeldDeck held, HttpContext http, Card card, int seen, Refusal? refusal = null, Card? other = null, bool isNew = false, string comment = "") => Page.Of(
        new CardPage { Frame = PageFrame.Of(http), Held = held, Card = card, IsNew = isNew, Seen = seen, Wrong = refusal is null ? null : say.Why(refusal), Other = other, Comment = comment }, Statuses.Of(refusal));

    private static HeldDeck Held(HttpContext http) => Entrance.Of(http).HeldDeck;
}
