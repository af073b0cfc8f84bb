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
public abstract class EventSourcedGrain<TState, TCommand, TEvent>(
    IEventStore store,
    TState empty,
    Func<TState, TCommand, Decision<TEvent>> decide,
    Func<TState, TEvent, TState> evolve) : Grain, IAggregateGrain<TState, TCommand>
    where TState : class
{
    private static readonly TimeSpan WatcherLifetime = TimeSpan.FromMinutes(5);

    private readonly HashSet<Guid> done = [];
    private ObserverManager<IWatcher<TState>> watchers = null!;
    private CommandMeter meter = null!;
    private readonly TState nothing = empty;
    private long version;
    private long news;
    private bool isUnreadable;

    protected TState State { get; private set; } = empty;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        watchers = new(WatcherLifetime, ServiceProvider.GetRequiredService<ILogger<ObserverManager<IWatcher<TState>>>>());
        meter = ServiceProvider.GetRequiredService<CommandMeter>();
        Fold(await Stored());
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
            foreach (var stored in events) Apply(JsonSerializer.Deserialize<TEvent>(stored.Body.Span, StoredJson.Options)!, stored.Command);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException)
        {
            (State, version) = (nothing, 0);
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
        if (done.Contains(id)) return Now();

        var decision = decide(State, command);
        meter.Decided(typeof(TState).Name, decision.Refusal);
        if (decision.Events.Count == 0) return Now() with { Refusal = decision.Refusal };

        await Append(decision.Events, id, at);
        foreach (var happened in decision.Events) Apply(happened, id);
        Tell();
        await AfterTold();
        return Now();
    }

    public Task<Answer<TState>> Look()
    {
        MustBeReadable();
        return Task.FromResult(Now());
    }

    public Task<Answer<TState>> Watch(IWatcher<TState> watcher)
    {
        MustBeReadable();
        watchers.Subscribe(watcher, watcher);
        return Look();
    }

    /// <summary>Removes this aggregate for good, as if it had never been (W9).</summary>
    public async Task Erase()
    {
        await store.Delete([Stream]);
        (State, version, news) = (nothing, 0, 0);
        done.Clear();
        DeactivateOnIdle();
    }

    /// <summary>What else must follow from a change; the change itself is stored and stays, whatever happens here.</summary>
    protected virtual Task AfterTold() => Task.CompletedTask;

    /// <summary>False where nobody but who did it may notice that something happened: pages and streams do not count it.</summary>
    protected virtual bool IsNews(TState before, TEvent happened) => true;

    private Answer<TState> Now() => new(State, news, null, version);

    /// <summary>Its name in the journal.</summary>
    protected virtual string Stream => this.GetGrainId().ToString();

    private async Task Append(IReadOnlyList<TEvent> events, Guid id, DateTimeOffset at)
    {
        try
        {
            var stored = events.Select(happened => new StoredEvent(JsonSerializer.SerializeToUtf8Bytes(happened, StoredJson.Options), id, at));
            await store.Append(Stream, version, [.. stored]);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private void Apply(TEvent happened, Guid id)
    {
        if (IsNews(State, happened)) news++;
        State = evolve(State, happened);
        version++;
        done.Add(id);
    }

    /// <summary>Tells whoever watches the newest state. A state may be skipped, the newest never.</summary>
    protected virtual void Tell() => watchers.Notify(watcher => watcher.Changed(this.GetPrimaryKey(), Now()));
}

/// <summary>An aggregate as endpoints and the live feed see it.</summary>
public interface IAggregateGrain<TState, TCommand> where TState : class
{
    /// <param name="id">Made by the browser: the same id a second time changes nothing.</param>
    Task<Answer<TState>> Ask([Immutable] TCommand command, Guid id, DateTimeOffset at);

    Task<Answer<TState>> Look();

    /// <summary>Tells this watcher every change from now on, until it has not renewed for five minutes.</summary>
    Task<Answer<TState>> Watch(IWatcher<TState> watcher);

    /// <summary>Removes every event of it from the journal.</summary>
    Task Erase();
}

/// <summary>A process that has somebody watching: it is told the new state once, however many people watch there.</summary>
public interface IWatcher<TState> : IGrainObserver where TState : class
{
    [OneWay]
    Task Changed(Guid id, [Immutable] Answer<TState> now);
}

/// <summary>The state after a command, its version, and why the command was refused if it was.</summary>
/// <param name="Version">Counts what is news to others than who did it; pages and streams know no other number.</param>
/// <param name="Stored">Counts every event, so that of two states the newer one is known. It leaves the server nowhere.</param>
[Immutable, GenerateSerializer]
public sealed record Answer<TState>([property: Id(0)] TState State, [property: Id(1)] long Version, [property: Id(2)] Refusal? Refusal, [property: Id(3)] long Stored);
