using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Live;

/// <summary>A kind of state that can be watched. The room that keeps it says so, and how; to whoever watches, its type is its name.</summary>
/// <param name="namesOthers">A change of it may change what is looked at beside it, as a workshop names its tables.</param>
public abstract class Watched(Type state, bool namesOthers)
{
    public Type State => state;

    public bool NamesOthers => namesOthers;

    /// <summary>Has the grain tell this process of each change from now on, until it has not renewed for some minutes.</summary>
    public abstract Task Watch(Guid id, Watching watching);
}

/// <summary>The states of one type, as everybody may look at them who need not know which grain keeps them.</summary>
public abstract class Watched<TState>(bool namesOthers) : Watched(typeof(TState), namesOthers) where TState : class
{
    public abstract Task<Answer<TState>> Look(Guid id);
}

/// <summary>The same, with the grain.</summary>
public sealed class Watched<TState, TCommand, TGrain>(IGrainFactory grains, ILocalSiloDetails here, Replicas replicas, ILogger<Watched<TState>> logger, bool namesOthers) : Watched<TState>(namesOthers), IWatcher<TState>
    where TState : class
    where TGrain : IGrainWithGuidKey, IAggregateGrain<TState, TCommand>
{
    private IWatcher<TState>? asWatcher;
    private Watching? told;

    public override Task<Answer<TState>> Look(Guid id) => grains.GetGrain<TGrain>(id).Look();

    public override async Task Watch(Guid id, Watching watching)
    {
        told = watching;
        watching.Hear(Subject.Of<TState>(id), await grains.GetGrain<TGrain>(id).Watch(asWatcher ??= grains.CreateObjectReference<IWatcher<TState>>(this), here.SiloAddress));
    }

    async Task IWatcher<TState>.Changed(Guid id, Answer<TState> now)
    {
        if (told is not { } watching) return;

        try
        {
            watching.Hear(Subject.Of<TState>(id), now.Told is { } afar ? await replicas.Understand(grains.GetGrain<TGrain>(id).GetGrainId(), now, afar) : now);
        }
        catch (Exception unknown) when (unknown is StoreUnavailableException or UnreadableStreamException)
        {
            logger.LogWarning(unknown, "What a {Kind} told could not be understood; the next renewal asks again", typeof(TState).Name);
        }
    }

    Task IWatcher<TState>.Moved(Guid id) => told?.Again(Subject.Of<TState>(id)) ?? Task.CompletedTask;
}
