using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Following;

/// <summary>The tables of a workshop at a glance, for the facilitator and for the wall. Pawns are in neither.</summary>
public sealed class RadarViews(TableViews tables, DeckShelf shelf)
{
    public Sequence<RadarView> Of(Workshop workshop, IReadOnlyDictionary<TableId, Table> states)
    {
        var deck = shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return [.. workshop.Tables.Select(table => Of(table, states.GetValueOrDefault(table.Id) ?? Table.Empty, workshop, deck))];
    }

    private RadarView Of(WorkshopTable table, Table state, Workshop workshop, Deck deck)
    {
        var noted = state.Round ?? state.Played.LastOrDefault();
        var notes = noted is null ? [] : state.NotesOf(noted).ToList();
        var played = state.Played.Where(round => round.Pile is not null).ToList();
        return new RadarView(
            table.Id, table.Number, state.Seats.Length, table.Seats,
            [.. state.Seats.Select(seat => new TableTopSeat(seat.Pawn, IsWaitedFor(state, seat)))],
            state.HelpAskedAt is not null, state.HelpAskedAt,
            state.Round is { } round ? tables.CardOf(round, deck) : null, state.Round?.Phase, state.Round?.BeganAt,
            state.ReadyCount, state.Round is null ? 0 : state.Placers.Count(),
            played.Count(round => round.Pile == Pile.Green), played.Count(round => round.Pile != Pile.Green),
            state.Round is not null || !state.Played.IsEmpty,
            [.. notes.Where(note => !note.IsWithdrawn).Select(ViewOf)], [.. notes.Where(note => note.IsWithdrawn).Select(ViewOf)],
            [.. played.Select(round => new PlayedView(round.Number, tables.CardOf(round, deck), round.Pile!.Value, round.Proposed, 0))])
        {
            Name = table.Name,
            Cases = state.Played.Count(round => round is { IsJudged: true, IsHeld: false }),
            HasGiven = state.HarvestGivenAt is not null,
            IsOnPaper = state.IsOnPaper,
            IsRehearsed = workshop.IsRehearsed(table.Id),
        };
    }

    private static bool IsWaitedFor(Table table, Seat seat) =>
        table.Round is { IsPlacing: true } round && table.Placers.Contains(seat) && round.CurrentOf(seat.Number) is null;

    private static NoteView ViewOf(Note note) => new(note.Id.Value, note.Kind, note.Text, note.SignedBy);
}
