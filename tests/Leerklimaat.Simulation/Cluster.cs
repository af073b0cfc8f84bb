using Leerklimaat.Server.Events;

namespace Leerklimaat.Simulation;

/// <summary>The processes that are one: which of them keeps what, and how one asks another.</summary>
public sealed class Cluster(World world)
{
    // As AskingAfar has it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12), UntilTimeout = TimeSpan.FromSeconds(6), FirstPause = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromSeconds(1);

    // How long after one came or went some of them still look for something where it was.
    private static readonly TimeSpan UntilAllAgree = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, SimulatedProcess> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedProcess> twins = new(StringComparer.Ordinal);
    private readonly List<SimulatedProcess> processes = [], members = [];
    private readonly HashSet<SimulatedProcess> unanswering = [];
    private readonly Chance luck = world.ChanceOf("cluster");
    private long changedAt;

    /// <summary>Those that a proxy sends somebody to: it finds out after a while that one stands still.</summary>
    public IReadOnlyList<SimulatedProcess> Running => [.. processes.Where(process => !process.Site.IsGone && !(process.Site.IsFrozen && unanswering.Contains(process)))];

    public void Add(SimulatedProcess process)
    {
        processes.Add(process);
        members.Add(process);
        FindAgain();
    }

    public void Kill(SimulatedProcess process)
    {
        process.Site.End();
        world.Agenda.In(luck.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(9)), () => GiveUp(process));
    }

    /// <summary>It stands still for so long. When the others have given it up meanwhile it hears so a while after it goes on, and ends.</summary>
    public void Freeze(SimulatedProcess process, TimeSpan time)
    {
        process.Site.Freeze();
        var isGivenUp = false;
        world.Agenda.In(luck.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)), () => unanswering.Add(process));
        world.Agenda.In(luck.Between(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(12)), () =>
        {
            if (!process.Site.IsFrozen) return;
            isGivenUp = true;
            GiveUp(process);
        });
        world.Agenda.In(time, () =>
        {
            process.Site.Thaw();
            unanswering.Remove(process);
            if (isGivenUp) world.Agenda.In(luck.Between(TimeSpan.Zero, TimeSpan.FromSeconds(3)), process.Site.End);
        });
    }

    public void Leave(string stream, SimulatedProcess process)
    {
        if (places.GetValueOrDefault(stream) == process) places.Remove(stream);
    }

    /// <summary>Asks whoever keeps it, again for a while when that one is gone or somebody else wrote first.</summary>
    public async Task<T> Call<TState, TCommand, TEvent, T>(SimulatedProcess from, Kind<TState, TCommand, TEvent> kind, Guid id, Func<Kept<TState, TCommand, TEvent>, Task<T>> what) where TState : class
    {
        var stream = kind.StreamOf(id);
        var begun = world.Agenda.Now;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var own = from.ChanceOf(stream);
                var to = Believes(from, stream) ? from : PlaceOf(stream, own);
                return to == from ? await Here() : await from.Site.Ask(to.Site, Here, own, UntilTimeout);

                // It may have gone elsewhere while the question was on its way.
                Task<T> Here() => places.GetValueOrDefault(stream) == to || twins.GetValueOrDefault(stream) == to || Believes(to, stream) ? what(to.Keep(kind, id)) : throw new AwayException();
            }
            catch (Exception away) when (away is AwayException or VersionConflictException && world.Agenda.Now - begun < Patience.Ticks)
            {
                await from.Site.Delay(pause);
            }
        }
    }

    // One that was given up while it stood still goes on with what it had until it hears of that.
    private bool Believes(SimulatedProcess process, string stream) => !members.Contains(process) && process.Keeps(stream);

    private SimulatedProcess PlaceOf(string stream, Chance own)
    {
        if (!places.TryGetValue(stream, out var place)) return places[stream] = own.Of(members);
        if (world.Agenda.Now - changedAt < UntilAllAgree.Ticks && world.Misfortune.Strikes(Fault.Twin, own)) places[stream] = MadeTwin(stream, place, own.Of(members));
        return twins.GetValueOrDefault(stream) is { } twin && own.Of(.5) ? twin : places[stream];
    }

    // Some still ask where it was. The one that nobody finds any more goes when it hears of it.
    private SimulatedProcess MadeTwin(string stream, SimulatedProcess before, SimulatedProcess after)
    {
        if (before == after) return after;
        twins[stream] = before;
        world.Agenda.In(world.ChanceNow($"twin {stream}").Between(TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5)), () =>
        {
            if (twins.GetValueOrDefault(stream) == before) twins.Remove(stream);
            before.Site.In(TimeSpan.Zero, () => before.LetGo(stream));
        });
        return after;
    }

    // The others know only after a while that one is gone.
    private void GiveUp(SimulatedProcess process)
    {
        world.Journal.GiveUp(process);
        members.Remove(process);
        foreach (var stream in places.Where(place => place.Value == process).Select(place => place.Key).ToList()) places.Remove(stream);
        FindAgain();
    }

    private void FindAgain()
    {
        changedAt = world.Agenda.Now;
        foreach (var process in processes.Where(process => !process.Site.IsGone))
        {
            process.Settling.Begin();
            process.Site.In(Site.Hop(luck), () => _ = process.Watching.Renew());
        }
    }
}
