using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Steering;

namespace Leerklimaat.Server.Leading;

/// <summary>What the part that everybody is at asks of who leads.</summary>
/// <param name="Question">The question that people answer now.</param>
public sealed record DoingView(WorkshopId Id, PartId? Question, bool IsPlenary)
{
    public static DoingView Of(WorkshopId id, ProgrammePartView? current) =>
        new(id, current?.Kind is PartKind.Question or PartKind.Closing ? current.Id : null, current?.Kind == PartKind.Plenary);
}
