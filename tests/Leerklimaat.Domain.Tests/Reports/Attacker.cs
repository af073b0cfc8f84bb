using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>
/// Somebody who keeps everything that was ever shown and adds and subtracts it, each times any number. Knows nothing of how the groups were chosen.
/// </summary>
internal static class Attacker
{
    /// <summary>
    /// Fewer people than the minimum of whom something can be worked out that is not about anybody else; nothing when there are none. Some sum of what
    /// was shown is about these people only when leaving their columns out makes the rows of the rest depend on each other more.
    /// </summary>
    public static IReadOnlyList<Person>? Finds(IEnumerable<Group> shown, int minimum = Disclosure.Minimum)
    {
        var groups = shown.Select(group => group.People).ToList();
        Person[] people = [.. groups.SelectMany(group => group).Distinct().OrderBy(person => person.Key, StringComparer.Ordinal)];
        long[][] rows = [.. groups.Select(group => people.Select(person => group.Contains(person) ? 1L : 0L).ToArray())];
        var all = Rank(rows);

        // Whoever is found among a few is found among those few and others, so only the largest sets are tried.
        return Some(people.Length, Math.Min(minimum - 1, people.Length))
            .Where(few => Rank(Without(rows, few)) < all)
            .Select(few => few.Select(index => people[index]).ToList())
            .FirstOrDefault();
    }

    private static IEnumerable<int[]> Some(int people, int size, int from = 0) => size == 0
        ? [[]]
        : Enumerable.Range(from, Math.Max(0, people - from)).SelectMany(first => Some(people, size - 1, first + 1).Select(rest => (int[])[first, .. rest]));

    private static long[][] Without(long[][] rows, int[] few) => [.. rows.Select(row => row.Where((_, index) => !few.Contains(index)).ToArray())];

    // Elimination in whole numbers (Bareiss), so that nothing is nearly zero.
    private static int Rank(long[][] matrix)
    {
        long[][] rows = [.. matrix.Select(row => row.ToArray())];
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
