using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Simulation;

/// <summary>
/// A workshop with phones, processes and a journal, in which everything that can go wrong does, on a clock of its own. The same seed gives the same world.
/// </summary>
public sealed partial class World
{
    private const int Processes = 3, AtHome = 2, Slower = 4;

    private static readonly TimeSpan BetweenRests = TimeSpan.FromMinutes(7), Rest = TimeSpan.FromMinutes(3), BetweenDeathAndBirth = TimeSpan.FromSeconds(20);

    private static readonly ImmutableArray<CardId> Deck = [.. from factor in new[] { "veiligheid", "openheid", "fouten", "tijd" } from number in Enumerable.Range(1, 4) select new CardId($"{factor}-{number}")];

    private readonly List<Phone> phones = [];
    private readonly List<Action<Part>> moving = [];
    private readonly Dictionary<string, object> foldedBefore = new(StringComparer.Ordinal);
    private readonly Chance luck;
    private readonly ImmutableArray<(Part Part, double Share)> programme;
    private readonly TableViews tableViews;
    private readonly ScreenViews screenViews;
    private readonly PlenaryViews plenaryViews;
    private readonly PartViews partViews;
    private readonly SiteClock clock;
    private readonly Site outside;
    private Part now;
    private Phone? leader;
    private int started;

    /// <param name="isDrawn">Whether pages are drawn as they are; there people do four times as much in the same time.</param>
    public World(int seed, IServiceProvider services, bool isDrawn, Broken broken = Broken.Nothing)
    {
        (Seed, Services, Broken, Agenda, Misfortune) = (seed, services, broken, new(), Misfortune.Many);
        IsDrawn = isDrawn;
        (luck, outside) = (ChanceOf("world"), new(Agenda));
        clock = new(Agenda, outside);
        (Journal, Cluster, Promises) = (new(this), new(this), new(this));
        tableViews = ActivatorUtilities.CreateInstance<TableViews>(services, clock);
        plenaryViews = ActivatorUtilities.CreateInstance<PlenaryViews>(services, tableViews);
        screenViews = ActivatorUtilities.CreateInstance<ScreenViews>(services, plenaryViews, clock);
        partViews = services.GetRequiredService<PartViews>();
        Workshop = luck.NewId();
        Tables = [.. Enumerable.Range(0, 2 + luck.Below(3)).Select(_ => luck.NewId())];
        programme =
        [
            (PartOf(PartKind.Question, QuestionKind.LearningQuestion), .08), (PartOf(PartKind.Game), .5), (PartOf(PartKind.Question, QuestionKind.WordCloud), .06), (PartOf(PartKind.Plenary), .18),
            (PartOf(PartKind.Question, QuestionKind.OneChoice), .05), (PartOf(PartKind.Question, QuestionKind.RoomQuestions), .05), (PartOf(PartKind.Closing), .08),
        ];
        now = programme[0].Part;
    }

    public int Seed { get; }

    /// <summary>What shows it again.</summary>
    public string Replay => $"bin/simulate --seed {Seed} --worlds 1 --drawn {(IsDrawn ? "yes" : "no")}{(Broken == Broken.Nothing ? "" : $" --broken {Broken}")}";

    /// <summary>Whether pages are drawn as they are, and not <see cref="Bare"/>.</summary>
    public bool IsDrawn { get; }

    public IServiceProvider Services { get; }

    public Broken Broken { get; }

    public Agenda Agenda { get; }

    public Misfortune Misfortune { get; }

    public Journal Journal { get; }

    public Cluster Cluster { get; }

    public Promises Promises { get; }

    public Guid Workshop { get; }

    public ImmutableArray<Guid> Tables { get; }

    /// <summary>How what is published is chosen.</summary>
    public Kind<Publications, PublicationCommand, PublicationEvent> Publications => Broken == Broken.PublishesEachTable ? Indiscreet.Kind : Kinds.Publications;

    public IReadOnlyList<Phone> Phones => phones;

    public Chance ChanceOf(string whose) => new(Seed, whose);

    /// <summary>The luck of what happens now to somebody.</summary>
    public Chance ChanceNow(string whose) => new(Seed, whose, Agenda.Now);

    /// <summary>Lets people hold their workshop in so much time while everything goes wrong. Now and then they rest and nothing goes wrong: then all that was promised must be true.</summary>
    /// <exception cref="BrokenPromiseException">Something is not.</exception>
    public void Live(TimeSpan time)
    {
        outside.In(TimeSpan.Zero, () => _ = Begin(time));
        for (var left = time; left > TimeSpan.Zero; left -= BetweenRests + Rest)
        {
            Agenda.Run(BetweenRests / 2);
            Promises.NothingShowsWhatLiesFaceDown();
            Agenda.Run(BetweenRests / 2);
            Misfortune.Rests = true;
            foreach (var phone in phones) phone.Site.In(TimeSpan.Zero, phone.Wake);
            Agenda.Run(Rest);
            Promises.NothingIsLostOrDoneTwice();
            Promises.AllSeeTheSame();
            Promises.NothingShowsWhatLiesFaceDown();
            Misfortune.Rests = false;
        }

        Promises.NobodyIsFoundInAReport();
    }

