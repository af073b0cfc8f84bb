using System.Collections.Concurrent;
using System.Collections.Frozen;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Live;

/// <summary>
/// Watches each state that some page looks at once for this whole process, however many pages look at it. A grain forgets a watcher that does not renew;
/// renewing also finds the grain again after it has moved to another process.
/// </summary>
public sealed class Watching(IEnumerable<Watched> kinds, Newest newest, ILogger<Watching> logger)
{
    // Where one process is lost, all that it kept is looked for at once, and none of it waits for the others.
    private const int AtOnce = 64;

    private readonly FrozenDictionary<Type, Watched> kinds = kinds.ToFrozenDictionary(kind => kind.State);
    private readonly ConcurrentDictionary<Subject, byte> watched = new();
    private Action<Subject> hear = _ => { };

    /// <param name="heard">Called for every change of something that is watched.</param>
    public void Start(Action<Subject> heard) => hear = heard;

    public async Task Watch(Subject subject)
    {
        watched.TryAdd(subject, 0);
        await kinds[subject.State].Watch(subject.Id, this);
    }

    /// <summary>From now on nothing is heard, nor looked for again where it goes.</summary>
    public void Stop()
    {
        hear = _ => { };
        watched.Clear();
    }

    /// <summary>The grain itself forgets this process when it does not renew.</summary>
    public void Unwatch(Subject subject)
    {
        watched.TryRemove(subject, out _);
        newest.Forget(subject);
    }

    /// <summary>
    /// What was asked and answered here is known here at once: the news of it comes a moment later, and who opens a page in between would be shown what was before,
    /// of their own part for good, since a pawn that moved is news to nobody else.
    /// </summary>
    public void Know<TState>(Subject subject, Answer<TState> now) where TState : class
    {
        if (newest.Renew(subject, now.Stored, now.Version, now.State)) hear(subject);
    }

    public Task Renew()
    {
        var left = new ConcurrentQueue<Subject>(watched.Keys);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, left.Count)).Select(async _ =>
        {
            while (left.TryDequeue(out var subject)) await Again(subject);
        }));
    }

    /// <summary>Where it lives it has forgotten this process, or it lives elsewhere now.</summary>
    public async Task Again(Subject subject)
    {
        if (!watched.ContainsKey(subject)) return;

        try
        {
            await kinds[subject.State].Watch(subject.Id, this);
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException)
        {
            logger.LogWarning(unreachable, "A {Kind} could not be watched; the next renewal tries again", subject.State.Name);
        }
    }

    /// <summary>What a grain said of a state that is watched.</summary>
    public void Hear<TState>(Subject subject, Answer<TState> now) where TState : class
    {
        if (newest.Keep(subject, now.Stored, now.Version, now.State)) hear(subject);
    }

    /// <summary>Whether a change of this may change what is looked at beside it.</summary>
    public bool NamesOthers(Subject subject) => kinds[subject.State].NamesOthers;
}
