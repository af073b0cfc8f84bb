namespace Leerklimaat.Domain.Workshops;

/// <summary>Names one workshop for good.</summary>
public readonly record struct WorkshopId(Guid Value);

/// <summary>Names one part of a programme for good, also after it was changed or moved.</summary>
public readonly record struct PartId(Guid Value);
