using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Doors;

/// <summary>A workshop, and how the browser that asks leads it.</summary>
public sealed record Led(WorkshopId Id, Workshop Workshop, LeadingRole Leading)
{
    /// <summary>Not one of the others who accepted an offer: the one whose recovery code gives the role back.</summary>
    public bool IsFirst => Leading.KeyProof == Workshop.KeyProof;
}
