using System.Collections.Concurrent;

namespace Leerklimaat.Server.Live;

/// <summary>
/// The only way to open browsers: it brings each page into the room of its audience and passes news of a table or a workshop on to the rooms
/// that look at it.
/// </summary>
/// <remarks>
/// The feed knows states, not events: the newest state is always enough, so a message that is late or lost does no harm, and a browser that
/// comes back gets what is true now. Whoever opens a stream has been let in by the endpoint; whether they may still look is
/// asked again with each change.
/// </remarks>
/// <param name="queue">Where rooms are drawn: on the threads of the pool, unless somebody says otherwise.</param>
public sealed class LiveFeed(Newest newest, Watching watching, Drawing drawing, StreamMeter meter, TimeProvider time, ILogger<LiveFeed> logger, Action<IThreadPoolWorkItem>? queue = null) : BackgroundService
{
    /// <summary>How often all streams are shown that the server lives.</summary>
    public static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(20);

    // Later than the first frame, which can be long enough to push a part of itself through what holds back the rest.
    private static readonly TimeSpan UntilThrough = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Audience, Room> rooms = new();
    private readonly ConcurrentDictionary<Subject, ConcurrentDictionary<Room, byte>> lookers = new();

    /// <summary>How many pages have an open stream in this process.</summary>
    public int Listeners => rooms.Values.Sum(room => room.Count);

    public async Task Listen(Audience audience, Listener listener)
    {
        await using var through = time.CreateTimer(_ => listener.ShowThrough(), null, UntilThrough, Timeout.InfiniteTimeSpan);
        var room = await Enter(audience, listener);
        if (room.Newest() is { } frame) listener.Offer(frame);

        await listener.Ended;
        room.Leave(listener);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Begin();
        meter.Count(() => rooms.Values.GroupBy(room => room.Audience.GetType().Name, (audience, alike) => (audience, alike.Sum(room => room.Count))));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Before the grains go, which tell whoever watches them to look for them elsewhere.
        watching.Stop();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSigns, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) ShowLife();
    }

    /// <summary>From now on it hears what it watches.</summary>
    public void Begin() => watching.Start(Hear);

    /// <summary>Shows all streams that the server lives, leaves what nobody looks at, and finds again what went elsewhere.</summary>
    public void ShowLife()
    {
        var sign = Listener.SignOfLife(time.GetUtcNow());
        foreach (var room in rooms.Values) room.ShowLife(sign);
        Sweep();
        // Not waited for: what lived in a process that is gone takes a while to be found, and all other pages want to know that we live.
        _ = watching.Renew();
    }

    private async Task<Room> Enter(Audience audience, Listener listener)
    {
        while (true)
        {
            var room = rooms.GetOrAdd(audience, one => new Room(one, newest, drawing, time, queue ?? OnThePool, logger));
            await Look(room);
            if (room.Enter(listener)) return room;
            // It was closed while what it looks at was sought, and has looked at it since.
            LookAway(room);
        }
    }

    /// <summary>
    /// Watches all that the room looks at. What it looks at can follow from what it sees: a workshop names its tables. What could not be found for who came before is asked
    /// for again.
    /// </summary>
    private async Task Look(Room room)
    {
        while (room.Audience.Subjects(newest).Where(subject => LookersOf(subject).TryAdd(room, 0) || !newest.Knows(subject)).ToList() is { Count: > 0 } added)
        {
            await Task.WhenAll(added.Select(watching.Watch));
        }
    }

    private void Hear(Subject subject)
    {
        var namesOthers = watching.NamesOthers(subject);
        foreach (var (room, _) in LookersOf(subject))
        {
            room.News();
            if (namesOthers) _ = Look(room);
        }
    }

    /// <summary>Closes rooms that everybody left and stops watching what nobody looks at.</summary>
    private void Sweep()
    {
        foreach (var (audience, room) in rooms)
        {
            if (!room.TryClose()) continue;
            rooms.TryRemove(new(audience, room));
            LookAway(room);
        }

        foreach (var (subject, looking) in lookers)
        {
            if (looking.IsEmpty && lookers.TryRemove(new(subject, looking))) watching.Unwatch(subject);
        }
    }

    private void LookAway(Room room)
    {
        foreach (var looking in lookers.Values) looking.TryRemove(room, out _);
    }

    private static void OnThePool(IThreadPoolWorkItem room) => ThreadPool.UnsafeQueueUserWorkItem(room, preferLocal: false);

    private ConcurrentDictionary<Room, byte> LookersOf(Subject subject) => lookers.GetOrAdd(subject, _ => new());
}
