using Leerklimaat.Domain;
using Orleans.Concurrency;
using Orleans.Runtime.Placement;
using Orleans.Utilities;

namespace Leerklimaat.Server.Events;

/// <summary>Runs one aggregate: what happened is told to whoever watches, and only then is whoever asked answered.</summary>
/// <remarks>
/// Orleans keeps one activation per aggregate and gives it one command at a time. A second activation, which can exist for a moment when a process is lost,
/// cannot do harm: its append has an expected version that is already taken and is refused by the store. When an append fails for whatever
/// reason, nothing was evolved or told; this activation is dropped and the next command reads the stream again.
/// </remarks>
public abstract class EventSourcedGrain<TState, TCommand, TEvent>(IEventStore store, Func<TState, TCommand, Decision<TEvent>> decide, Folding<TState, TEvent> folding)
    : Grain, IAggregateGrain<TState, TCommand>
    where TState : class
{
    private static readonly TimeSpan WatcherLifetime = TimeSpan.FromMinutes(5);

    private Aggregate<TState, TCommand, TEvent> aggregate = null!;
    private ObserverManager<SiloAddress, IWatcher<TState>> watchers = null!;
    private IClusterMembershipService membership = null!;
    private MembershipVersion membersKnown;
    private Settling settling = null!;
    private Home home = null!;
    private CommandMeter meter = null!;

    protected TState State => aggregate.State;

    /// <summary>Its name in the journal.</summary>
    protected virtual string Stream => this.GetGrainId().ToString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        watchers = new(WatcherLifetime, ServiceProvider.GetRequiredService<ILogger<ObserverManager<SiloAddress, IWatcher<TState>>>>());
        membership = ServiceProvider.GetRequiredService<IClusterMembershipService>();
        meter = ServiceProvider.GetRequiredService<CommandMeter>();
        settling = ServiceProvider.GetRequiredService<Settling>();
        home = new(ServiceProvider.GetRequiredService<ILocalSiloDetails>().SiloAddress, ServiceProvider.GetRequiredService<TimeProvider>());
        aggregate = new(store, Stream, decide, folding);
        await aggregate.Read();
        if (aggregate.Damage is { } damage) ServiceProvider.GetRequiredService<JournalHealth>().Report(this.GetGrainId().ToString(), damage);
    }

    /// <summary>It goes on elsewhere, or anew: whoever watches asks to be told again.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        LeaveThoseThatGo();
        watchers.Notify(watcher => watcher.Moved(this.GetPrimaryKey()));
        return Task.CompletedTask;
    }

    public async Task<Answer<TState>> Ask(TCommand command, Guid id, DateTimeOffset at)
    {
        MustBeReadable();
        var heard = Heard.ByWhoAsks;
        GoHome();
        if (aggregate.HasDone(id)) return aggregate.Now(heard);

        var (refusal, happened) = await Decide(command, id, at);
        if (happened)
        {
            Tell();
            await AfterTold();
        }

        return aggregate.Now(heard) with { Refusal = refusal };
    }

    public Task<Answer<TState>> Look()
    {
        MustBeReadable();
        GoHome();
        return Task.FromResult(aggregate.Now(Heard.ByWhoAsks));
    }

    public async Task<Answer<TState>> Watch(IWatcher<TState> watcher, SiloAddress process)
    {
        MustBeReadable();
        watchers.Subscribe(process, watcher);
        if (settling.MayBeTwo && await aggregate.CaughtUp())
        {
            MustBeReadable();
            Tell();
        }

        return aggregate.Now(Heard.ByWhoAsks);
    }

    /// <summary>Removes this aggregate for good, as if it had never been (W9).</summary>
    public async Task Erase()
    {
        await aggregate.Erase();
        DeactivateOnIdle();
    }

    /// <summary>What else must follow from a change; the change itself is stored and stays, whatever happens here.</summary>
    protected virtual Task AfterTold() => Task.CompletedTask;

    /// <summary>Tells whoever watches the newest state. A state may be skipped, the newest never.</summary>
    protected virtual void Tell()
    {
        LeaveThoseThatGo();
        var answer = aggregate.ToTell();
        watchers.Notify(watcher => watcher.Changed(this.GetPrimaryKey(), answer));
    }

    private async Task<(Refusal? Refusal, bool Happened)> Decide(TCommand command, Guid id, DateTimeOffset at)
    {
        try
        {
            var decided = await aggregate.Ask(command, id, at);
            meter.Decided(typeof(TState).Name, decided.Refusal);
            return decided;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    // What was asked meanwhile is answered first, or there.
    private void GoHome()
    {
        if (home.Asked(Heard.WhoAsks) is not { } process || membership.CurrentSnapshot.GetSiloStatus(process) != SiloStatus.Active) return;

        RequestContext.Set(IPlacementDirector.PlacementHintKey, process);
        MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }

    private void MustBeReadable()
    {
        if (aggregate.Damage is null) return;

        // Read anew by whoever asks next: a backup may have been restored meanwhile.
        DeactivateOnIdle();
        throw new UnreadableStreamException("What is stored here cannot be read.");
    }

    // To look for a process that is no more takes long, and is written down with the name of this aggregate.
    private void LeaveThoseThatGo()
    {
        if (membership.CurrentSnapshot is var members && members.Version == membersKnown) return;

        membersKnown = members.Version;
        foreach (var process in watchers.Observers.Keys.Where(process => members.GetSiloStatus(process).IsTerminating())) watchers.Unsubscribe(process);
    }
}

/// <summary>An aggregate as endpoints and the live feed see it.</summary>
public interface IAggregateGrain<TState, TCommand> : IMayBeAskedTwice where TState : class
{
    /// <param name="id">Made by the browser: the same id a second time changes nothing.</param>
    Task<Answer<TState>> Ask([Immutable] TCommand command, Guid id, DateTimeOffset at);

    Task<Answer<TState>> Look();

    /// <summary>Tells this watcher every change from now on, until it has not renewed for five minutes.</summary>
    /// <param name="process">In which it is: when that goes, it is told nothing more.</param>
    Task<Answer<TState>> Watch(IWatcher<TState> watcher, SiloAddress process);

    /// <summary>Removes every event of it from the journal.</summary>
    Task Erase();
}

/// <summary>To ask it twice does no more than to ask it once, or nothing that matters.</summary>
public interface IMayBeAskedTwice;

/// <summary>A process that has somebody watching: it is told the new state once, however many people watch there.</summary>
public interface IWatcher<TState> : IGrainObserver where TState : class
{
    [OneWay]
    Task Changed(Guid id, [Immutable] Answer<TState> now);

    /// <summary>Nothing more comes from where it was: whoever goes on watching says so again.</summary>
    [OneWay]
    Task Moved(Guid id);
}
