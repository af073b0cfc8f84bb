using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// People who stand in exactly the same shown groups form a cell. Whatever is added or subtracted, all of a cell goes in or all of it stays out: so as
/// long as each cell has at least the minimum of people, so has whatever anybody can work out.
/// </summary>
/// <remarks>
/// That holds for trees, for overlapping filters and for successive reports alike. What was shown is kept as people, not as a count: when one leaves
/// and another comes the count is the same, and the difference shows both. Somebody who sat at a table knows the pawns there: for them each cell
/// falls apart once more, into that table and the others (D3).
/// </remarks>
internal sealed class Cells
{
    private readonly Dictionary<Person, int> cellOf = [];
    private readonly List<int> sizes = [0];

    public Cells()
    {
    }

    public Cells(Cells other)
    {
        cellOf = new(other.cellOf);
        sizes = [.. other.sizes];
    }

    /// <summary>Shows a group: each cell that it cuts becomes two.</summary>
    public void Split(IEnumerable<Person> people)
    {
        foreach (var part in people.Distinct().GroupBy(Of).ToList())
        {
            var inside = part.ToList();
            if (part.Key != Nowhere && inside.Count == sizes[part.Key]) continue;
            foreach (var person in inside) cellOf[person] = sizes.Count;
            sizes[part.Key] -= inside.Count;
            sizes.Add(inside.Count);
        }
    }

    /// <summary>Everybody who stands in no shown group; how many they are is not known and does not matter.</summary>
    public const int Nowhere = 0;

    public int Of(Person person) => cellOf.GetValueOrDefault(person, Nowhere);

    /// <summary>Whether this cell of <paramref name="later"/> was there already, with the same people: then it tells nothing new.</summary>
    public bool Knows(Cells later, Person person) => Of(person) is not Nowhere and var cell && sizes[cell] == later.sizes[later.Of(person)];

    public ImmutableArray<(int Cell, ImmutableArray<PlacedPawn> Pawns)> All(IEnumerable<PlacedPawn> pawns, Func<PlacedPawn, Person> who) =>
        [.. pawns.DistinctBy(who).GroupBy(pawn => Of(who(pawn))).Where(cell => cell.Key != Nowhere).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.ToImmutableArray()))];
}
