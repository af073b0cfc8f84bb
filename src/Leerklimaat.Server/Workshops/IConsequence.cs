using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Workshops;

/// <summary>What a room does when a workshop has changed, so that the workshop need not know who all must hear of it.</summary>
public interface IConsequence
{
    /// <param name="before">The workshop that all rooms followed up last. Nothing when it has just woken up: a process may have stopped in between, so what may be due is done once more.</param>
    Task After(WorkshopId id, Workshop? before, Workshop now);
}
