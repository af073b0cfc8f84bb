using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Reports;

/// <summary>The cards that were played, each with everybody who placed on it: what may be asked of the <see cref="Publications"/>. Practice counts nowhere.</summary>
public static class PlayedCards
{
    /// <summary>As a report counts them: on a pile.</summary>
    public static ImmutableArray<PlayedCard> Closed(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => Of(ClosedRounds(workshop, tables));

    /// <summary>As the screen shows them: also where a table has told about a card and has yet to place on it again, or is doing so (G7).</summary>
    public static ImmutableArray<PlayedCard> Told(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => Of(Last(workshop, tables, ToldRounds));

    /// <summary>The same of the tables that stand-ins play at (W11). They are never in one sum with people, and are kept in no memory of what was shown.</summary>
    public static ImmutableArray<PlayedCard> Rehearsed(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => Of(Last(workshop, tables, ToldRounds, isRehearsed: true));

    /// <summary>What people told about the cards that lie on a pile; who passed told nothing.</summary>
    public static ImmutableArray<StoryTold> Stories(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => [.. ClosedRounds(workshop, tables).SelectMany(played => played.Stories)];

    /// <summary>The rounds that a report tells of.</summary>
    public static ImmutableArray<PublishedRound> Rounds(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => [.. ClosedRounds(workshop, tables).Select(played => new PublishedRound(played.Table, played.Round.Number))];

    // A card that a table played twice counts as it was played last: nobody counts double.
    internal static IEnumerable<PlayedRound> ClosedRounds(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => Last(workshop, tables, table => table.Played.Where(IsClosed));

    private static bool IsClosed(Round round) => round.Pile is not null && round.Kind != RoundKind.Practice;

    // What is being placed again is behind closed hands; the first placement of that card has been told, unless the table stepped back to before it.
    private static IEnumerable<Round> ToldRounds(Table table) =>
        [.. table.Played.Where(round => IsClosed(round) || round is { IsHeld: true, IsJudged: false }), .. table.Round is { WasHeld: true, IsJudged: false, Phase: not Phase.FirstPlacement } round ? [round with { Second = [] }] : Array.Empty<Round>()];

    private static IEnumerable<PlayedRound> Last(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables, Func<Table, IEnumerable<Round>> rounds, bool isRehearsed = false) =>
        from table in workshop.Tables
        where workshop.IsRehearsed(table.Id) == isRehearsed
        from round in rounds((tables.GetValueOrDefault(table.Id) ?? Table.Empty).AsGiven()).GroupBy(round => round.Card).Select(card => card.Last())
        select new PlayedRound(table.Number, round) { Voices = VoicesOf(workshop, tables, table) };

    // D9: seats on one device are one voice, wherever they are; except on paper, and where a whole table plays on one device.
    private static ImmutableDictionary<int, int> VoicesOf(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables, WorkshopTable at)
    {
        var seats = tables.GetValueOrDefault(at.Id)?.Seats ?? [];
        if (seats.Select(seat => seat.Device).Distinct().Count() < 2) return [];

        var first = workshop.Tables
            .SelectMany(table => (tables.GetValueOrDefault(table.Id)?.Seats ?? []).Where(seat => !seat.IsOnPaper).Select(seat => (seat.Device, Key: PlacedPawn.KeyOf(table.Number, seat.Number.Value))))
            .GroupBy(seat => seat.Device, seat => seat.Key).ToDictionary(device => device.Key, device => device.Min());
        return seats.Where(seat => !seat.IsOnPaper).ToImmutableDictionary(seat => seat.Number.Value, seat => first[seat.Device]);
    }

    private static ImmutableArray<PlayedCard> Of(IEnumerable<PlayedRound> rounds) =>
        [.. rounds.GroupBy(played => played.Round.Card).Select(card => new PlayedCard(card.Key, [.. card.SelectMany(played => played.Pawns)])
        {
            Piles = card.Where(played => played.Round.Pile is not null).ToImmutableDictionary(played => played.Table, played => played.Round.Pile!.Value),
            IsReversed = card.Any(played => played.Round.IsReversed),
        })];
}

/// <summary>One card as one table played it.</summary>
internal sealed record PlayedRound(int Table, Round Round)
{
    /// <summary>By the number of the seat, where several may be one person.</summary>
    public ImmutableDictionary<int, int> Voices { get; init; } = [];

    public IEnumerable<PlacedPawn> Pawns => Round.First.Select(first => new PlacedPawn(Table, first.Seat.Value, Round.Number, first.Place.Square, Round.SecondOf(first.Seat)?.Square, VoiceOf(first.Seat))).Where(IsCounted);

    public IEnumerable<StoryTold> Stories => Round.Turns.Where(turn => turn.Story != Story.Passed).Select(turn => new StoryTold(Table, turn.Seat.Value, Round.Number, turn.Story, VoiceOf(turn.Seat)));

    private int? VoiceOf(SeatNumber seat) => Voices.TryGetValue(seat.Value, out var voice) ? voice : null;

    /// <summary>Whether these are the pawns that the table itself added up, no more and no fewer, each on the square where it stood then.</summary>
    public bool IsAddedUpFrom(GroupShown group) => Round.Last.Select(pawn => (pawn.Seat.Value, pawn.Place.Square)).ToHashSet()
        .SetEquals(group.Pawns.Select(pawn => (pawn.Seat, group.Sample == Sample.Twice ? pawn.Second ?? pawn.First : pawn.First)));

    // Where the table placed twice, who placed only the first time left in between, which all there saw.
    private bool IsCounted(PlacedPawn pawn) => Round.Second.IsEmpty || pawn.Second is not null;
}
