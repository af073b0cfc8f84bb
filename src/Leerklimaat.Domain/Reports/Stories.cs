using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>What somebody told at a table about one card (G5): it happens here already, or not yet. The seat tells people apart; it is in no report.</summary>
/// <param name="Table">The number of the table in its workshop.</param>
/// <param name="Voice">The same for all seats that one person may have opened (D9); nothing where each seat is somebody.</param>
public sealed record StoryTold(int Table, int Seat, int Round, Story Story, int? Voice = null)
{
    internal int Speaker => Voice ?? SeatKey;

    internal int SeatKey => PlacedPawn.KeyOf(Table, Seat);
}

/// <summary>The stories of a workshop added up, of everybody of whom that may be shown.</summary>
/// <param name="Already">How many said that it happens already, over all cards; nothing where nearly everybody said the same (D4), as in <paramref name="NotYet"/>.</param>
/// <param name="NearlyAll">What all, or all but one, of the people said each time.</param>
/// <param name="People">How many people told.</param>
public sealed record StoryCounts(int? Already, int? NotYet, Story? NearlyAll, int People)
{
    internal static StoryCounts? Of(ImmutableArray<StoryTold> shown)
    {
        if (shown.IsEmpty) return null;

        var people = PeopleIn(shown);
        var (already, notYet) = (Those(Story.HappensAlready), Those(Story.NotYet));
        Story? nearly = PeopleIn(notYet) <= 1 ? Story.HappensAlready : PeopleIn(already) <= 1 ? Story.NotYet : null;
        return nearly is null ? new(already.Count, notYet.Count, null, people) : new(null, null, nearly, people);

        List<StoryTold> Those(Story story) => [.. shown.Where(one => one.Story == story)];
    }

    private static int PeopleIn(IEnumerable<StoryTold> stories) => stories.Select(story => story.SeatKey).Distinct().Count();
}

/// <summary>Chooses whose stories are in the sum, so that neither an outsider nor who sat at one of the tables can tell those of a few people apart (D3, D7).</summary>
internal static class ChoosingStories
{
    /// <param name="shown">What is shown already.</param>
    /// <returns>Everything that may be shown now: what was, where nothing more may.</returns>
    public static ImmutableArray<StoryTold> Choose(ImmutableArray<StoryTold> now, ImmutableArray<StoryTold> shown, int minimum)
    {
        var tables = now.GroupBy(story => story.Table).OrderByDescending(VoicesIn).ThenBy(table => table.Key).Select(table => table.ToImmutableArray()).ToList();
        for (var many = tables.Count; many > 0; many--)
        {
            ImmutableArray<StoryTold> some = [.. tables.Take(many).SelectMany(table => table).OrderBy(story => story.Table).ThenBy(story => story.Seat).ThenBy(story => story.Round)];
            if (HidesEverybody(some) && HidesEverybody([.. Changed(shown, some)])) return some;
        }

        return shown;

        bool HidesEverybody(ImmutableArray<StoryTold> stories) => stories.Select(story => story.Table).Distinct().Prepend(0).All(table => VoicesIn(stories.Where(story => story.Table != table)) is var voices && (voices == 0 || voices >= minimum));
    }

    // Of somebody who told something since, or otherwise, all stories: together they are what a difference shows.
    private static IEnumerable<StoryTold> Changed(ImmutableArray<StoryTold> before, ImmutableArray<StoryTold> now)
    {
        var (was, isNow) = (before.ToLookup(story => story.SeatKey), now.ToLookup(story => story.SeatKey));
        return before.Concat(now).Where(story => !was[story.SeatKey].ToHashSet().SetEquals(isNow[story.SeatKey]));
    }

    private static int VoicesIn(IEnumerable<StoryTold> stories) => stories.Select(story => story.Speaker).Distinct().Count();
}
