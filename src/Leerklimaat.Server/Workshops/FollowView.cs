using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>What a follower sees: the part that everybody is at, and in the game the garden. Nothing of who leads, and no pawn.</summary>
public sealed record FollowView(WorkshopScreenView Screen, BarView Bar, bool IsClosed, Purpose Purpose);

/// <summary>Where the facilitator is, for who looks back.</summary>
/// <param name="Number">From 1; 0 before the programme begins.</param>
public sealed record BarView(WorkshopId Workshop, int Number, int Count, string Title, bool IsClosed)
{
    public static BarView Of(WorkshopId id, Workshop workshop) => new(
        id, workshop.PlaceOf(workshop.Current) + 1, workshop.Programme.Length, workshop.CurrentPart?.Title ?? "", workshop.ClosedAt is not null);
}

/// <summary>What may be looked at again.</summary>
/// <param name="Shown">The part that is looked at now.</param>
public sealed record PastView(WorkshopId Workshop, Sequence<PastPart> Parts, PartId? Shown = null);

/// <summary>A part that may be looked at again: the facilitator has been there.</summary>
public sealed record PastPart(PartId Id, int Number, string Title)
{
    public static Sequence<PastPart> Of(Workshop workshop) =>
        [.. workshop.Programme.Take(workshop.Reached + 1).Select((part, place) => new PastPart(part.Id, place + 1, part.Title))];
}
