using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Cluster;

/// <summary>
/// Every question to a grain of ours, wherever that lives. It is asked again for a while when the process that had it is gone, or another one wrote first: commands carry
/// ids, so that asking twice does once. And an answer from afar is understood here, before whoever asked sees it.
/// </summary>
internal sealed class AskingAfar(Replicas replicas, ILocalSiloDetails here, TimeProvider time) : IOutgoingGrainCallFilter
{
    // Longer than it takes until a process that was lost is known to be lost (docs/decisions/0017).
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12), FirstPause = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        // What processes ask each other of themselves, whether one is still there above all, wants its answer at once.
        if (context.TargetId.IsSystemTarget() || context.TargetId.IsClient()) await context.Invoke();
        else await Ask(context);
    }

    private async Task Ask(IOutgoingGrainCallContext context)
    {
        var begun = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                Heard.Say(replicas.HeardOf(context.TargetId), here.SiloAddress);
                await context.Invoke();
                break;
            }
            catch (Exception away) when (MayAskAgain(away, context) && time.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(pause, time);
            }
            catch (Exception away) when (away is SiloUnavailableException or OrleansMessageRejectionException or TimeoutException)
            {
                // In its own words stands which grain was asked, which is the address of a table; whoever writes down what went wrong must not.
                throw new TimeoutException($"A {context.InterfaceName} could not be reached ({away.GetType().Name}).");
            }
        }

        if (context.Result is IAnswer { Told: not null } answer) context.Result = await answer.Understood(replicas, context.TargetId);
    }

    // Where the list of what lives where was lost with a process, a question waits for a new one, and can time out meanwhile.
    private static bool MayAskAgain(Exception away, IOutgoingGrainCallContext context) => away is SiloUnavailableException or OrleansMessageRejectionException or VersionConflictException
        || (away is TimeoutException && typeof(IMayBeAskedTwice).IsAssignableFrom(context.Request.GetInterfaceType()));
}
