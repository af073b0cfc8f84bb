using System.Collections.Immutable;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Chooses what is shown of one card: over all tables those who placed twice, with before, after and movement, and of each table the same where
/// that keeps everybody else hidden; then those who placed once, the same way.
/// </summary>
/// <remarks>
/// Before and after are of the same people. Otherwise somebody who left in between, which all at the table saw, would stand alone in the difference.
/// Both placements are guarded together: a group is shown only where <see cref="Disclosure"/> allows it for the first placement and for the pair.
/// </remarks>
internal sealed class Publishing(ImmutableArray<GroupShown> before, int minimum)
{
    private readonly List<GroupShown> shown = [.. before];

    /// <summary>What is to be shown and was not yet.</summary>
    public IEnumerable<GroupShown> Choose(PlayedCard card)
    {
        var twice = card.Pawns.Where(pawn => pawn.Second is not null).ToList();
        Add(card, Sample.Twice, twice, Both(twice));

        var isTwiceShown = shown.Any(group => group is { Sample: Sample.Twice, Table: null });
        var others = isTwiceShown ? card.Pawns.Where(pawn => pawn.Second is null).ToList() : [.. card.Pawns];
        Add(card, isTwiceShown ? Sample.Once : Sample.All, others, First(others));
        return shown[before.Length..];
    }

    private void Add(PlayedCard card, Sample sample, List<PlacedPawn> pawns, IEnumerable<int?> tables)
    {
        foreach (var table in tables)
        {
            var group = new GroupShown(card.Card, sample, table, [.. pawns.Where(pawn => table is null || pawn.Table == table).OrderBy(pawn => pawn.Table).ThenBy(pawn => pawn.Seat)]);
            if (!group.IsSameAs(shown.LastOrDefault(other => other.Sample == sample && other.Table == table))) shown.Add(group);
        }
    }

    private List<int?> Both(List<PlacedPawn> pawns)
    {
        var pairs = Choose(pawns, pawn => pawn.Twice, shown.Where(group => group.Sample == Sample.Twice));
        return [.. First(pawns).Where(pairs.Contains)];
    }

    private List<int?> First(List<PlacedPawn> pawns) => Choose(pawns, pawn => pawn.Once, shown);

    /// <returns>The numbers of the tables; nothing stands for all tables together.</returns>
    private List<int?> Choose(List<PlacedPawn> pawns, Func<PlacedPawn, Person> who, IEnumerable<GroupShown> earlier)
    {
        var tables = pawns.GroupBy(pawn => pawn.Table).OrderBy(table => table.Key).ToDictionary(table => new Group($"{table.Key}", [.. table.Select(who)], []), table => table.Key);
        var chosen = Disclosure.Choose(new("", [], [.. tables.Keys]), earlier.Select(group => new Group("", [.. group.Pawns.Select(who)], [])), minimum);
        return [.. chosen.Select(group => tables.TryGetValue(group, out var table) ? table : (int?)null)];
    }
}
