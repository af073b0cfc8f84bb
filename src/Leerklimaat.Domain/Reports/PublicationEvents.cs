using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Reports;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that became known outside a table: through a report, or on the screen.</summary>
[JsonDerivedType(typeof(GroupShown), "group-shown")]
[JsonDerivedType(typeof(StoriesShown), "stories-shown")]
[JsonDerivedType(typeof(Published), "published")]
public abstract record PublicationEvent;

/// <summary>The numbers of these people on this card were shown: of one table, or of all tables together.</summary>
public sealed record GroupShown(CardId Card, Sample Sample, int? Table, ImmutableArray<PlacedPawn> Pawns) : PublicationEvent
{
    public bool IsSameAs(GroupShown? other) =>
        other is not null && Card == other.Card && Sample == other.Sample && Table == other.Table && Pawns.Select(pawn => pawn.Twice).SequenceEqual(other.Pawns.Select(pawn => pawn.Twice));
}

/// <summary>These stories were shown as one sum over all cards, in place of what was before.</summary>
public sealed record StoriesShown(ImmutableArray<StoryTold> Stories) : PublicationEvent;

/// <summary>Who leads published the numbers so far, or the workshop closed.</summary>
/// <param name="Rounds">What was looked at, whether it could be shown or not; nothing in a journal of before that was kept: then it was all there is.</param>
public sealed record Published(DateTimeOffset At, ImmutableArray<PublishedRound>? Rounds = null) : PublicationEvent;

/// <summary>One card as one table played it.</summary>
/// <param name="Table">The number of the table in its workshop.</param>
public readonly record struct PublishedRound(int Table, int Round);
