using Leerklimaat.Server.Cluster;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>Where something lives among several processes, and how it comes to live elsewhere.</summary>
internal static class Where
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static SiloAddress Is(RunningServer process) => process.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    public static IGrainFactory Grains(this RunningServer process) => process.Services.GetRequiredService<IGrainFactory>();

    public static bool Houses(this RunningServer process, IAddressable grain) => process.Services.GetRequiredService<Residents>().All.Any(one => one.GrainId == grain.GetGrainId());

    /// <summary>It goes to live at another process. What has only just come to life does not hear that, and is told again.</summary>
    public static async Task Moves(IAddressable grain, RunningServer to)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!to.Houses(grain))
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, Is(to));
            await grain.Cast<IGrainManagementExtension>().MigrateOnIdle();
            RequestContext.Clear();
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>The same, of many at once.</summary>
    public static async Task Move(IReadOnlyList<IGrainContext> all, RunningServer to)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (all.Any(one => !one.Deactivated.IsCompleted))
        {
            foreach (var one in all.Where(one => !one.Deactivated.IsCompleted)) one.Migrate(new() { [IPlacementDirector.PlacementHintKey] = Is(to) });
            await Task.Delay(20, patience.Token);
        }
    }
}
