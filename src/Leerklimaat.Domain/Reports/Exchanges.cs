using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// How many distributions a table keeps possible for who knows every shown number and every pile (D2). Two pawns of one cell at two tables could have
/// changed places: every shown number stays the same, whatever it is made of. As long as both tables would still have come to their piles, nobody can
/// tell the difference.
/// </summary>
/// <remarks>
/// Counted is what one exchange of one or two pawns between two tables reaches. There may be more ways, over three tables at once: so this withholds
/// more than it must, never less. A pile is taken as what the points proposed. Who sat at the other table knows that nothing was exchanged with it.
/// </remarks>
internal sealed class Exchanges(Board board, PlayedCard card)
{
    private readonly Dictionary<int, int[]> standing = card.Pawns.GroupBy(pawn => pawn.Table).ToDictionary(table => table.Key, table => Tally.StandingOn(board, table.Select(pawn => pawn.After.Place)));

    /// <returns>The distributions of this table that stay possible for everybody at another table, its own included; no more than are asked for.</returns>
    /// <param name="stood">Which placement it is about.</param>
    /// <param name="isNearly">Whether of everything shown of this pawn's cell only is said where nearly everybody stands, also after such a change (D4).</param>
    public int Possible(ImmutableArray<PlacedPawn> part, ImmutableArray<PlacedPawn> cell, Func<PlacedPawn, int> stood, Func<PlacedPawn, PlacedPawn, bool> isNearly, int enough)
    {
        var own = Counts(part, stood);
        // By distribution: with which table one exchanges to come to it; −1 where one needs none.
        var found = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (given, taken) in Alone(part, isNearly).Concat(cell.Where(pawn => pawn.Table != part[0].Table).GroupBy(pawn => pawn.Table).SelectMany(other => Between(part, [.. other]))))
        {
            var other = Named(own, given, taken, stood);
            if (other == Named(own, [], [], stood)) continue;
            if (!found.TryGetValue(other, out var partners)) found[other] = partners = [];
            if (partners.Count >= 2 || partners.Contains(Nobody)) continue;
            partners.Add(taken[0].Table == part[0].Table ? Nobody : taken[0].Table);
            if (Sure(found) >= enough) return enough;
        }

        return Sure(found);
    }

    private const int Nobody = -1;

    private static readonly int[] Sizes = [1, 2];

    // For who sits at one of the partners the distributions that need just that table are not possible.
    private static int Sure(Dictionary<string, HashSet<int>> found)
    {
        var needs = found.Values.Where(partners => partners.Count == 1 && !partners.Contains(Nobody)).GroupBy(partners => partners.Single()).Select(table => table.Count()).ToList();
        return 1 + found.Count - (needs.Count == 0 ? 0 : needs.Max());
    }

    private IEnumerable<(PlacedPawn[] Given, PlacedPawn[] Taken)> Alone(ImmutableArray<PlacedPawn> part, Func<PlacedPawn, PlacedPawn, bool> isNearly) =>
        from pawn in part
        where pawn.IsOnASquare
        from square in Enumerable.Range(1, board.Squares.Length)
        from moved in pawn.Second is null ? [pawn with { First = square }] : new[] { pawn with { First = square }, pawn with { Second = square } }
        where moved != pawn && isNearly(pawn, moved) && KeepsPile([pawn], [moved])
        select (new[] { pawn }, new[] { moved });

    private IEnumerable<(PlacedPawn[] Given, PlacedPawn[] Taken)> Between(ImmutableArray<PlacedPawn> part, ImmutableArray<PlacedPawn> other)
    {
        var ours = Kinds(part);
        var theirs = Kinds(other);
        return from size in Sizes
               from given in Some(ours, size)
               from taken in Some(theirs, size)
               where KeepsPile(given, taken) && KeepsPile(taken, given)
               select (given, taken);
    }

    // Of pawns that stood on the same squares at most two differ in an exchange of two.
    private static List<PlacedPawn> Kinds(ImmutableArray<PlacedPawn> pawns) =>
        [.. pawns.Where(pawn => pawn.IsOnASquare).GroupBy(pawn => (pawn.First, pawn.Second)).SelectMany(kind => kind.Take(2))];

    private static IEnumerable<PlacedPawn[]> Some(List<PlacedPawn> pawns, int size) => size == 1
        ? pawns.Select(pawn => new[] { pawn })
        : pawns.SelectMany((one, index) => pawns.Skip(index + 1).Select(other => new[] { one, other }));

    // Who changes places stands on a square before and after: so many pawns count as before.
    private bool KeepsPile(PlacedPawn[] given, PlacedPawn[] taken)
    {
        if (!standing.TryGetValue(given[0].Table, out var before) || before.Sum() < Disclosure.FewestForAPile) return true;

        // Exactly in the middle the table decided: that goes with every pile.
        var told = Tally.Of(board, before).Proposal ?? (card.Piles.TryGetValue(given[0].Table, out var pile) ? pile : null);
        int[] after = [.. before];
        foreach (var pawn in given) after[pawn.After.Place.Square - 1]--;
        foreach (var pawn in taken) after[pawn.After.Place.Square - 1]++;
        return Tally.Of(board, after).Proposal is not { } other || other == told;
    }

    private int[] Counts(IEnumerable<PlacedPawn> pawns, Func<PlacedPawn, int> stood)
    {
        var counts = new int[board.Squares.Length + 1];
        foreach (var pawn in pawns) counts[stood(pawn)]++;
        return counts;
    }

    private static string Named(int[] own, PlacedPawn[] given, PlacedPawn[] taken, Func<PlacedPawn, int> stood)
    {
        int[] counts = [.. own];
        foreach (var pawn in given) counts[stood(pawn)]--;
        foreach (var pawn in taken) counts[stood(pawn)]++;
        return string.Join(',', counts);
    }
}
