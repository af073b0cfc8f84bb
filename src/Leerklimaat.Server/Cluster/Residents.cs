using System.Collections.Concurrent;
using Orleans.Metadata;

namespace Leerklimaat.Server.Cluster;

/// <summary>The grains of ours that live in this process.</summary>
internal sealed class Residents : IConfigureGrainContext, IConfigureGrainContextProvider
{
    private readonly ConcurrentDictionary<IGrainContext, byte> all = [];

    public ICollection<IGrainContext> All => all.Keys;

    public void Configure(IGrainContext context) => context.ObservableLifecycle.Subscribe(
        nameof(Residents),
        GrainLifecycleStage.Activate,
        _ =>
        {
            all.TryAdd(context, 0);
            return Task.CompletedTask;
        },
        _ =>
        {
            all.TryRemove(context, out byte _);
            return Task.CompletedTask;
        });

    public bool TryGetConfigurator(GrainType grainType, GrainProperties properties, out IConfigureGrainContext configurator)
    {
        configurator = this;
        return properties.Properties.TryGetValue(WellKnownGrainTypeProperties.FullTypeName, out var name) && name.StartsWith(nameof(Leerklimaat), StringComparison.Ordinal);
    }
}
