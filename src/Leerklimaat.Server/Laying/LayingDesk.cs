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

        var table = (await grains.GetGrain<ITableGrain>(id.Value).Look()).State.AsGiven();
        var deck = shelf.Find(led.Workshop.Played, Leaders.Language);
        var rounds = table.Rounds.OrderByDescending(round => round.Number);
        return Page.Of(new TableCardsPage
        {
            View = new(led.Id, laid,
            [
                .. rounds.Select(round => new CardOfTable(
                    round.Number, views.CardOf(round, deck), round.Pile, IsDone(round), IsDone(round) && table.Round is null,
                    [.. table.NotesOf(round).Select(note => (new NoteView(note.Id.Value, note.Kind, note.Text, note.SignedBy), note.IsWithdrawn))])),
            ]),
            Frame = PageFrame.Of(http),
        });
    }

    private static bool IsDone(Round round) => round.Pile is not null || round is { IsJudged: true, Phase: Phase.Closed };

    /// <summary>What was typed for all tables is kept by whatever button of the page: none of it, where one of them cannot be.</summary>
    public Task<IResult> Save(WorkshopId id, HttpContext http) => AfterSaving(id, http, except: null, workshop => Task.FromResult<(Workshop, Refusal?)>((workshop, null)));

    /// <summary>The form sent twice makes the same table.</summary>
    public Task<IResult> Add(WorkshopId id, HttpContext http) => AfterSaving(id, http, except: null, _ => Ask(id, new AddTable(new(Asking.CommandOf(http)), leaders.Now), Asking.CommandOf(http)));

    /// <summary>The table says first whether nobody sits there; from then on nobody can.</summary>
    public Task<IResult> Remove(WorkshopId id, TableId table, HttpContext http) => AfterSaving(id, http, table, async workshop =>
    {
        var command = Asking.CommandOf(http);
        if (workshop.ClosedAt is not null) return (workshop, new(Reason.WorkshopClosed));
        if (workshop.Find(table) is null) return (workshop, null);

        var away = await grains.GetGrain<ITableGrain>(table.Value).Ask(new TakeTableAway(leaders.Now), command, leaders.Now);
        return away.Refusal is null ? await Ask(id, new RemoveTable(table, away.Version, leaders.Now), command) : (workshop, away.Refusal);
    });

    /// <param name="except">The table that goes away: what stands in its fields is nothing to keep.</param>
    private async Task<IResult> AfterSaving(WorkshopId id, HttpContext http, TableId? except, Func<Workshop, Task<(Workshop, Refusal?)>> then)
    {
        var command = Asking.CommandOf(http);
        var workshop = Entrance.Of(http).Workshop;
        var typed = workshop.Tables.Where(table => table.Id != except && http.Request.Form.ContainsKey(TypedTable.NameField(table))).Select(table => TypedTable.Of(table, http.Request.Form)).ToList();
        foreach (var one in typed)
        {
            if (await WhyNot(workshop, one) is { } why) return await Answer(workshop, why, http, typed, one.Table);
        }

        var (after, refusal) = typed.Count == 0 ? (workshop, null) : await Ask(id, new ChangeTables([.. typed.Select(one => one.Changed)], leaders.Now), Asking.Next(command));
        if (refusal is null) (after, refusal) = await then(after);
        return await Answer(after, refusal, http, typed, wrong: null);
    }

    private async Task<Refusal?> WhyNot(Workshop workshop, TypedTable typed)
    {
        if (Workshop.Decide(workshop, new ChangeTables([typed.Changed], leaders.Now)).Refusal is { } refusal) return refusal;

        var people = (await grains.GetGrain<ITableGrain>(typed.Table.Value).Look()).State.Seats.Length;
        return typed.Changed.Seats < people && typed.Changed.Seats != workshop.Find(typed.Table)!.Seats ? new(Reason.SeatsTaken, people) : null;
    }

    private async Task<(Workshop After, Refusal? Refusal)> Ask(WorkshopId id, WorkshopCommand asked, Guid command)
    {
        var answer = await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(asked, command, leaders.Now);
        return (answer.State, answer.Refusal);
    }

    /// <param name="typed">What stays in its fields where it was refused.</param>
    /// <param name="wrong">For which table; nothing where it is for none of them.</param>
    private async Task<IResult> Answer(Workshop after, Refusal? refusal, HttpContext http, IReadOnlyList<TypedTable> typed, TableId? wrong)
    {
        var led = Entrance.Of(http).Led with { Workshop = after };
        if (http.Request.IsHtmx()) return await pages.Tools(led.Id, after, led.Leading, http, say.NoticeOf(refusal), Statuses.Of(refusal));
        return refusal is null ? Results.Redirect($"/workshops/{led.Id.Value}/tables") : await PageOf(led, http, refusal, typed, wrong);
    }

    private async Task<IResult> PageOf(Led led, HttpContext http, Refusal? refusal = null, IReadOnlyList<TypedTable>? typed = null, TableId? wrong = null) => Page.Of(new TablesPage
    {
        Led = led,
        WrongTable = wrong,
        Lines = [.. led.Workshop.Tables.Zip(await leaders.TablesOf(led.Workshop), (table, state) => new TableLine(table, [.. state.Seats.Select(seat => new TableTopSeat(seat.Pawn, false))]))],
        Wrong = refusal is null ? null : say.Why(refusal),
        Typed = typed ?? [],
        Frame = PageFrame.Of(http),
    }, Statuses.Of(refusal));
}

/// <summary>A table and the pawns of who sits there.</summary>
public sealed record TableLine(WorkshopTable Table, IReadOnlyList<TableTopSeat> Taken);

/// <summary>What was typed for a table.</summary>
public sealed record TypedTable(TableId Table, string Name, string Seats)
{
    // What is no number is as wrong as one that is too large, and is said in the same sentence.
    public ChangedTable Changed => new(Table, Name, int.TryParse(Seats, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    public static string NameField(WorkshopTable table) => $"name-{table.Number}";

    public static string SeatsField(WorkshopTable table) => $"seats-{table.Number}";

    /// <summary>What a field held when the page was drawn.</summary>
    public static string BeforeField(string field) => $"{field}-before";

    /// <summary>Where nothing was typed it is as it is now: a table may have named itself since the page was drawn.</summary>
    public static TypedTable Of(WorkshopTable table, IFormCollection form)
    {
        return new(table.Id, Typed(NameField(table), table.Name), Typed(SeatsField(table), table.Seats.ToString(CultureInfo.InvariantCulture)));

        string Typed(string field, string now) => form.TryGetValue(BeforeField(field), out var before) && before == form[field] ? now : Plain.Line(form[field]);
    }
}
