using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Playing;

/// <summary>From a posted form to the grain and back: who are you, what do you ask, and the answer as the page shows it.</summary>
public static class TableAsking
{
    public static void MapAsk(this IEndpointRouteBuilder table, string path, Func<AtTable, TableCommand> command) =>
        table.MapPost(path, (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, command));

    /// <summary>A seat for somebody without a phone, on the device of a neighbour or on the one that goes round (T3).</summary>
    public static void MapNeighbours(this IEndpointRouteBuilder table) =>
        table.MapPost("/neighbours", (Guid id, HttpContext http, Desk desk, FreeSeats seats) => desk.SeatNeighbour(new(id), http, seats));

    /// <summary>What the table is called: the workshop knows it, so that it stands wherever the table does.</summary>
    public static void MapNaming(this IEndpointRouteBuilder table) =>
        table.MapPost("/table-names", (Guid id, HttpContext http, Desk desk) => desk.NameTable(new(id), http));

    /// <summary>Changes nothing: it shows the pawn of who has the device now (T3).</summary>
    public static void MapOpenings(this IEndpointRouteBuilder table) =>
        table.MapPost("/openings", (Guid id, HttpContext http, Desk desk) => desk.Open(new(id), http));

    /// <summary>A card that somebody picked, one drawn by chance, or the one with the most stars (G1). Chance and the deck are the server's.</summary>
    public static void MapChoosing(this IEndpointRouteBuilder table)
    {
        table.MapPost("/rounds", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) => Picked(desk.Shelf, ask, at, ask.Card, ChosenBy.Picked)));
        table.MapPost("/rounds/drawn", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) => Picked(desk.Shelf, ask, at, Drawn(desk.Shelf, at), ChosenBy.Drawn)));
        table.MapPost("/rounds/starred", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) => Picked(desk.Shelf, ask, at, MostStars(at), ChosenBy.Stars)));
    }

    /// <summary>A star is given, or taken back by whoever gave it: the button is the same for all at the table.</summary>
    public static void MapStars(this IEndpointRouteBuilder table) => table.MapPost("/stars", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) =>
        at.Stars.Contains(new(ask.Seat, ask.Card)) ? new UnstarCard(ask.Seat, ask.Device, ask.Card, ask.At)
        : IsInDeck(desk.Shelf, at, ask.Card) ? new StarCard(ask.Seat, ask.Device, ask.Card, ask.At)
        : null));

    /// <summary>A card of the deck, or the case that lies on the table: made up ids would lengthen the list without end.</summary>
    public static void MapSkips(this IEndpointRouteBuilder table) => table.MapPost("/skips", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) =>
        at.Round?.Card == ask.Card || IsInDeck(desk.Shelf, at, ask.Card) ? new SkipCard(ask.Seat, ask.Device, ask.Card, ask.At) : null));

    /// <summary>That a note is of this browser only its secret tells, so here is counted how many it wrote.</summary>
    public static void MapNotes(this IEndpointRouteBuilder table) => table.MapPost("/notes", (Guid id, HttpContext http, Desk desk) => desk.Ask(new(id), http, (ask, at) => new WriteNote(
        ask.Seat, ask.Device, new(ask.Id("note")), ask.Choice<NoteKind>("kind"), ask.Text("text"), ask.Visitor.ProofFor(new(ask.Id("note"))), ask.IsTicked("signed"), ask.At,
        at.NotedRound is { } round ? at.NotesOf(round).Count(note => note.Proof == ask.Visitor.ProofFor(note.Id)) : 0)));

    private static bool IsInDeck(DeckShelf shelf, Table table, CardId card) => table.Setting is { } setting && shelf.Find(setting.Played, "nl").Find(card.Value) is not null;

    private static TableCommand? Picked(DeckShelf shelf, AtTable ask, Table table, CardId? card, ChosenBy by) =>
        card is { } id && shelf.Find(table.Setting!.Played, "nl").Find(id.Value) is { } known
            ? new ChooseCard(ask.Seat, ask.Device, id, known.Kind == Domain.Decks.CardKind.Practice ? RoundKind.Practice : RoundKind.Statement, by, ask.At) { IsReversed = known.IsReversed }
            : null;

    private static CardId? Drawn(DeckShelf shelf, Table table)
    {
        var known = table.Played.Select(round => round.Card.Value).Concat(table.Skipped.Select(card => card.Value)).ToHashSet();
        var open = shelf.Find(table.Setting!.Played, "nl").Statements.Where(card => !known.Contains(card.Id)).ToList();
        return open.Count == 0 ? null : new(open[Random.Shared.Next(open.Count)].Id);
    }

    private static CardId? MostStars(Table table)
    {
        var played = table.Played.Select(round => round.Card).ToHashSet();
        return table.Stars.Where(star => !played.Contains(star.Card)).GroupBy(star => star.Card)
            .OrderByDescending(stars => stars.Count()).Select(stars => (CardId?)stars.Key).FirstOrDefault();
    }
}

