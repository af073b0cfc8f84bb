using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Rehearsals;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Workshops;

/// <summary>What the state of a workshop and its tables is to its facilitator and to the wall. Pawns are in neither.</summary>
public sealed class WorkshopViews(TableViews tables, PartViews parts, DeckShelf shelf, PlenaryViews plenary, TimeProvider time, IStringLocalizer<Phrases> say)
{
    /// <summary>What the wall shows while the plenary is the current part.</summary>
    public PlenaryViews Plenary => plenary;

    public FacilitatorView ForFacilitator(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, long version)
    {
        var radar = RadarOf(workshop, states);
        return new(
            id, workshop.Title, workshop.Game, workshop.ClosedAt is not null, workshop.Message, workshop.Seating,
            [.. radar.Select(table => table with { ScreenKey = ScreenKeys.OfTable(workshop, table.Table) }).OrderByDescending(table => table.HasAskedForHelp).ThenBy(table => table.HelpAskedAt).ThenBy(table => table.Number)],
            radar.Sum(table => table.People), version)
        {
            SecondMoment = workshop.SecondMoment,
            AreSecondPlacementsOpen = workshop.AreSecondPlacementsOpen,
            Programme = ProgrammeView.Of(workshop),
            Pace = PaceView.Of(workshop, time.GetUtcNow()),
            Followers = workshop.Followers.Count,
            Present = workshop.PeopleWith([.. states.Values]),
            Checks = workshop.Visits.IsEmpty && !workshop.Programme.IsEmpty
                ? [.. BeforeTheStart.Check(workshop, workshop.Title != say["Title.Default"], DeckOf(workshop).Statements.Count(), radar.Sum(table => table.People))] : [],
            Rehearsal = RehearsalView.Of(workshop),
            EmptyTables = radar.Count(table => table.People == 0),
            SeatsPerTable = workshop.SeatsPerTable,
        };
    }

    public WorkshopScreenView ForScreen(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version)
    {
        var radar = RadarOf(workshop, states);
        return new(
            id, workshop.Title, workshop.Code!.Value, workshop.Game, workshop.Message, radar,
            Garden.Of(DeckOf(workshop), workshop.Board, states.Values, shown), radar.Sum(table => table.People), radar.Sum(table => table.Green + table.Red), version)
        {
            Part = parts.Current(id, workshop) is var part && part.IsWelcome ? part with { People = workshop.PeopleWith([.. states.Values]) } : part,
            IsRehearsal = workshop.Rehearsal is not null,
        };
    }

    /// <summary>The same on a machine that nobody sits at, which gets what is on the page with the key of the wall.</summary>
    public WorkshopScreenView ForWall(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version)
    {
        var view = ForScreen(id, workshop, states, shown, version);
        return view with { Part = view.Part.OnWall(ScreenKeys.OfWall(workshop)) };
    }

    public FollowView ForFollowers(WorkshopId id, Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new(ForScreen(id, workshop, states, shown, version), BarView.Of(id, workshop), workshop.ClosedAt is not null, workshop.Purpose);

    private Sequence<RadarView> RadarOf(Workshop workshop, IReadOnlyDictionary<TableId, Table> states)
    {
        var deck = DeckOf(workshop);
        return [.. workshop.Tables.Select(table => RadarOf(table, states.GetValueOrDefault(table.Id) ?? Table.Empty, workshop, deck))];
    }

    private RadarView RadarOf(WorkshopTable table, Table state, Workshop workshop, Deck deck)
    {
        var noted = state.Round ?? state.Played.LastOrDefault();
        var notes = noted is null ? [] : state.NotesOf(noted).ToList();
        var played = state.Played.Where(round => round.Pile is not null).ToList();
        return new RadarView(
            table.Id, table.Number, state.Seats.Length, workshop.SeatsPerTable,
            [.. state.Seats.Select(seat => new TableTopSeat(seat.Pawn, IsWaitedFor(state, seat)))],
            state.HelpAskedAt is not null, state.HelpAskedAt,
            state.Round is { } round ? tables.CardOf(round, deck) : null, state.Round?.Phase, state.Round?.BeganAt,
            state.ReadyCount, state.Round is null ? 0 : state.Placers.Count(),
            played.Count(round => round.Pile == Pile.Green), played.Count(round => round.Pile != Pile.Green),
            state.Round is not null || !state.Played.IsEmpty,
            [.. notes.Where(note => !note.IsWithdrawn).Select(ViewOf)], [.. notes.Where(note => note.IsWithdrawn).Select(ViewOf)],
            [.. played.Select(round => new PlayedView(round.Number, tables.CardOf(round, deck), round.Pile!.Value, round.Proposed, 0))])
        {
            IsOnPaper = state.IsOnPaper,
            IsRehearsed = workshop.IsRehearsed(table.Id),
        };
    }

    private static bool IsWaitedFor(Table table, Seat seat) =>
        table.Round is { IsPlacing: true } round && table.Placers.Contains(seat) && round.CurrentOf(seat.Number) is null;

    private static NoteView ViewOf(Note note) => new(note.Id.Value, note.Kind, note.Text, note.SignedBy);

    private Deck DeckOf(Workshop workshop) => shelf.Find(workshop.Deck, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
