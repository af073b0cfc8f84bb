using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Steering;

/// <summary>The programme as who leads sees it: where everybody is, what was and what comes, and the notes that nobody else gets.</summary>
public sealed record ProgrammeView(Sequence<ProgrammePartView> Parts, ProgrammePartView? Current, PartId? Previous, PartId? Next, string Notes, string NextTitle)
{
    /// <summary>Nobody went on from the first part, so that it can still be as if it had not begun (W10).</summary>
    public bool IsBarelyBegun => Current?.Number == 1 && !Parts.Any(part => part.IsDone);

    public static ProgrammeView? Of(Workshop workshop) => workshop.Programme.IsEmpty ? null : Of(workshop, [.. workshop.Programme.Select((part, place) => PartOf(workshop, part, place))]);

    private static ProgrammeView Of(Workshop workshop, Sequence<ProgrammePartView> parts) =>
        new(parts, parts.FirstOrDefault(part => part.IsCurrent), workshop.ClosedAt is null ? workshop.Previous?.Id : null, workshop.ClosedAt is null ? workshop.Next?.Id : null, workshop.CurrentPart?.Notes ?? "", workshop.Next?.Title ?? "");

    private static ProgrammePartView PartOf(Workshop workshop, Part part, int place) => new(
        part.Id, place + 1, part.Kind, part.Title, part.Minutes, part.Id == workshop.Current, part.Id != workshop.Current && workshop.Visits.Any(visit => visit.Part == part.Id),
        workshop.Visits.LastOrDefault(visit => visit.Part == part.Id)?.At);
}

/// <summary>A part in the list of who leads.</summary>
/// <param name="BeganAt">When the facilitator came here last.</param>
public sealed record ProgrammePartView(PartId Id, int Number, PartKind Kind, string Title, int Minutes, bool IsCurrent, bool IsDone, DateTimeOffset? BeganAt);