/// <summary>What answering a post at a table needs.</summary>
public sealed class Desk(IGrainFactory grains, Bursts bursts, MineViews mine, TablePages pages, Newest newest, Watching watching, DeckShelf shelf, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public DeckShelf Shelf => shelf;

    public ITableGrain Table(TableId id) => grains.GetGrain<ITableGrain>(id.Value);

    /// <summary>For a page that gives an answer of its own.</summary>
    public async Task<Answer<Table>> Send(TableId id, HttpContext http, Func<AtTable, TableCommand> command)
    {
        var ask = await Asked(id, http);
        return await Send(ask, command(ask));
    }

    /// <param name="command">Makes the command from the form.</param>
    public async Task<IResult> Ask(TableId id, HttpContext http, Func<AtTable, TableCommand> command)
    {
        var ask = await Asked(id, http);
        return await Ask(ask, command(ask), http);
    }

    /// <param name="command">Makes the command from the form and the table; nothing when there is no such card.</param>
    public async Task<IResult> Ask(TableId id, HttpContext http, Func<AtTable, Table, TableCommand?> command)
    {
        var ask = await Asked(id, http);
        var now = await Table(id).Look();
        return command(ask, now.State) is { } made ? await Ask(ask, made, http) : await Answer(ask, now with { Refusal = new(Reason.CardUnknown) }, http);
    }

    public Task<IResult> Open(TableId id, HttpContext http) =>
        pages.Opened(new(id, Entrance.Of(http).Visitor!, http.Request, time.GetUtcNow()), http);

    /// <summary>Only who sits at this table has a neighbour here.</summary>
    public async Task<IResult> SeatNeighbour(TableId id, HttpContext http, FreeSeats seats)
    {
        var entrance = Entrance.Of(http);
        var ask = new AtTable(id, entrance.Visitor!, http.Request, time.GetUtcNow());
        var wish = new TakeSeat(ask.Device, ask.Line("name"), "", "", ask.At);
        return await Answer(ask, await seats.Take(entrance.Id, id, wish, ask.Command, http), http);
    }

    public async Task<IResult> NameTable(TableId id, HttpContext http)
    {
        var ask = await Asked(id, http);
        var named = await grains.GetGrain<IWorkshopGrain>(Entrance.Of(http).Id.Value).Ask(new NameTable(id, ask.Line("table-name"), ask.At), ask.Command, ask.At);
        return await Answer(ask, await Table(id).Look() with { Refusal = named.Refusal }, http);
    }

    private async Task<AtTable> Asked(TableId id, HttpContext http)
    {
        var visitor = Entrance.Of(http).Visitor!;
        await bursts.CountAtTable(visitor.Device);
        return new(id, visitor, http.Request, time.GetUtcNow());
    }

    private async Task<IResult> Ask(AtTable ask, TableCommand command, HttpContext http) =>
        await Answer(ask, await Send(ask, command), http, MineViews.IsOwn(command));

    private async Task<Answer<Table>> Send(AtTable ask, TableCommand command)
    {
        var answer = await Table(ask.Table).Ask(command, ask.Command, ask.At);
        watching.Know(Subject.Of<Table>(ask.Table.Value), answer);
        return answer;
    }

    /// <param name="isOwn">It changed what only this device shows; all else comes to it with the stream.</param>
    private async Task<IResult> Answer(AtTable ask, Answer<Table> answer, HttpContext http, bool isOwn = true)
    {
        if (!http.Request.IsHtmx()) return answer.Refusal is null ? Results.Redirect($"/tables/{ask.Table.Value}", preserveMethod: false) : await pages.Refused(ask, answer, http);

        var status = Statuses.Of(answer.Refusal);
        http.Response.Shows(await VersionOf(answer));
        if (answer.Refusal is null && !isOwn) return Results.NoContent();
        return Page.Of(new MineAnswer { View = Mine(ask, answer), Notice = answer.Refusal is null ? null : NoticeOf(answer.Refusal, http) }, status);
    }

    /// <summary>The stream of the table counts the changes of its workshop too.</summary>
    private async Task<long> VersionOf(Answer<Table> answer)
    {
        if (answer.State.Setting is not { } setting) return answer.Version;

        // The stream may come from another process, where the workshop is watched.
        var workshop = newest.Of<Workshop>(setting.Workshop, out var version) is not null ? version : (await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look()).Version;
        return answer.Version + workshop;
    }

    private MineView? Mine(AtTable ask, Answer<Table> answer) =>
        answer.State.Setting is null ? null : mine.ForDevice(ask.Table, answer.State, ask.Visitor, opened: null);

    /// <summary>Why not, and where it only needs a second yes, the way to go on anyway (T5).</summary>
    public Notice NoticeOf(Refusal refusal, HttpContext http) => new(
        say.Why(refusal),
        refusal.Reason == Reason.NotEverybodyReady ? http.Request.Path.Value : null);
}
