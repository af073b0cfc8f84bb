using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Reports;

/// <summary>Looks at what was shown of one card as somebody would who wants to find a person: from outside, and from each table (D2, D3, D5).</summary>
internal sealed class Watch(Board board, PlayedCard card, int minimum)
{
    private readonly List<GroupShown> groups = [];
    private readonly Cells once = new(), twice = new();
    private readonly Exchanges exchanges = new(board, card);

    public void Show(GroupShown group)
    {
        groups.Add(group);
        Split(group, once, twice);
    }

    /// <summary>Whom somebody would find if this were shown too; nobody where it is safe. Of several the fewest.</summary>
    public ImmutableArray<PlacedPawn> Finds(GroupShown added)
    {
        var (first, both) = (new Cells(once), new Cells(twice));
        Split(added, first, both);
        ImmutableArray<GroupShown> shown = [.. groups, added];
        var few = Few(shown, once, first, pawn => pawn.Once).Concat(Few([.. shown.Where(IsTwice)], twice, both, pawn => pawn.Twice)).OrderBy(found => found.Length).FirstOrDefault();
        return few.IsDefault ? Certain(shown, added, first, both) : few;
    }

    private static bool IsTwice(GroupShown group) => group.Sample == Sample.Twice;

    private static void Split(GroupShown group, Cells once, Cells twice)
    {
        once.Split(group.Pawns.Select(pawn => pawn.Once));
        if (IsTwice(group)) twice.Split(group.Pawns.Select(pawn => pawn.Twice));
    }

    // D3: for the outsider nobody is taken out of a cell, for who sat at a table that table is. A cell that was there already tells nothing new.
    private IEnumerable<ImmutableArray<PlacedPawn>> Few(ImmutableArray<GroupShown> shown, Cells before, Cells after, Func<PlacedPawn, Person> who) =>
        from cell in after.All(shown.SelectMany(one => one.Pawns), who)
        where !before.Knows(after, who(cell.Pawns[0]))
        from table in cell.Pawns.Select(pawn => pawn.Table).Distinct().Prepend(0)
        let outside = cell.Pawns.RemoveAll(pawn => pawn.Table == table)
        where !outside.IsEmpty && VoicesIn(outside) < minimum
        select outside;

    internal static int VoicesIn(IEnumerable<PlacedPawn> pawns) => pawns.Where(pawn => pawn.IsOnASquare).Select(pawn => pawn.Speaker).Distinct().Count();

    // D2: of a small table three distributions must stay possible, and nobody may be bound to stand on one square.
    private ImmutableArray<PlacedPawn> Certain(ImmutableArray<GroupShown> shown, GroupShown added, Cells first, Cells both)
    {
        var inside = added.Pawns.Select(pawn => pawn.Once).ToHashSet();
        var told = shown.SelectMany(group => group.Pawns).Select(pawn => pawn.Once).ToHashSet();
        var people = card.Pawns.Where(pawn => told.Contains(pawn.Once));
        foreach (var cell in people.GroupBy(pawn => (first.Of(pawn.Once), both.Of(pawn.Twice))))
        {
            // A cell in the added group is looked at also where it was there already: beside what was said of nearly everybody, counts tell more.
            if (cell.All(pawn => !inside.Contains(pawn.Once) && once.Knows(first, pawn.Once) && (both.Of(pawn.Twice) == Cells.Nowhere || twice.Knows(both, pawn.Twice)))) continue;
            if (Certain(shown, [.. cell], isTwice: cell.Key.Item2 != Cells.Nowhere) is { IsEmpty: false } found) return found;
        }

        return [];
    }

    private ImmutableArray<PlacedPawn> Certain(ImmutableArray<GroupShown> shown, ImmutableArray<PlacedPawn> cell, bool isTwice)
    {
        ImmutableArray<GroupShown> around = [.. shown.Where(group => group.Pawns.Any(pawn => Is(group, pawn, cell[0])))];
        Func<PlacedPawn, int>[] placements = isTwice ? [pawn => pawn.First, pawn => pawn.Second ?? pawn.First] : [pawn => pawn.First];
        foreach (var part in cell.GroupBy(pawn => pawn.Table).Select(part => part.ToImmutableArray()))
        {
            foreach (var stood in placements)
            {
                var isSmall = part.Count(pawn => pawn.IsOnASquare) < minimum;
                if (!isSmall && part.Select(stood).Distinct().Count() > 1) continue;
                var enough = isSmall ? Disclosure.FewestPossible : 2;
                if (exchanges.Possible(part, cell, stood, (pawn, moved) => around.All(group => StaysNearly(group, pawn, moved)), enough) < enough) return part;
            }
        }

        return [];
    }

    private static bool Is(GroupShown group, PlacedPawn one, PlacedPawn other) => IsTwice(group) ? one.Twice == other.Twice : one.Once == other.Once;

    // Where only "nearly everybody" is said of a group, one more or less does not change what is said.
    private bool StaysNearly(GroupShown group, PlacedPawn pawn, PlacedPawn moved) =>
        Same(group, pawn, moved, one => one.Before.Place.Square) && (!IsTwice(group) || Same(group, pawn, moved, one => one.After.Place.Square));

    private bool Same(GroupShown group, PlacedPawn pawn, PlacedPawn moved, Func<PlacedPawn, int> stood)
    {
        if (stood(pawn) == stood(moved)) return true;
        var before = Nearly.Of(board, group.Pawns.Select(stood));
        return before is not null && before == Nearly.Of(board, group.Pawns.Select(one => Is(group, one, pawn) ? stood(moved) : stood(one)));
    }
}

/// <summary>On which square nearly everybody of a group stands.</summary>
internal static class Nearly
{
    /// <returns>The square on which all pawns, or all but one, stand (D4); nothing where they are spread more.</returns>
    public static int? Of(Board board, IEnumerable<int> squares)
    {
        var counts = new int[board.Squares.Length + 1];
        foreach (var square in squares) counts[square]++;
        return Of(new Distribution([.. counts[1..]], counts[0]));
    }

    public static int? Of(Distribution pawns) =>
        pawns.Counting > 1 && pawns.Counts.Max() >= pawns.Counting + pawns.DontKnow - 1 ? pawns.Counts.IndexOf(pawns.Counts.Max()) + 1 : null;
}
