using Leerklimaat.Server.Events;

namespace Leerklimaat.Simulation;

/// <summary>What lives in a process and may go from there.</summary>
public interface IKept
{
    /// <summary>It is no more here: whoever watched looks for it again.</summary>
    void Go();
}

/// <summary>An aggregate that lives in a process: as a grain it does one thing at a time, tells whoever watches, and is dropped when it could not store.</summary>
public sealed class Kept<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, Guid id, SimulatedProcess process) : IKept where TState : class
{
    private readonly Aggregate<TState, TCommand, TEvent> aggregate = new(process.Store, kind.StreamOf(id), kind.Decide, kind.Folding);
    private readonly Dictionary<SimulatedProcess, (Action<Answer<TState>> Changed, Action Moved)> watchers = [];
    private Task turn = Task.CompletedTask;
    private bool isRead, isResting, hasNews;

    private string Stream => kind.StreamOf(id);

    /// <returns>The answer, and whether the command stands in the journal now.</returns>
    public Task<(Answer<TState> Answer, bool IsStored)> Ask(TCommand command, Guid commandId, DateTimeOffset at) => InTurn(async () =>
    {
        if (aggregate.HasDone(commandId)) return (aggregate.Now(-1), true);

        var (refusal, happened) = await aggregate.Ask(command, commandId, at);
        if (happened) Tell();
        return (aggregate.Now(-1) with { Refusal = refusal }, happened);
    });

    public Task<Answer<TState>> Look() => InTurn(() => Task.FromResult(aggregate.Now(-1)));

    public Task<Answer<TState>> Watch(SimulatedProcess watching, Action<Answer<TState>> changed, Action moved) => InTurn(async () =>
    {
        watchers[watching] = (changed, moved);
        if (process.Settling.MayBeTwo && await aggregate.CaughtUp()) Tell();
        return aggregate.Now(-1);
    });

    public void Go()
    {
        process.Drop(Stream, this);
        foreach (var (watching, watcher) in watchers) process.Send(Stream, watching, watcher.Moved);
    }

    private void Tell()
    {
        hasNews = isResting;
        if (isResting) return;

        var answer = aggregate.ToTell();
        foreach (var (watching, watcher) in watchers) process.Send(Stream, watching, () => watcher.Changed(answer));
        if (kind.BetweenTells == TimeSpan.Zero) return;

        isResting = true;
        process.Site.In(kind.BetweenTells, () =>
        {
            isResting = false;
            if (hasNews) Tell();
        });
    }

    private async Task<T> InTurn<T>(Func<Task<T>> what)
    {
        var (before, over) = (turn, new TaskCompletionSource());
        turn = over.Task;
        await before;
        try
        {
            if (!isRead) await aggregate.Read();
            isRead = true;
            return await what();
        }
        catch
        {
            // What is here may no longer be true: whoever asks next has it read anew.
            Go();
            throw;
        }
        finally
        {
            over.SetResult();
        }
    }
}
