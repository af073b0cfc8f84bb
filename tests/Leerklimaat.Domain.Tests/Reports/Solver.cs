using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>
/// Somebody who tries every way in which the pawns of all tables can stand, and keeps the ones that give every shown number and every shown pile. Knows
/// nothing of how those were chosen.
/// </summary>
/// <param name="truth">The counts per square of each table, as the pawns really stand; a fifth count is of "weet ik niet".</param>
/// <param name="shown">Which tables are in each shown group, counted from 0.</param>
/// <param name="fewestForAPile">Of how many pawns a pile is told.</param>
/// <param name="isEvenAnything">False for who believes that points never come out at exactly one half.</param>
/// <param name="hidesNearly">Whether of nearly everybody on one square only that is said.</param>
internal sealed class Solver(int[][] truth, IReadOnlyList<int[]> shown, int fewestForAPile = Disclosure.FewestForAPile, bool hidesNearly = true, bool isEvenAnything = true)
{
    private static readonly int Squares = Board.Default.Squares.Length;

    /// <summary>How this table can stand, for who sits at another one and sees how the pawns stand there; −1 for who sits nowhere.</summary>
    public List<int[]> Possible(int table, int insider = -1) => Possible(insider)[table];

    /// <summary>Everybody who is bound to stand in one place, and each small table that is in the shown numbers and can stand in fewer than three ways.</summary>
    public string? Finds()
    {
        for (var insider = -1; insider < truth.Length; insider++)
        {
            var possible = Possible(insider);
            foreach (var table in Enumerable.Range(0, truth.Length).Where(table => table != insider && truth[table].Sum() > 0))
            {
                var ways = possible[table];
                var places = Enumerable.Range(0, truth[table].Length).Count(place => ways.Any(way => way[place] > 0));
                var isSmall = OnSquares(truth[table]) < Disclosure.Minimum && shown.Any(group => group.Contains(table));
                if (places < 2 || isSmall && ways.Count < Disclosure.FewestPossible) return $"table {table} can stand in {ways.Count} ways for {insider}";
            }
        }

        return null;
    }

    private List<int[]>[] Possible(int insider)
    {
        var ways = truth.Select((counts, index) => index == insider ? [counts] : Ways(counts.Sum(), counts.Length).Where(way => GivesPile(way, counts)).ToList()).ToArray();
        var reached = ways.Select(table => new bool[table.Count]).ToArray();
        Walk(ways, reached, new int[truth.Length]);
        return [.. ways.Select((table, index) => table.Where((_, way) => reached[index][way]).ToList())];
    }

    // One table after the other; a way that already has more pawns on a square than was told is left.
    private void Walk(List<int[]>[] ways, bool[][] reached, int[] chosen, int table = 0)
    {
        if (table == ways.Length)
        {
            foreach (var (index, way) in chosen.Index()) reached[index][way] = true;
            return;
        }

        for (chosen[table] = 0; chosen[table] < ways[table].Count; chosen[table]++)
            if (shown.All(group => CanBe(group, ways, chosen, table))) Walk(ways, reached, chosen, table + 1);
    }

    private bool CanBe(int[] group, List<int[]>[] ways, int[] chosen, int until)
    {
        if (!group.Contains(until)) return true;
        var (told, sum) = (SumOf(group, table => truth[table]), SumOf(group.Where(table => table <= until), table => ways[table][chosen[table]]));
        var isWhole = group.Max() == until;
        if (hidesNearly && Nearly(told) is { } place) return !isWhole || Nearly(sum) == place;
        return isWhole ? sum.SequenceEqual(told) : sum.Zip(told).All(count => count.First <= count.Second);
    }

    private int[] SumOf(IEnumerable<int> tables, Func<int, int[]> counts)
    {
        var sum = new int[truth[0].Length];
        foreach (var table in tables)
        {
            var add = counts(table);
            for (var place = 0; place < sum.Length; place++) sum[place] += add[place];
        }

        return sum;
    }

    // D4, written once more: all, or all but one, on one square.
    private static int? Nearly(int[] counts) => Enumerable.Range(0, Squares).Where(square => counts[square] > 0 && counts[square] >= counts.Sum() - 1).Select(square => (int?)square).FirstOrDefault();

    private static int OnSquares(int[] counts) => counts.Take(Squares).Sum();

    // As if every pile were what the points proposed; at exactly one half a table may lay it on any. That there is none tells how many stand on squares.
    private bool GivesPile(int[] way, int[] counts)
    {
        if (OnSquares(way) < fewestForAPile || OnSquares(counts) < fewestForAPile) return OnSquares(way) < fewestForAPile == OnSquares(counts) < fewestForAPile;
        return (isEvenAnything || Proposal(way) is not null) && (Proposal(way) ?? Proposal(counts) ?? Pile.Green) == (Proposal(counts) ?? Pile.Green);
    }

    private static Pile? Proposal(int[] counts) =>
        Tally.Of(Board.Default, counts.Take(Squares).SelectMany((count, square) => Enumerable.Repeat(new Placement(default, new(square + 1)), count))).Proposal;

    private static IEnumerable<int[]> Ways(int pawns, int squares) => squares == 1
        ? [[pawns]]
        : Enumerable.Range(0, pawns + 1).SelectMany(here => Ways(pawns - here, squares - 1).Select(rest => (int[])[here, .. rest]));
}
