using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Everything of whom numbers of one workshop were ever shown: in a report, on the screen, in the garden. They show what stands here and nothing else, so that what is shown now can
/// never be set against what was shown before to find a few people (D3, D7).
/// </summary>
public sealed record Publications(ImmutableArray<GroupShown> Shown)
{
    public static readonly Publications Empty = new([]);

    /// <summary>When the numbers were last published; nothing where nobody did, or where a journal is from before that was kept.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The stories that are shown, as one sum.</summary>
    public ImmutableArray<StoryTold> Stories { get; init; } = [];

    /// <summary>What was looked at when the numbers were last published; nothing where a journal is from before that was kept.</summary>
    public ImmutableHashSet<PublishedRound>? LookedAt { get; init; }

    /// <summary>Whether there is something to read: before it a read link says when there will be (D7).</summary>
    public bool IsPublished => PublishedAt is not null || !Shown.IsEmpty;

    /// <summary>False for what was played since: of it nothing is told because nobody published it, and not because people are too few.</summary>
    public bool HasLookedAt(int table, int round) => IsPublished && LookedAt?.Contains(new(table, round)) != false;

    /// <summary>The newest numbers that may be shown; nothing when the group was always too small.</summary>
    public GroupShown? Latest(CardId card, Sample sample, int? table = null) =>
        Shown.LastOrDefault(group => group.Card == card && group.Sample == sample && group.Table == table);

    /// <summary>All tables together: those who placed twice, or else every first placement.</summary>
    public GroupShown? Together(CardId card) => Latest(card, Sample.Twice) ?? Latest(card, Sample.All);

    public static Decision<PublicationEvent> Decide(Publications publications, PublicationCommand command) => command switch
    {
        ShowGroups show => (PublicationEvent[])[.. publications.New(show), .. publications.NewStories(show), .. show.At is { } at ? new[] { new Published(at, show.Rounds) } : []],
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static Publications Evolve(Publications publications, PublicationEvent happened) => happened switch
    {
        GroupShown shown => publications with { Shown = publications.Shown.Add(shown) },
        StoriesShown shown => publications with { Stories = shown.Stories },
        Published published => publications with { PublishedAt = published.At, LookedAt = published.Rounds?.ToImmutableHashSet() },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    private IEnumerable<StoriesShown> NewStories(ShowGroups show)
    {
        var chosen = ChoosingStories.Choose(show.Stories, Stories, show.Minimum);
        return chosen.SequenceEqual(Stories) ? [] : [new(chosen)];
    }

    private IEnumerable<GroupShown> New(ShowGroups show)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(show.Minimum, Disclosure.Minimum);
        var before = Shown.ToLookup(group => group.Card);
        return show.Cards
            .GroupBy(card => card.Card)
            .SelectMany(card => new Publishing((show.Board ?? Board.Default).For(card.First().IsReversed), [.. before[card.Key]], show.Minimum).Choose(card.First()));
    }
}

/// <summary>Something that is asked of what reports showed.</summary>
[JsonDerivedType(typeof(ShowGroups), "show-groups")]
public abstract record PublicationCommand;

/// <summary>Asks to publish as much as may be shown of these cards: who leads does, and it happens once at the closing (D7).</summary>
/// <param name="Minimum">The fewest people whose numbers are shown: five or more.</param>
/// <param name="Board">Whose points the piles come from; the ordinary one where none is given.</param>
public sealed record ShowGroups(ImmutableArray<PlayedCard> Cards, int Minimum, Board? Board = null, DateTimeOffset? At = null) : PublicationCommand
{
    /// <summary>What people told about the cards that lie on a pile.</summary>
    public ImmutableArray<StoryTold> Stories { get; init; } = [];

    /// <summary>The rounds that the cards come from.</summary>
    public ImmutableArray<PublishedRound> Rounds { get; init; } = [];
}

/// <summary>A card with everybody who placed on it, at all tables that played it or have told about it.</summary>
public sealed record PlayedCard(CardId Card, ImmutableArray<PlacedPawn> Pawns)
{
    /// <summary>By the number of the table, where it is on one.</summary>
    public ImmutableDictionary<int, Pile> Piles { get; init; } = ImmutableDictionary<int, Pile>.Empty;

    /// <summary>Its piles came from squares that count the other way round (G17).</summary>
    public bool IsReversed { get; init; }
}
