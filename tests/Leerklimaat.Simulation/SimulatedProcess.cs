using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Simulation;

/// <summary>One process of the server: the aggregates that live in it, and the real live feed.</summary>
public sealed class SimulatedProcess
{
    private readonly World world;
    private readonly Dictionary<string, IKept> kept = new(StringComparer.Ordinal);

    public SimulatedProcess(World world, string name)
    {
        this.world = world;
        Name = name;
        Site = new(world.Agenda);
        Clock = new(world.Agenda, Site);
        Store = world.Journal.For(this);
        Settling = new(Clock);
        Newest = new();
        Watching = new(
            [
                new WatchedHere<Table, TableCommand, TableEvent>(Kinds.Table, this), new WatchedHere<Workshop, WorkshopCommand, WorkshopEvent>(Kinds.Workshop, this, namesOthers: true),
                new WatchedHere<Plenary, PlenaryCommand, PlenaryEvent>(Kinds.Plenary, this), new WatchedHere<Question, QuestionCommand, QuestionEvent>(Kinds.Question, this),
                new WatchedHere<Publications, PublicationCommand, PublicationEvent>(world.Publications, this),
            ],
            Newest, NullLogger<Watching>.Instance);
        Drawing = new(world.Services.GetRequiredService<Pens>(), $"-{name}");
        Feed = new(Newest, Watching, Drawing, world.Services.GetRequiredService<StreamMeter>(), Clock, new Complaining(world), room => Site.In(TimeSpan.Zero, room.Execute));
        Feed.Begin();
        ShowLife();
    }

    public string Name { get; }

    public Site Site { get; }

    public SiteClock Clock { get; }

    public IEventStore Store { get; }

    public Settling Settling { get; }

    public Newest Newest { get; }

    public Watching Watching { get; }

    public Drawing Drawing { get; }

    public LiveFeed Feed { get; }

    /// <summary>The aggregate as it lives here, woken when it does not yet.</summary>
    public Kept<TState, TCommand, TEvent> Keep<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, Guid id) where TState : class
    {
        if (!kept.TryGetValue(kind.StreamOf(id), out var one)) kept[kind.StreamOf(id)] = one = new Kept<TState, TCommand, TEvent>(kind, id, this);
        return (Kept<TState, TCommand, TEvent>)one;
    }

    public void Drop(string stream, IKept one)
    {
        if (kept.GetValueOrDefault(stream) == one) kept.Remove(stream);
        world.Cluster.Leave(stream, this);
    }

    /// <summary>Whether it lives here, for all that this process knows.</summary>
    public bool Keeps(string stream) => kept.ContainsKey(stream);

    /// <summary>What lives here of this stream goes, when there is any.</summary>
    public void LetGo(string stream) => kept.GetValueOrDefault(stream)?.Go();

    /// <summary>A message that is not answered: it comes later than another that was sent after it, or not at all.</summary>
    public void Send(string about, SimulatedProcess to, Action arrives)
    {
        var luck = ChanceOf($"{about} to {to.Name}");
        if (to != this && world.Misfortune.Strikes(Fault.MessageLost, luck)) return;
        to.Site.In(to == this ? TimeSpan.Zero : Site.Hop(luck), arrives);
    }

    /// <summary>The luck of what it does now about something.</summary>
    public Chance ChanceOf(string what) => world.ChanceNow($"{Name} {what}");

    private void ShowLife() => Site.In(LiveFeed.BetweenSigns, () =>
    {
        Feed.ShowLife();
        ShowLife();
    });

    /// <summary>What a server would only write down is wrong in a world: nothing there is beyond what the program reckons with.</summary>
    private sealed class Complaining(World world) : ILogger<LiveFeed>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) world.Promises.IsBroken($"{formatter(state, exception)}\n{exception}");
        }
    }

    private sealed class WatchedHere<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, SimulatedProcess here, bool namesOthers = false) : Watched(typeof(TState), namesOthers) where TState : class
    {
        public override async Task Watch(Guid id, Watching watching)
        {
            var subject = Subject.Of<TState>(id);
            watching.Hear(subject, await here.world.Cluster.Call(here, kind, id, one => one.Watch(here, told => watching.Hear(subject, told), () => _ = watching.Again(subject))));
        }
    }
}
