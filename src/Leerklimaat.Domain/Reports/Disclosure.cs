using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Chooses which groups a report may show, so that nobody can see what few people placed: not directly, and not by adding and subtracting what is
/// shown or was shown (R3).
/// </summary>
/// <remarks>
/// People who stand in exactly the same shown groups form a cell. Whatever is added or subtracted, all of a cell goes in or all of it stays out: so as
/// long as each cell has at least the minimum of people, so has whatever anybody can work out. That is the whole proof, and it holds for trees, for
/// overlapping filters and for successive reports alike; for one tree nothing is withheld in vain. Two filters that cross in fewer than the minimum
/// are not both shown, although plain subtraction would not find the crossing: knowing that nobody stands on a square would.
/// <para>
/// What was shown is kept as people, not as a count: when one leaves and another comes the count is the same, and the difference shows both. A group
/// that is withheld for that reason may be shown as it was. Every shown number of a group (n, mean, counts per square) counts as showing the group.
/// What is withheld is still in the totals above it.
/// </para>
/// </remarks>
public static class Disclosure
{
    public const int Minimum = 5;

    /// <summary>
    /// The groups that may be shown now, from the whole inwards; of groups side by side the larger first, so the smallest is withdrawn, and of equals the
    /// last. <paramref name="before"/> is everything shown earlier, in any report or filter; <paramref name="minimum"/> is in people, and throws
    /// ArgumentOutOfRangeException below five. From the measures, §2.8.
    /// </summary>
    public static ImmutableArray<Group> Choose(Group whole, IEnumerable<Group> before, int minimum = Minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, Minimum);
        var cells = new Cells();
        foreach (var shown in before) cells.Split(shown.People);

        var chosen = ImmutableArray.CreateBuilder<Group>();
        foreach (var group in Inwards(whole))
        {
            var people = group.People;
            if (!cells.CanSplit(people, minimum)) continue;
            cells.Split(people);
            chosen.Add(group);
        }

        return chosen.ToImmutable();
    }

    private static IEnumerable<Group> Inwards(Group whole)
    {
        for (ImmutableArray<Group> level = [whole]; !level.IsEmpty; level = [.. level.SelectMany(group => group.Inside)])
        {
            foreach (var group in level.OrderByDescending(group => group.People.Count)) yield return group;
        }
    }

    private sealed class Cells
    {
        // Cell 0 is everybody who stands in no shown group; its size is not known and does not matter.
        private const int Nowhere = 0;
        private readonly Dictionary<Person, int> cellOf = [];
        private readonly List<int> sizes = [0];

        public bool CanSplit(ImmutableHashSet<Person> people, int minimum) =>
            people.Count >= minimum && Parts(people).All(part => Stays(part) || part.Count() >= minimum && Left(part) >= minimum);

        public void Split(ImmutableHashSet<Person> people)
        {
            foreach (var part in Parts(people).Where(part => !Stays(part)).ToList())
            {
                foreach (var person in part) cellOf[person] = sizes.Count;
                sizes[part.Key] -= part.Count();
                sizes.Add(part.Count());
            }
        }

        private IEnumerable<IGrouping<int, Person>> Parts(ImmutableHashSet<Person> people) =>
            people.GroupBy(person => cellOf.GetValueOrDefault(person, Nowhere));

        // A cell that lies wholly inside the group is not cut: showing the group tells nothing new about it.
        private bool Stays(IGrouping<int, Person> part) => part.Key != Nowhere && part.Count() == sizes[part.Key];

        private int Left(IGrouping<int, Person> part) => part.Key == Nowhere ? int.MaxValue : sizes[part.Key] - part.Count();
    }
}
