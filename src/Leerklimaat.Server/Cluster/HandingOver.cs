using Leerklimaat.Server.Live;
using Orleans.Runtime.Placement;

namespace Leerklimaat.Server.Cluster;

/// <summary>
/// A process that is told to stop hands over what lives in it while all of it still works, a part at a time, so that each table is silent for as long as it takes to read it once. Only
/// then its streams end, and it says goodbye to the others.
/// </summary>
internal sealed class HandingOver(IClusterMembershipService membership, ILocalSiloDetails here, Residents residents, OpenStreams streams, TimeProvider time) : IHostedLifecycleService
{
    private const int AtATime = 20;

    // What is left over then moves as when a process is lost: nothing is, but it takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), BetweenCalls = TimeSpan.FromMilliseconds(50);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (Others() is { Length: > 0 } others) await HandOver(others, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The others find it anew.
        }
        finally
        {
            streams.End();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private SiloAddress[] Others() => [.. membership.CurrentSnapshot.Members.Values.Where(other => other.Status == SiloStatus.Active && !other.SiloAddress.Equals(here.SiloAddress)).Select(other => other.SiloAddress)];

    private async Task HandOver(SiloAddress[] others, CancellationToken patience)
    {
        var next = 0;
        foreach (var some in residents.All.Chunk(AtATime))
        {
            var gone = Task.WhenAll(some.Select(one => one.Deactivated)).WaitAsync(patience);
            // One that has only just come to life does not hear it, and is told again.
            while (!gone.IsCompleted)
            {
                foreach (var one in some.Where(one => !one.Deactivated.IsCompleted)) one.Migrate(new() { [IPlacementDirector.PlacementHintKey] = others[next++ % others.Length] }, patience);
                await Task.WhenAny(gone, Task.Delay(BetweenCalls, time, patience));
            }

            await gone;
        }
    }
}
