using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// Everything of whom numbers of one workshop were ever shown: in a report, on the screen, in the garden. They show what stands here and nothing else, so that what is shown now can
/// never be set against what was shown before to find a few people (R3).
/// </summary>
public sealed record Publications(ImmutableArray<GroupShown> Shown)
{
    public static readonly Publications Empty = new([]);

    /// <summary>The newest numbers that may be shown; nothing when the group was always too small.</summary>
    public GroupShown? Latest(CardId card, Sample sample, int? table = null) =>
        Shown.LastOrDefault(group => group.Card == card && group.Sample == sample && group.Table == table);

    /// <summary>All tables together: those who placed twice, or else every first placement.</summary>
    public GroupShown? Together(CardId card) => Latest(card, Sample.Twice) ?? Latest(card, Sample.All);

    public static Decision<PublicationEvent> Decide(Publications publications, PublicationCommand command) => command switch
    {
        ShowGroups show => (PublicationEvent[])[.. publications.New(show)],
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static Publications Evolve(Publications publications, PublicationEvent happened) => happened switch
    {
        GroupShown shown => publications with { Shown = publications.Shown.Add(shown) },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    private IEnumerable<GroupShown> New(ShowGroups show)
    {
        var before = Shown.ToLookup(group => group.Card);
        return show.Cards
            .GroupBy(card => card.Card)
            .SelectMany(card => new Publishing([.. before[card.Key]], show.Minimum).Choose(card.First()));
    }
}

/// <summary>Something that is asked of what reports showed.</summary>
[JsonDerivedType(typeof(ShowGroups), "show-groups")]
public abstract record PublicationCommand;

/// <summary>Asks to show as much as may be of these cards.</summary>
/// <param name="Minimum">The fewest people whose numbers are shown: five or more.</param>
public sealed record ShowGroups(ImmutableArray<PlayedCard> Cards, int Minimum) : PublicationCommand;

/// <summary>A card with everybody who placed on it, at all tables that played it or have told about it.</summary>
public sealed record PlayedCard(CardId Card, ImmutableArray<PlacedPawn> Pawns);
