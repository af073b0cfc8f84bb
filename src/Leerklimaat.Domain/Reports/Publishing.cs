using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Chooses what is shown of one card: over all tables those who placed twice, with before, after and movement, and of each table the same where
/// that keeps everybody else hidden; then those who placed once, the same way (D3). More people together comes before more tables apart, and a larger
/// table before a smaller one.
/// </summary>
/// <remarks>
/// Before and after are of the same people. Otherwise somebody who left in between, which all at the table saw, would stand alone in the difference.
/// The total begins with everybody and loses whoever would be found in it, the fewest first, until nobody would be. Where only the sizes of the tables
/// count that is the most there is: either all may be in it, or only the largest table. Where earlier publications and piles play along too, another
/// choice might have kept more people; it never keeps somebody who must go.
/// </remarks>
internal sealed class Publishing(Board board, ImmutableArray<GroupShown> before, int minimum)
{
    private readonly List<GroupShown> shown = [.. before];

    /// <summary>What is to be shown and was not yet.</summary>
    public IEnumerable<GroupShown> Choose(PlayedCard card)
    {
        Add(card, Sample.Twice, [.. card.Pawns.Where(pawn => pawn.Second is not null)]);
        var isTwiceShown = shown.Any(group => group is { Sample: Sample.Twice, Table: null });
        Add(card, isTwiceShown ? Sample.Once : Sample.All, isTwiceShown ? card.Pawns.RemoveAll(pawn => pawn.Second is not null) : [.. card.Pawns.Select(pawn => pawn with { Second = null })]);
        return shown[before.Length..];
    }

    private void Add(PlayedCard card, Sample sample, ImmutableArray<PlacedPawn> pawns)
    {
        Show(Together(card, sample, pawns));
        foreach (var table in pawns.GroupBy(pawn => pawn.Table).OrderByDescending(Watch.VoicesIn).ThenBy(table => table.Key))
        {
            var last = Last(sample, table.Key);
            Show(Ways(new(card.Card, sample, table.Key, [.. table]), last).FirstOrDefault(way => IsMore(way, last, pawns) && Watching(card).Finds(way).IsEmpty));
        }
    }

    private void Show(GroupShown? group)
    {
        if (group is { Pawns.IsEmpty: false } && !group.IsSameAs(Last(group.Sample, group.Table))) shown.Add(group);
    }

    private GroupShown? Last(Sample sample, int? table) => shown.LastOrDefault(group => group.Sample == sample && group.Table == table);

    // As people stand now; or as was shown, with who came since: somebody who placed anew stays as they were, until enough others did too (D7).
    private static IEnumerable<GroupShown> Ways(GroupShown now, GroupShown? last)
    {
        yield return Ordered(now);
        if (last is null) yield break;

        var known = last.Pawns.Select(pawn => pawn.SeatKey).ToHashSet();
        yield return Ordered(now with { Pawns = [.. last.Pawns, .. now.Pawns.Where(pawn => !known.Contains(pawn.SeatKey))] });
    }

    private static GroupShown Ordered(GroupShown group) => group with { Pawns = [.. group.Pawns.OrderBy(pawn => pawn.Table).ThenBy(pawn => pawn.Seat)] };

    private GroupShown? Together(PlayedCard card, Sample sample, ImmutableArray<PlacedPawn> pawns)
    {
        var last = Last(sample, null);
        var best = Ways(new(card.Card, sample, null, pawns), last).Select(way => Safe(card, way)).MaxBy(way => Current(way, pawns));
        return best is not null && IsMore(best, last, pawns) ? best : null;
    }

    private GroupShown Safe(PlayedCard card, GroupShown group)
    {
        var watch = Watching(card);
        while (!group.Pawns.IsEmpty && watch.Finds(group) is { IsEmpty: false } found) group = group with { Pawns = Without(group, found) };
        return group;
    }

    // Who is found goes; where those are people who were shown and stay outside, who was shown with them does, for they are what is left of it.
    private ImmutableArray<PlacedPawn> Without(GroupShown group, ImmutableArray<PlacedPawn> found)
    {
        var gone = found.Select(pawn => pawn.Once).ToHashSet();
        var left = group.Pawns.RemoveAll(pawn => gone.Contains(pawn.Once));
        if (left.Length < group.Pawns.Length) return left;

        var beside = shown.Where(other => other.Pawns.Any(pawn => gone.Contains(pawn.Once))).SelectMany(other => other.Pawns).Select(pawn => pawn.Once).ToHashSet();
        left = group.Pawns.RemoveAll(pawn => beside.Contains(pawn.Once));
        return left.Length < group.Pawns.Length ? left : [];
    }

    private Watch Watching(PlayedCard card)
    {
        var watch = new Watch(board, card, minimum);
        foreach (var group in shown) watch.Show(group);
        return watch;
    }

    private static bool IsMore(GroupShown group, GroupShown? last, ImmutableArray<PlacedPawn> now) => last is null || Current(group, now) > Current(last, now);

    private static int Current(GroupShown group, ImmutableArray<PlacedPawn> now)
    {
        var current = now.Select(pawn => group.Sample == Sample.Twice ? pawn.Twice : pawn.Once).ToHashSet();
        return group.Pawns.Count(pawn => current.Contains(group.Sample == Sample.Twice ? pawn.Twice : pawn.Once));
    }
}
