using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>The pawns of all tables on one card, before and after, and how they moved (P5).</summary>
/// <param name="People">Who is in it, by table and seat. It is kept so that two pictures never differ by a few people; it is never shown.</param>
/// <param name="After">Nothing where the second placement is not there, or is hidden at one of the tables.</param>
public sealed record CardPicture(CardId Card, ImmutableArray<Person> People, Distribution Before, Distribution? After, Shift? Movement)
{
    /// <summary>
    /// Draws what the tables have closed. With the second placement only those are in it who placed twice: were the others in the first row, the
    /// difference between the rows would show them.
    /// </summary>
    /// <returns>Nothing where fewer people placed than the minimum.</returns>
    public static CardPicture? Draw(CardId card, Board board, IEnumerable<KeyValuePair<TableId, Table>> tables, int fewest)
    {
        var all = tables.ToList();
        var played = all.SelectMany(table => table.Value.Played.Where(round => round.Card == card && round.Kind != RoundKind.Practice).Select(round => (Table: table.Key, Round: round))).ToList();
        var twice = IsSecondHidden(card, all.Select(table => table.Value)) ? null : Twice(card, board, played);
        if (twice is { } both && both.Before.Counting >= fewest && both.After!.Counting >= fewest && both.Movement!.Pairs >= fewest) return both;

        var once = Once(card, board, played);
        return once.Before.Counting >= fewest ? once : null;
    }

    /// <summary>Whether a table is placing again on this card right now, behind closed hands.</summary>
    public static bool IsSecondHidden(CardId card, IEnumerable<Table> tables) =>
        tables.Any(table => table.Round is { Phase: Phase.SecondPlacement } round && round.Card == card);

    public bool HasSamePeople(CardPicture other) => People.ToHashSet().SetEquals(other.People);

    private static CardPicture Once(CardId card, Board board, List<(TableId Table, Round Round)> played) => new(
        card, PeopleOf(played.SelectMany(one => one.Round.First.Select(placed => (one.Table, placed.Seat)))),
        Sum(board, played.Select(one => Distribution.Of(board, one.Round.First))), null, null);

    private static CardPicture Twice(CardId card, Board board, List<(TableId Table, Round Round)> played)
    {
        var rounds = played.Select(one => (one.Table, First: Only(one.Round.First, one.Round.Second), Second: Only(one.Round.Second, one.Round.First))).ToList();
        return new(
            card, PeopleOf(rounds.SelectMany(one => one.First.Select(placed => (one.Table, placed.Seat)))),
            Sum(board, rounds.Select(one => Distribution.Of(board, one.First))), Sum(board, rounds.Select(one => Distribution.Of(board, one.Second))),
            rounds.Select(one => Shift.Of(board, one.First, one.Second)).Aggregate(Shift.Of(board, [], []), (sum, next) => sum + next));
    }

    private static List<Placement> Only(IEnumerable<Placement> placements, IEnumerable<Placement> others)
    {
        var seats = others.Select(other => other.Seat).ToHashSet();
        return [.. placements.Where(placement => seats.Contains(placement.Seat))];
    }

    private static Distribution Sum(Board board, IEnumerable<Distribution> parts) => parts.Aggregate(Distribution.Of(board, []), (sum, next) => sum + next);

    private static ImmutableArray<Person> PeopleOf(IEnumerable<(TableId Table, SeatNumber Seat)> seats) =>
        [.. seats.Select(seat => new Person($"{seat.Table.Value:N}-{seat.Seat.Value}")).Distinct()];
}
