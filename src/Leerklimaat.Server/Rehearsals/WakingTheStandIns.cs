using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>Wakes the stand-ins of a rehearsal, and who clears away after it.</summary>
public sealed class WakingTheStandIns(IGrainFactory grains) : IConsequence
{
    // The rehearsal looks at the workshop in its turn, so nobody waits for it here.
    public Task After(WorkshopId id, Workshop? before, Workshop now) =>
        now.Rehearsal is null && now.ToErase is null ? Task.CompletedTask : grains.GetGrain<IRehearsalGrain>(id.Value).Wake();
}
