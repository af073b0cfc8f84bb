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

    // A card that a table played twice counts as it was played last: nobody counts double.
    internal static IEnumerable<PlayedRound> ClosedRounds(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables) => Last(workshop, tables, table => table.Played.Where(IsClosed));

    private static bool IsClosed(Round round) => round.Pile is not null && round.Kind != RoundKind.Practice;

    // What is being placed again is behind closed hands; the first placement of that card has been told.
    private static IEnumerable<Round> ToldRounds(Table table) =>
        [.. table.Played.Where(round => IsClosed(round) || round.IsHeld), .. table.Round is { WasHeld: true } round ? [round with { Second = [] }] : Array.Empty<Round>()];

    private static IEnumerable<PlayedRound> Last(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables, Func<Table, IEnumerable<Round>> rounds, bool isRehearsed = false) =>
        from table in workshop.Tables
        where workshop.IsRehearsed(table.Id) == isRehearsed
        from round in rounds(tables.GetValueOrDefault(table.Id) ?? Table.Empty).GroupBy(round => round.Card).Select(card => card.Last())
        select new PlayedRound(table.Number, round);

    private static ImmutableArray<PlayedCard> Of(IEnumerable<PlayedRound> rounds) =>
        [.. rounds.GroupBy(played => played.Round.Card).Select(card => new PlayedCard(card.Key, [.. card.SelectMany(played => played.Pawns)]))];
}

/// <summary>One card as one table played it.</summary>
internal sealed record PlayedRound(int Table, Round Round)
{
    public IEnumerable<PlacedPawn> Pawns => Round.First.Select(first => new PlacedPawn(Table, first.Seat.Value, Round.Number, first.Place.Square, Round.SecondOf(first.Seat)?.Square)).Where(IsCounted);

    // Where the table placed twice, who placed only the first time left in between, which all there saw.
    private bool IsCounted(PlacedPawn pawn) => Round.Second.IsEmpty || pawn.Second is not null;
}
