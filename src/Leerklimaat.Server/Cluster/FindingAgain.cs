using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Cluster;

/// <summary>When a process comes or goes, what it kept lives elsewhere: what is watched here is found again at once, and not at the next renewal.</summary>
internal sealed class FindingAgain(IClusterMembershipService membership, Watching watching, Settling settling) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in membership.MembershipUpdates.WithCancellation(stoppingToken))
        {
            settling.Begin();
            await watching.Renew();
        }
    }
}
