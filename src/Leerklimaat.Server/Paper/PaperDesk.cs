using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Paper;

/// <summary>Enters tables that played on paper (T7). Only who leads the workshop comes here.</summary>
public sealed class PaperDesk(IGrainFactory grains, Leaders leaders, TableViews views, DeckShelf shelf, IStringLocalizer<Phrases> say)
{
    public Task<IResult> Tables(HttpContext http) => TablesOf(Entrance.Of(http).Led, http, null, "", "");

    /// <summary>A table that has no phones at all: it gets a number, and a name where somebody gave one.</summary>
    public async Task<IResult> Add(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var (name, people) = (Plain.Line(http.Request.Form["name"]), Plain.Line(http.Request.Form["people"]));
        var command = Asking.CommandOf(http);
        // The form sent twice makes the same table.
        var table = new TableId(command);
        if (!IsPossible(people)) return await TablesOf(led, http, say["Reason.PaperPeopleWrong"], name, people);
        if (name.Length > Workshop.LongestTableName) return await TablesOf(led, http, say.Why(new(Reason.NameTooLong, Workshop.LongestTableName)), name, people);

        var answer = await leaders.Ask(id, http, new AddTable(table, leaders.Now));
        if (answer.Refusal is { } refusal) return await TablesOf(led, http, say.Why(refusal), name, people);

        if (name.Length > 0) await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(new NameTable(table, name, leaders.Now), Asking.Next(command), leaders.Now);
        await Grain(table).Ask(new SeatOnPaper(NumberOf(people), leaders.Now), command, leaders.Now);
        return Results.Redirect($"/workshops/{id.Value}/paper-tables/{table.Value}");
    }

    /// <param name="round">The round to correct or put back.</param>
    public Task<IResult> Show(WorkshopId id, TableId table, int? round, HttpContext http) => At(id, table, http, async (led, laid) =>
    {
        var state = (await Grain(table).Look()).State;
        if (round is { } number && state.OnPaper(number) is null) return Results.Redirect($"/workshops/{id.Value}/paper-tables/{table.Value}");
        return PageOf(led, laid, state, FormOf(led, state, round), round, [], http, StatusCodes.Status200OK);
    });

    public Task<IResult> Seat(WorkshopId id, TableId table, HttpContext http) => At(id, table, http, async (led, laid) =>
    {
        var typed = Plain.Line(http.Request.Form["people"]);
        var answer = IsPossible(typed) ? await Grain(table).Ask(new SeatOnPaper(NumberOf(typed), leaders.Now), Asking.CommandOf(http), leaders.Now) : await Grain(table).Look() with { Refusal = new(Reason.PaperPeopleWrong) };
        return answer.Refusal is null
            ? Results.Redirect($"/workshops/{id.Value}/paper-tables/{table.Value}")
            : PageOf(led, laid, answer.State, FormOf(led, answer.State, null), null, [], http, StatusCodes.Status422UnprocessableEntity, peopleWrong: (typed, say.Why(answer.Refusal)));
    });

    /// <param name="replaces">The round that is corrected or put back.</param>
    public Task<IResult> Enter(WorkshopId id, TableId table, int? replaces, HttpContext http) => At(id, table, http, async (led, laid) =>
    {
        var state = (await Grain(table).Look()).State;
        var form = PaperForm.Of(http.Request.Form, state.Seats.Length);
        var command = Asking.CommandOf(http);

        var (card, unclear) = CardOf(led.Workshop, form, state, replaces, command);
        var paper = form.Read(replaces, card, command) with { IsReversed = shelf.Find(led.Workshop.Played, Leaders.Language).Find(card.Value) is { IsReversed: true } };
        var faults = unclear is null ? state.Check(paper) : state.Check(paper).Where(fault => fault.Field != PaperField.Card);
        PaperWrong[] wrong = [.. unclear is null ? [] : new[] { unclear }, .. faults.Select(fault => WrongOf(fault, state))];
        var answer = unclear is null ? await Grain(table).Ask(new EnterPaperRound(paper, leaders.Now), command, leaders.Now) : null;
        // Sent a second time, the round is there already and so are its faults; the table itself knows that it has done this.
        if (answer is { Refusal: null }) return Results.Redirect($"/workshops/{id.Value}/paper-tables/{table.Value}?{(replaces is null ? "entered" : "changed")}={RoundOf(answer.State, paper)}");

        if (wrong.Length == 0) wrong = [new(PaperField.Card, 0, say.Why(answer!.Refusal!))];
        return PageOf(led, laid, state, form, replaces, wrong, http, StatusCodes.Status422UnprocessableEntity);
    });

    public Task<IResult> TakeBack(WorkshopId id, TableId table, int round, HttpContext http) => At(id, table, http, async (led, laid) =>
    {
        if ((await Grain(table).Look()).State.OnPaper(round) is not null) await Grain(table).Ask(new TakeCardBack(round, leaders.Now), Asking.CommandOf(http), leaders.Now);
        return Results.Redirect($"/workshops/{id.Value}/paper-tables/{table.Value}");
    });

