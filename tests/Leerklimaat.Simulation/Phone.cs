using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Simulation;

/// <summary>
/// A browser with one of our pages, as it behaves: what is done is kept until it is answered and sent in its order with the same id, and the stream is opened again with the version that was seen.
/// </summary>
public sealed class Phone
{
    private static readonly TimeSpan BeforeAskingAgain = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(20), Silence = TimeSpan.FromSeconds(45);

    private readonly World world;
    private readonly Chance luck, onTheWire;
    private readonly Queue<Waiting> waiting = new();
    private TaskCompletionSource? asleep, ended;
    private SimulatedProcess? at;
    private bool isSending, hasHeard;
    private Wire? wire;
    private string? seen;

    public Phone(World world, string name, Audience page)
    {
        (this.world, Name, Page) = (world, name, page);
        (luck, onTheWire) = (world.ChanceOf(name), world.ChanceOf($"{name} wire"));
        Site = new(world.Agenda);
        Site.In(TimeSpan.Zero, () => _ = Follow());
    }

    public string Name { get; }

    public Site Site { get; }

    /// <summary>What the page that is open shows.</summary>
    public Audience Page { get; private set; }

    /// <summary>What stands in each region of the page.</summary>
    public Dictionary<string, string> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>The state as whoever looks at this page can know it.</summary>
    public TState? Known<TState>(Guid id) where TState : class => at?.Newest.Of<TState>(id, out _);

    /// <param name="done">Called when it was answered.</param>
    public void Do<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, Guid id, TCommand command, Action? done = null) where TState : class
    {
        waiting.Enqueue(new(luck.NewId(), (process, commandId) => Served(process, kind, id, command, commandId), done));
        if (!isSending) Site.In(TimeSpan.Zero, () => _ = SendAll());
    }

    /// <summary>Another page: it knows nothing of before but what waits.</summary>
    public void GoTo(Audience page)
    {
        Page = page;
        Shown.Clear();
        seen = null;
        Break();
    }

    public void Sleep()
    {
        asleep ??= new();
        Break();
    }

    public void Wake()
    {
        var woken = asleep;
        asleep = null;
        woken?.TrySetResult();
    }

    private void Break()
    {
        wire?.Break();
        ended?.TrySetResult();
    }

    private async Task Follow()
    {
        while (true)
        {
            if (asleep is { } sleeping) await sleeping.Task;
            if (world.Cluster.Running is { Count: > 0 } running) await Stream(luck.Of(running));
            await Site.Delay(luck.Between(TimeSpan.FromMilliseconds(210), TimeSpan.FromMilliseconds(390)));
        }
    }

    private async Task Stream(SimulatedProcess process)
    {
        var end = ended = new TaskCompletionSource();
        var (open, page) = (new Wire(world, process.Site, Site, onTheWire, Read), Page);
        (at, wire) = (process, open);
        Listener? listener = null;
        void End() => Site.In(Site.Hop(onTheWire), () => end.TrySetResult());
        process.Site.WhenGone(End);
        process.Site.In(Site.Hop(onTheWire), async () =>
        {
            if (open.IsBroken) return;
            listener = new(open, process.Drawing.Seen(seen), own: null, CancellationToken.None, once: world.Misfortune.Strikes(Fault.StreamHeldBack, onTheWire));
            try
            {
                await process.Feed.Listen(page, listener);
            }
            catch (Exception away) when (IsAway(away))
            {
                // The server answers that it cannot, and the page asks again.
            }

            End();
        });

        for (hasHeard = true; hasHeard && !end.Task.IsCompleted;)
        {
            hasHeard = false;
            await Task.WhenAny(end.Task, Site.Delay(Silence));
        }

        open.Break();
        process.Site.TakeBack(End);
        process.Site.In(Site.Hop(onTheWire), () => listener?.End());
    }

    private void Read(byte[] bytes)
    {
        hasHeard = true;
        var text = Encoding.UTF8.GetString(bytes);
        world.Promises.Hears(this, text);
        foreach (var message in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (!message.StartsWith("id: ", StringComparison.Ordinal)) continue;

            seen = message[4..message.IndexOf('\n', StringComparison.Ordinal)];
            foreach (var (target, html) in Regions.In(message)) Shown[target] = html;
        }
    }

    private async Task SendAll()
    {
        if (isSending) return;
        isSending = true;
        while (waiting.TryPeek(out var next))
        {
            if (asleep is null && await IsAnswered(next))
            {
                waiting.Dequeue();
                next.Done?.Invoke();
            }
            else await Site.Delay(BeforeAskingAgain);
        }

        isSending = false;
    }

    /// <returns>False when there was no answer: whether it was done nobody knows.</returns>
    private async Task<bool> IsAnswered(Waiting next)
    {
        if (world.Cluster.Running is not { Count: > 0 } running) return false;
        if (world.Misfortune.Strikes(Fault.RequestDoubled, luck)) _ = Post(next, luck.Of(running), isLost: true);
        return await Post(next, luck.Of(running), world.Misfortune.Strikes(Fault.RequestLost, luck));
    }

    private async Task<bool> Post(Waiting next, SimulatedProcess process, bool isLost)
    {
        // Half of what is lost is lost on the way there.
        if (isLost && luck.Of(.5)) return false;

        try
        {
            var (isStored, refusal) = await Site.Ask(process.Site, () => next.Served(process, next.Id), luck, Patience);
            if (!isLost) world.Promises.Acknowledged(next.Id, isStored, refusal);
            return !isLost;
        }
        catch (Exception away) when (IsAway(away))
        {
            return false;
        }
    }

    private async Task<(bool IsStored, Refusal? Refusal)> Served<TState, TCommand, TEvent>(SimulatedProcess process, Kind<TState, TCommand, TEvent> kind, Guid id, TCommand command, Guid commandId) where TState : class
    {
        var at = process.Clock.GetUtcNow();
        var (answer, isStored) = await world.Cluster.Call(process, kind, id, one => one.Ask(kind.At(command, at), commandId, at));
        process.Watching.Know(Subject.Of<TState>(id), answer);
        return (isStored, answer.Refusal);
    }

    private static bool IsAway(Exception away) => away is StoreUnavailableException or VersionConflictException or AwayException;

    private sealed record Waiting(Guid Id, Func<SimulatedProcess, Guid, Task<(bool IsStored, Refusal? Refusal)>> Served, Action? Done);
}
