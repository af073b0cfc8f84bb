using Leerklimaat.Server.Cluster;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>Where something lives among several processes, and how it comes to live elsewhere.</summary>
internal static class Where
{
    public static SiloAddress Is(RunningServer process) => process.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    public static IGrainFactory Grains(this RunningServer process) => process.Services.GetRequiredService<IGrainFactory>();

    public static bool Houses(this RunningServer process, IAddressable grain) => process.Services.GetRequiredService<Residents>().All.Any(one => one.GrainId == grain.GetGrainId());

    /// <summary>It goes to live at another process, as when its own stops or another one asks most.</summary>
    public static async Task Moves(IAddressable grain, RunningServer to)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, Is(to));
        await grain.Cast<IGrainManagementExtension>().MigrateOnIdle();
        RequestContext.Clear();
        await Comes(grain, to);
    }

    /// <summary>Waits until it lives there: it goes when it has answered what it was asked before.</summary>
    public static async Task Comes(IAddressable grain, RunningServer to)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!to.Houses(grain)) await Task.Delay(5, patience.Token);
    }
}