    private async Task<IResult> At(WorkshopId id, TableId table, HttpContext http, Func<Led, WorkshopTable, Task<IResult>> then)
    {
        var led = Entrance.Of(http).Led;
        // Nothing of such a table stays (W11), so nobody is to type it.
        if (led.Workshop.IsRehearsed(table)) return await TablesOf(led, http, say["PaperTables.Rehearsed"], "", "");
        return led.Workshop.Find(table) is { } laid
            ? await then(led, laid)
            : Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say["Reason.TableUnknown"].Value }, StatusCodes.Status404NotFound);
    }

    private async Task<IResult> TablesOf(Led led, HttpContext http, string? wrong, string name, string people) => Page.Of(new PaperTablesPage
    {
        Id = led.Id,
        Lines = (await leaders.TablesOf(led.Workshop)).Zip(led.Workshop.Tables, (state, table) => new PaperTableLine(table, state.Seats.Length, state.Played.Count(round => round.IsOnPaper), state.IsOnPaper, led.Workshop.IsRehearsed(table.Id))).ToList(),
        Frame = PageFrame.Of(http),
        Wrong = wrong,
        Name = name,
        People = people,
    }, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private IResult PageOf(Led led, WorkshopTable laid, Table state, PaperForm form, int? replaces, IReadOnlyList<PaperWrong> faults, HttpContext http, int status, (string, string)? peopleWrong = null)
    {
        var cards = PrintedCard.AllOf(shelf, led.Workshop.Played, Leaders.Language);
        var deck = shelf.Find(led.Workshop.Played, Leaders.Language);
        EnteredView Of(Round round, int notes) => new(
            round.Number, cards.FirstOrDefault(card => card.Card.Id == round.Card.Value)?.Number.ToString(CultureInfo.InvariantCulture) ?? say["Case"], views.CardOf(round, deck).Text, round.Pile, round.First.Length, notes)
        { IsCase = round.Case is not null };
        List<EnteredView> known = [.. state.Played.Where(round => round.IsOnPaper).Select(round => Of(round, state.NotesOnPaper(round.Number).Count()))];
        return Page.Of(new PaperTablePage
        {
            View = new PaperTableView(
                led.Id, laid, led.Workshop.Title, views.BoardOf(deck, led.Workshop.Board), [.. state.Seats.Select(seat => views.SeatOf(state, seat))], cards,
                known, [.. state.PaperAsides.Select(aside => Of(aside.Round, aside.Notes.Count(note => !note.IsWithdrawn)))], form, replaces, faults)
            {
                Cases = led.Workshop.Cases is { } cases ? views.BoardOf(deck, cases) : null,
                Just = known.Find(one => http.Request.Query["entered"] == $"{one.Round}" || http.Request.Query["changed"] == $"{one.Round}"),
                IsChange = http.Request.Query.ContainsKey("changed"),
                PeopleWrong = peopleWrong,
            },
            Frame = PageFrame.Of(http),
        }, status);
    }

    private PaperForm FormOf(Led led, Table state, int? round)
    {
        if (round is not { } number || state.OnPaper(number) is not { } known) return PaperForm.Empty(state.Seats.Length);

        var card = PrintedCard.AllOf(shelf, led.Workshop.Played, Leaders.Language).FirstOrDefault(card => card.Card.Id == known.Card.Value);
        return PaperForm.Of(known, [.. state.NotesOnPaper(number)], state.Seats.Length, card);
    }

    /// <summary>The card that is meant; or a sentence that says what is unclear about it.</summary>
    private (CardId Card, PaperWrong? Unclear) CardOf(Workshop workshop, PaperForm form, Table state, int? replaces, Guid command)
    {
        if (form.Case.Length > 0)
        {
            var known = replaces is { } number ? state.OnPaper(number) : null;
            var card = known is { Kind: RoundKind.Case } ? known.Card : CardId.OfCase(command);
            return (card, form.Card.Length > 0 ? new(PaperField.Card, 0, say["Paper.Card.OrCase"]) : null);
        }

        var meant = PrintedCard.Meant(PrintedCard.AllOf(shelf, workshop.Played, Leaders.Language), form.Card);
        return meant.Count == 1 ? (new(meant[0].Card.Id), null) : (default, new(PaperField.Card, 0,
            form.Card.Length == 0 ? say["Paper.Card.Which"] : meant.Count == 0 ? say["Paper.Card.None"] : say["Paper.Card.Several", string.Join(", ", meant.Select(card => card.Number))]));
    }

    private PaperWrong WrongOf(PaperFault fault, Table state) => new(fault.Field, fault.Place, fault.Field is PaperField.First or PaperField.Told or PaperField.Second && fault.Place > 0
        ? say["Paper.AtPawn", fault.Place, say[$"Pawn.{state.Find(new(fault.Place))?.Pawn ?? 1}"], Sentence(fault.Why)]
        : Sentence(fault.Why));

    // The sentence for who brings a case is said to that person; here somebody else reads it.
    private string Sentence(Refusal why) => why.Reason == Reason.BringerDoesNotPlace ? say["Paper.Bringer.Places"] : say.Why(why);

    private static int RoundOf(Table table, PaperRound paper) => paper.Replaces ?? table.Played.LastOrDefault(round => round.IsOnPaper && round.Card == paper.Card)?.Number ?? 0;

    private ITableGrain Grain(TableId table) => grains.GetGrain<ITableGrain>(table.Value);

    private static bool IsPossible(string people) => NumberOf(people) is >= Table.FewestPeople and <= Domain.Tables.Seat.Pawns;

    private static int NumberOf(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
