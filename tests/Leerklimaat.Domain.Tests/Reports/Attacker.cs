using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>
/// Somebody who keeps everything that was ever shown and adds and subtracts it, each times any number; and who may have sat at one of the tables and
/// know the pawns there. Knows nothing of how the groups were chosen.
/// </summary>
internal static class Attacker
{
    /// <summary>Whom somebody finds who sits nowhere, or at one of the tables: first by the first placements, then by both together.</summary>
    public static IReadOnlyList<Person>? FindsAnywhere(IReadOnlyCollection<GroupShown> shown) => shown
        .SelectMany(group => group.Pawns).Select(pawn => pawn.Table).Distinct().Prepend(0)
        .Select(table => Finds(shown, table, pawn => pawn.Once, pawn => pawn.First > 0) ?? Finds([.. shown.Where(group => group.Sample == Sample.Twice)], table, pawn => pawn.Twice, pawn => pawn.IsOnASquare))
        .FirstOrDefault(found => found is not null);

    /// <summary>
    /// People with fewer voices on squares than the minimum of whom something can be worked out that is not about anybody else; nothing when there are
    /// none. Some sum of what was shown is about these people only when leaving their columns out makes the rows of the rest depend on each other more.
    /// </summary>
    /// <remarks>
    /// People who were always shown together have the same column: a sum is about all of them or about none. So each such column is taken once, and
    /// only those columns are left out that are of a few.
    /// </remarks>
    private static IReadOnlyList<Person>? Finds(IReadOnlyCollection<GroupShown> shown, int table, Func<PlacedPawn, Person> who, Func<PlacedPawn, bool> counts)
    {
        var groups = shown.Select(group => group.Pawns.Where(pawn => pawn.Table != table).Select(who).ToHashSet()).ToList();
        var columns = shown.SelectMany(group => group.Pawns).Where(pawn => pawn.Table != table).GroupBy(who).Select(person => person.First())
            .GroupBy(pawn => string.Concat(groups.Select(group => group.Contains(who(pawn)) ? '1' : '0'))).ToDictionary(column => column.Key, column => column.ToList());

        var all = Rank([.. columns.Keys]);
        var small = columns.Where(column => Voices(column.Value, counts) < Disclosure.Minimum).ToList();
        return Unions(small, few => Voices(few.SelectMany(column => column.Value), counts) < Disclosure.Minimum)
            .Where(few => Rank([.. columns.Keys.Except(few.Select(column => column.Key))]) < all)
            .Select(few => few.SelectMany(column => column.Value).Select(who).ToList())
            .FirstOrDefault();
    }

    private static int Voices(IEnumerable<PlacedPawn> pawns, Func<PlacedPawn, bool> counts) => pawns.Where(counts).Select(pawn => pawn.Speaker).Distinct().Count();

    private static IEnumerable<List<T>> Unions<T>(List<T> all, Func<List<T>, bool> isFew, int from = 0, List<T>? begun = null)
    {
        for (var index = from; index < all.Count; index++)
        {
            List<T> more = [.. begun ?? [], all[index]];
            if (!isFew(more)) continue;
            yield return more;
            foreach (var further in Unions(all, isFew, index + 1, more)) yield return further;
        }
    }

    // Elimination in whole numbers (Bareiss), so that nothing is nearly zero. Each text is one row of ones and zeros.
    private static int Rank(string[] matrix)
    {
        long[][] rows = [.. matrix.Select(row => row.Select(cell => cell - (long)'0').ToArray())];
        int rank = 0, width = rows.Length == 0 ? 0 : rows[0].Length;
        long last = 1;
        for (var column = 0; column < width && rank < rows.Length; column++)
        {
            var pivot = Array.FindIndex(rows, rank, row => row[column] != 0);
            if (pivot < 0) continue;

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var below = rank + 1; below < rows.Length; below++)
            {
                var factor = rows[below][column];
                for (var cell = column; cell < width; cell++) rows[below][cell] = (rows[below][cell] * rows[rank][column] - factor * rows[rank][cell]) / last;
            }

            last = rows[rank++][column];
        }

        return rank;
    }
}
