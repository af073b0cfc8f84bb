using System.Text.Json;
using Leerklimaat.Domain;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Leerklimaat.Server.Events;

/// <summary>Runs one aggregate: decide, store, evolve, and only then tell the others and answer.</summary>
/// <remarks>
/// The truth is the stream of events in the journal; the state here is a fold over it and may be thrown away at any moment. Orleans keeps one
/// activation per aggregate and gives it one command at a time. A second activation, which can exist for a moment when a process is lost,
/// cannot do harm: its append has an expected version that is already taken and is refused by the store. When an append fails for whatever
/// reason, nothing was evolved or told; this activation is dropped and the next command reads the stream again. Each event carries the id of
/// the command that caused it, so that a command that is sent again, also after a restart, is answered and changes nothing.
/// </remarks>
public abstract class EventSourcedGrain<TState, TCommand, TEvent>(IEventStore store, Func<TState, TCommand, Decision<TEvent>> decide, Folding<TState, TEvent> folding)
    : Grain, IAggregateGrain<TState, TCommand>
    where TState : class
{
    private static readonly TimeSpan WatcherLifetime = TimeSpan.FromMinutes(5);

    private readonly HashSet<Guid> done = [];
    private readonly Lately lately = new();
    private ObserverManager<SiloAddress, IWatcher<TState>> watchers = null!;
    private IClusterMembershipService membership = null!;
    private MembershipVersion membersKnown;
    private CommandMeter meter = null!;
    private Folded<TState> now = folding.Nothing;
    private long told;
    private bool isUnreadable;

    protected TState State => now.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        watchers = new(WatcherLifetime, ServiceProvider.GetRequiredService<ILogger<ObserverManager<SiloAddress, IWatcher<TState>>>>());
        membership = ServiceProvider.GetRequiredService<IClusterMembershipService>();
        meter = ServiceProvider.GetRequiredService<CommandMeter>();
        Fold(await Stored());
        told = now.Stored;
    }

    /// <summary>It goes on elsewhere, or anew: whoever watches asks to be told again.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        LeaveThoseThatGo();
        watchers.Notify(watcher => watcher.Moved(this.GetPrimaryKey()));
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<StoredEvent>> Stored()
    {
        try
        {
            return await store.Read(Stream);
        }
        catch (UnreadableStreamException damaged)
        {
            Mark(damaged);
            return [];
        }
    }

    // One event that is not what it was makes this aggregate unreadable and nothing else: it says so to whoever asks, until it is asked anew.
    private void Fold(IReadOnlyList<StoredEvent> events)
    {
        try
        {
            foreach (var stored in events) Apply(JsonSerializer.Deserialize<TEvent>(stored.Body.Span, StoredJson.Options)!, stored);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException)
        {
            now = folding.Nothing;
            Mark(broken);
        }
    }

    private void Mark(Exception damaged)
    {
        isUnreadable = true;
        ServiceProvider.GetRequiredService<JournalHealth>().Report(this.GetGrainId().ToString(), damaged);
    }

    private void MustBeReadable()
    {
        if (!isUnreadable) return;

        // Read anew by whoever asks next: a backup may have been restored meanwhile.
        DeactivateOnIdle();
        throw new UnreadableStreamException("What is stored here cannot be read.");
    }

    public async Task<Answer<TState>> Ask(TCommand command, Guid id, DateTimeOffset at)
    {
        MustBeReadable();
        var heard = Heard.ByWhoAsks;
        if (done.Contains(id)) return Now(heard);

        var decision = decide(State, command);
        meter.Decided(typeof(TState).Name, decision.Refusal);
        if (decision.Events.Count == 0) return Now(heard) with { Refusal = decision.Refusal };

        var stored = await Append(decision.Events, id, at);
        for (var i = 0; i < stored.Count; i++) Apply(decision.Events[i], stored[i]);
        Tell();
        await AfterTold();
        return Now(heard);
    }

    public Task<Answer<TState>> Look()
    {
        MustBeReadable();
        return Task.FromResult(Now(Heard.ByWhoAsks));
    }

    public Task<Answer<TState>> Watch(IWatcher<TState> watcher, SiloAddress process)
    {
        MustBeReadable();
        watchers.Subscribe(process, watcher);
        return Look();
    }

    /// <summary>Removes this aggregate for good, as if it had never been (W9).</summary>
    public async Task Erase()
    {
        await store.Delete([Stream]);
        (now, told) = (folding.Nothing, 0);
        done.Clear();
        lately.Clear();
        DeactivateOnIdle();
    }

    /// <summary>What else must follow from a change; the change itself is stored and stays, whatever happens here.</summary>
    protected virtual Task AfterTold() => Task.CompletedTask;

    private Answer<TState> Now(long heard) => new(State, now.Version, null, now.Stored) { Recent = lately.Last, Since = heard };

    /// <summary>Its name in the journal.</summary>
    protected virtual string Stream => this.GetGrainId().ToString();

    private async Task<IReadOnlyList<StoredEvent>> Append(IReadOnlyList<TEvent> events, Guid id, DateTimeOffset at)
    {
        try
        {
            StoredEvent[] stored = [.. events.Select(happened => new StoredEvent(JsonSerializer.SerializeToUtf8Bytes(happened, StoredJson.Options), id, at))];
            await store.Append(Stream, now.Stored, stored);
            return stored;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private void Apply(TEvent happened, StoredEvent stored)
    {
        now = folding.Add(now, happened);
        lately.Add(stored.Bytes, now.Stored - told);
        done.Add(stored.Command);
    }

    /// <summary>Tells whoever watches the newest state. A state may be skipped, the newest never.</summary>
    protected virtual void Tell()
    {
        LeaveThoseThatGo();
        var answer = Now(told);
        watchers.Notify(watcher => watcher.Changed(this.GetPrimaryKey(), answer));
        told = now.Stored;
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
