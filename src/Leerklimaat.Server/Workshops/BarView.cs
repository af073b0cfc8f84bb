using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Workshops;

/// <summary>Where the facilitator is, for who looks back.</summary>
/// <param name="Number">From 1; 0 before the programme begins.</param>
public sealed record BarView(WorkshopId Workshop, int Number, int Count, string Title, bool IsClosed)
{
    public static BarView Of(WorkshopId id, Workshop workshop) => new(
        id, workshop.PlaceOf(workshop.Current) + 1, workshop.Programme.Length, workshop.CurrentPart?.Title ?? "", workshop.ClosedAt is not null);
}
