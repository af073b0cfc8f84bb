using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Laying;

/// <summary>The tables in the room: how many there are, for how many people, and what they are called (T1).</summary>
public sealed class LayingDesk(IGrainFactory grains, Leaders leaders, FacilitatorPages pages, TableViews views, DeckShelf shelf, IStringLocalizer<Phrases> say)
{
    public Task<IResult> Show(HttpContext http) => PageOf(Entrance.Of(http).Led, http);

    public async Task<IResult> ShowCards(TableId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        if (led.Workshop.Find(id) is not { } laid) return Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say["Reason.TableUnknown"].Value }, StatusCodes.Status404NotFound);

        var table = (await grains.GetGrain<ITableGrain>(id.Value).Look()).State;
        var deck = shelf.Find(led.Workshop.Deck, Leaders.Language);
        var rounds = table.Played.Concat(table.Round is { } now ? [now] : []).OrderByDescending(round => round.Number);
        return Page.Of(new TableCardsPage
        {
            View = new(led.Id, laid,
            [
                .. rounds.Select(round => new CardOfTable(
                    round.Number, views.CardOf(round, deck), round.Pile, round.Pile is not null && table.Round is null,
                    [.. table.NotesOf(round).Select(note => (new NoteView(note.Id.Value, note.Kind, note.Text, note.SignedBy), note.IsWithdrawn))])),
            ]),
            Frame = PageFrame.Of(http),
        });
    }

    /// <summary>The form sent twice makes the same table.</summary>
    public async Task<IResult> Add(WorkshopId id, HttpContext http) => await Answer(id, http, new AddTable(new(Asking.CommandOf(http)), leaders.Now));

    public async Task<IResult> Change(WorkshopId id, TableId table, HttpContext http)
    {
        var form = http.Request.Form;
        var (name, typed) = (Plain.Line(form["name"]), Plain.Line(form["seats"]));
        // What is no number is as wrong as one that is too large, and is said in the same sentence.
        var seats = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var people = (await grains.GetGrain<ITableGrain>(table.Value).Look()).State.Seats.Length;
        var workshop = Entrance.Of(http).Workshop;
        var isTaken = workshop.Find(table) is not null && seats is >= Workshop.FewestSeats and <= Workshop.MostSeats && seats < people;
        var (after, refusal) = isTaken ? (workshop, new Refusal(Reason.SeatsTaken, people)) : await Ask(id, http, new ChangeTable(table, name, seats, leaders.Now));
        return await Answer(after, refusal, http, new TypedTable(table, name, typed));
    }

    /// <summary>The table says first whether nobody sits there; from then on nobody can.</summary>
    public async Task<IResult> Remove(WorkshopId id, TableId table, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        var command = Asking.CommandOf(http);
        if (workshop.ClosedAt is not null) return await Answer(workshop, new(Reason.WorkshopClosed), http);
        if (workshop.Find(table) is null) return await Answer(workshop, null, http);

        var away = await grains.GetGrain<ITableGrain>(table.Value).Ask(new TakeTableAway(leaders.Now), command, leaders.Now);
        return away.Refusal is null ? await Answer(id, http, new RemoveTable(table, away.Version, leaders.Now)) : await Answer(workshop, away.Refusal, http);
    }

    private async Task<(Workshop After, Refusal? Refusal)> Ask(WorkshopId id, HttpContext http, WorkshopCommand command)
    {
        var answer = await leaders.Ask(id, http, command);
        return (answer.State, answer.Refusal);
    }

    private async Task<IResult> Answer(WorkshopId id, HttpContext http, WorkshopCommand command)
    {
        var (after, refusal) = await Ask(id, http, command);
        return await Answer(after, refusal, http);
    }

    /// <param name="typed">What stays in its fields where it was refused.</param>
    private async Task<IResult> Answer(Workshop after, Refusal? refusal, HttpContext http, TypedTable? typed = null)
    {
        var led = Entrance.Of(http).Led with { Workshop = after };
        if (http.Request.IsHtmx()) return await pages.Tools(led.Id, after, led.Leading, http, say.NoticeOf(refusal), Statuses.Of(refusal));
        return refusal is null ? Results.Redirect($"/workshops/{led.Id.Value}/tables") : await PageOf(led, http, refusal, typed);
    }

    private async Task<IResult> PageOf(Led led, HttpContext http, Refusal? refusal = null, TypedTable? typed = null) => Page.Of(new TablesPage
    {
        Led = led,
        Lines = [.. led.Workshop.Tables.Zip(await leaders.TablesOf(led.Workshop), (table, state) => new TableLine(table, [.. state.Seats.Select(seat => new TableTopSeat(seat.Pawn, false))]))],
        Wrong = refusal is null ? null : say.Why(refusal),
        Typed = typed,
        Frame = PageFrame.Of(http),
    }, Statuses.Of(refusal));
}

/// <summary>A table and the pawns of who sits there.</summary>
public sealed record TableLine(WorkshopTable Table, IReadOnlyList<TableTopSeat> Taken);

/// <summary>What was typed for a table.</summary>
public sealed record TypedTable(TableId Table, string Name, string Seats);
