using Leerklimaat.Domain;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Leerklimaat.Server.Composing;

/// <summary>Decks that people make themselves: beginning one, writing its cards, keeping editions, giving it to others and playing with it.</summary>
public static class ComposingEndpoints
{
    // More than is taken: a file that is too large is read to its end, so that its sender gets a sentence and not a broken connection.
    private const int LargestUpload = 8 * 1024 * 1024;

    public static void AddComposing(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DecksDesk>().AddSingleton<DeckDesk>().AddSingleton<CardDesk>().AddSingleton<DeckBinDesk>();

    public static void MapComposing(this IEndpointRouteBuilder app)
    {
        var decks = app.MapGroup("/decks").Behind(Door.Anybody);
        decks.MapGet("", (HttpContext http, DecksDesk desk) => desk.Show(http));
        decks.MapPost("", (HttpContext http, DecksDesk desk) => desk.Begin(http));
        decks.MapPost("/imports", (HttpContext http, DecksDesk desk) => desk.Import(http)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        decks.MapGet("/shelf/{deck}", (string deck, HttpContext http, DecksDesk desk) => desk.Look(deck, http));
        app.MapGet("/decks/{id:guid}/links/{key}", (Guid id, string key, HttpContext http, DeckDesk desk) => desk.ByLink(id, key, http)).Behind(Door.HasADeckLink);

        var seen = app.MapGroup("/decks/{id:guid}").Behind(Door.SeesTheDeck);
        seen.MapGet("", (HttpContext http, DeckDesk desk) => desk.Show(http));
        seen.MapGet("/file", (HttpContext http) => DeckDesk.File(http));
        seen.MapGet("/editions/{edition:int}", (int edition, HttpContext http) => DeckDesk.Edition(edition, http));
        seen.MapGet("/cards/{card}", (string card, HttpContext http, CardDesk desk) => desk.Show(card, http));
        seen.MapPost("/workshops", (HttpContext http, DeckDesk desk) => desk.Play(http));
        app.MapPost("/decks/{id:guid}/comments", (HttpContext http, CardDesk desk) => desk.Comment(http)).Behind(Door.CommentsOnTheDeck);

        var edited = app.MapGroup("/decks/{id:guid}").Behind(Door.EditsTheDeck);
        edited.MapPost("/words", (HttpContext http, DeckDesk desk) => desk.Describe(http));
        edited.MapPost("/boards", (HttpContext http, DeckDesk desk) => desk.ChooseBoard(http));
        edited.MapGet("/blank", (HttpContext http, CardDesk desk) => desk.Blank(http));
        edited.MapPost("/cards", (HttpContext http, CardDesk desk) => desk.Add(http));
        edited.MapPost("/cards/{card}", (string card, HttpContext http, CardDesk desk) => desk.Change(card, http));
        edited.MapPost("/advice", (HttpContext http) => CardDesk.Advise(http));
        edited.MapDesk("/moves", (ask, at) => new MoveCard(DeckForms.Asked(ask, "card"), DeckForms.PlaceOf(ask), at));
        edited.MapDesk("/removals", (ask, at) => new RemoveCard(DeckForms.Asked(ask, "card"), at));
        edited.MapDesk("/restorations", (ask, at) => new PutCardBack(at));
        edited.MapDesk("/factors", (ask, at) => new AddFactor(new(DeckForms.NewId(ask), Plain.Line(ask.Form["name"]), Plain.Line(ask.Form["source"])), at));
        edited.MapDesk("/factors/changes", (ask, at) => new ChangeFactor(new(DeckForms.Asked(ask, "factor"), Plain.Line(ask.Form["name"]), Plain.Line(ask.Form["source"])), DeckForms.SeenOf(ask), at));
        edited.MapDesk("/factors/removals", (ask, at) => new RemoveFactor(DeckForms.Asked(ask, "factor"), at));
        edited.MapDesk("/sets", (ask, at) => new AddSet(DeckForms.SetOf(ask, DeckForms.NewId(ask)), at));
        edited.MapDesk("/sets/changes", (ask, at) => new ChangeSet(DeckForms.SetOf(ask, DeckForms.Asked(ask, "set")), DeckForms.SeenOf(ask), at));
        edited.MapDesk("/sets/removals", (ask, at) => new RemoveSet(DeckForms.Asked(ask, "set"), at));
        edited.MapDesk("/themes", (ask, at) => new AddTheme(new(DeckForms.NewId(ask), Plain.Line(ask.Form["name"])), at));
        edited.MapDesk("/themes/changes", (ask, at) => new ChangeTheme(new(DeckForms.Asked(ask, "theme"), Plain.Line(ask.Form["name"])), DeckForms.SeenOf(ask), at));
        edited.MapDesk("/themes/removals", (ask, at) => new RemoveTheme(DeckForms.Asked(ask, "theme"), at));
        edited.MapDesk("/comments/settlements", (ask, at) => new SettleComment(DeckForms.IdOf(ask, "comment"), at));
        edited.MapPost("/editions", (HttpContext http, DeckDesk desk) => desk.MakeEdition(http));
        edited.MapPost("/links", (HttpContext http, DeckDesk desk) => desk.GiveLink(http));
        edited.MapDesk("/links/withdrawals", (ask, at) => new WithdrawDeckLink(DeckForms.RightOf(ask), at));

        var kept = app.MapGroup("/decks/{id:guid}/bin").Behind(Door.KeepsTheDeck);
        kept.MapGet("", (HttpContext http, DeckBinDesk desk) => desk.Show(http));
        kept.MapPost("", (HttpContext http, DeckBinDesk desk) => desk.Throw(http));
        kept.MapPost("/restorations", (HttpContext http, DeckBinDesk desk) => desk.Restore(http));
    }

    private static void MapDesk(this IEndpointRouteBuilder deck, string path, Func<HttpRequest, DateTimeOffset, DeckCommand> command) =>
        deck.MapPost(path, (HttpContext http, DeckDesk desk) => desk.Ask(http, command));
}
