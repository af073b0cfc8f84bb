using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Binning;

/// <summary>Tells the bin which workshops lie in it.</summary>
public sealed class LayingInTheBin(IGrainFactory grains, TimeProvider time) : IConsequence
{
    public async Task After(WorkshopId id, Workshop? before, Workshop now)
    {
        if (before is not null && before.BinnedAt == now.BinnedAt) return;

        BinCommand? command = now.BinnedAt is { } at ? new LayInBin(id, at) : before?.BinnedAt is null ? null : new TakeFromBin(id);
        if (command is not null) await grains.GetGrain<IBinGrain>(Guid.Empty).Ask(command, Guid.NewGuid(), time.GetUtcNow());
    }
}