    /// <summary>What is in the journal, as a process that starts now would know it.</summary>
    public Newest Truth()
    {
        var newest = new Newest();
        Know(Kinds.Workshop, Workshop);
        Know(Kinds.Plenary, Workshop);
        Know(Publications, Workshop);
        foreach (var table in Tables) Know(Kinds.Table, table);
        foreach (var (part, _) in programme) Know(Kinds.Question, part.Id.Value);
        return newest;

        void Know<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, Guid id) where TState : class
        {
            var stream = kind.StreamOf(id);
            var folded = foldedBefore.TryGetValue(stream, out var before) ? (Folded<TState>)before : kind.Folding.Nothing;
            if (Journal.Streams.TryGetValue(stream, out var events)) folded = events.Skip((int)folded.Stored).Aggregate(folded, (state, stored) => kind.Folding.Add(state, stored.Body.Span));
            foldedBefore[stream] = folded;
            newest.Keep(Subject.Of<TState>(id), folded.Stored, folded.Version, folded.State);
        }
    }

    private async Task Begin(TimeSpan time)
    {
        for (var number = 0; number < Processes; number++) Start();
        await Insist(Kinds.Workshop, Workshop, new StartWorkshop(
            "Samen leren", JoinCode.From([1, 2, 3, 4, 5, 6]), "leerklimaat", "nl", Board.Default, Template.Of(90)!, [.. Tables.Select(table => new TableId(table))], "key", "recovery", false, SiteClock.Began,
            [.. programme.Select(part => part.Part)]));
        await Insist(Kinds.Workshop, Workshop, new BeginProgramme(SiteClock.Began));
        await Insist(Kinds.Workshop, Workshop, new StartGame(SiteClock.Began));
        foreach (var (table, number) in Tables.Select((table, number) => (table, number + 1)))
        {
            var seats = 2 + luck.Below(6);
            await Insist(Kinds.Table, table, new LayTable(new(Workshop, number, "leerklimaat", Board.Default, 8), SiteClock.Began));
            await Insist(Kinds.Table, table, new OpenGame(SiteClock.Began));
            for (var seat = 1; seat <= seats; seat++) Sit(table, $"phone {number}.{seat}", seat % 3 == 0 ? "en" : "nl");
        }

        for (var number = 1; number <= AtHome; number++) Follow($"at home {number}");
        _ = Add("wall", WallAt, sleeps: false);
        Lead(time);
        Often(Fault.ProcessKilled, luck, Kill);
        Often(Fault.ProcessFrozen, luck, Freeze);
        Often(Fault.ClockSet, luck, SetAClock);
    }

    private async Task Insist<TState, TCommand, TEvent>(Kind<TState, TCommand, TEvent> kind, Guid id, TCommand command) where TState : class
    {
        var commandId = luck.NewId();
        while (true)
        {
            try
            {
                var process = luck.Of(Cluster.Running);
                var (answer, _) = await outside.Ask(process.Site, () => Cluster.Call(process, kind, id, one => one.Ask(command, commandId, SiteClock.Began)), luck, TimeSpan.FromSeconds(20));
                if (answer.Refusal is { } refusal) throw new InvalidOperationException($"{command} was refused: {refusal.Reason}");
                return;
            }
            catch (Exception away) when (away is StoreUnavailableException or VersionConflictException or AwayException)
            {
                await outside.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private void Start() => Cluster.Add(new(this, $"p{++started}"));

    private bool Kill()
    {
        if (Cluster.Running is not { Count: > 1 } running) return false;
        Cluster.Kill(luck.Of(running));
        Agenda.In(luck.Between(BetweenDeathAndBirth / 10, BetweenDeathAndBirth), Start);
        return true;
    }

    private bool Freeze()
    {
        if (Cluster.Running.Where(process => !process.Site.IsFrozen).ToList() is not { Count: > 1 } running) return false;
        var process = luck.Of(running);
        process.Site.WhenGone(() => Agenda.In(luck.Between(BetweenDeathAndBirth / 10, BetweenDeathAndBirth), Start));
        Cluster.Freeze(process, luck.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
        return true;
    }

    private bool SetAClock()
    {
        luck.Of(Cluster.Running).Clock.Wrong = luck.Between(TimeSpan.FromMinutes(-2), TimeSpan.FromMinutes(2));
        return true;
    }

    /// <param name="what">Says whether it could be done.</param>
    private void Often(Fault fault, Chance own, Func<bool> what) => Agenda.In(Misfortune.Until(fault, own), () =>
    {
        if (!Misfortune.Rests && what()) Misfortune.Count(fault);
        Often(fault, own, what);
    });
}
