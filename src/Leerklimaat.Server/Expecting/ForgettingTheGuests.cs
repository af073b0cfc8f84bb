using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Expecting;

/// <summary>When a workshop has closed nobody needs to find a table any more: the names go (T9).</summary>
public sealed class ForgettingTheGuests(IGrainFactory grains) : IConsequence
{
    public Task After(WorkshopId id, Workshop? before, Workshop now) =>
        now.ClosedAt is not null && before?.ClosedAt is null ? grains.GetGrain<IGuestsGrain>(id.Value).Erase() : Task.CompletedTask;
}
