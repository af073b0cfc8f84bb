using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Playing;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Simulation;

/// <summary>
/// A workshop with phones, processes and a journal, in which everything that can go wrong does, on a clock of its own. The same seed gives the same world.
/// </summary>
public sealed class World
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

    private void Sit(Guid table, string name, string language)
    {
        var phone = Add(name, PageAt);
        var (device, whims, answers, own) = (new DeviceId(ChanceOf($"{name} device").NewId()), new PlayerWhims(ChanceOf($"{name} whims"), Deck, $"{Promises.Secret}-{name}"), AnswersOf(name), ChanceOf($"{name} pace"));
        Acts(own, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(27), () =>
        {
            if (QuestionViews.KindOf(now) is not null) phone.Do(Kinds.Question, now.Id.Value, answers.Next(now));
            else if (now.Kind == PartKind.Plenary && own.Of(.5) && phone.Known<Plenary>(Workshop)?.Dots is { IsOpen: true } dots) phone.Do(Kinds.Plenary, Workshop, answers.Dot(dots, own.Of(Entries)));
            else phone.Do(Kinds.Table, table, whims.Next(phone.Known<Table>(table) ?? Table.Empty, device));
        });

        Audience PageAt(Part part) => QuestionViews.KindOf(part) is not null ? new Answerers(new(Workshop), part.Id, language) : Honest(new TablePlayers(new(table), language, tableViews, partViews));

        Audience Honest(Audience page) => Broken == Broken.ShowsWhatLiesFaceDown ? new Peeking(page, table) : page;
    }

    private void Follow(string name)
    {
        var phone = Add(name, part => QuestionViews.KindOf(part) is not null ? new QuestionFollowers(new(Workshop), part.Id, "nl") : new Followers(new(Workshop), "nl", screenViews));
        var answers = AnswersOf(name);
        Acts(ChanceOf($"{name} pace"), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), () =>
        {
            if (QuestionViews.KindOf(now) is not null) phone.Do(Kinds.Question, now.Id.Value, answers.Next(now));
        });
    }

    private AnswererWhims AnswersOf(string name) => new(ChanceOf($"{name} answers"), $"{Promises.Secret}-{name}", Broken == Broken.TellsWhatIsPrivate);

    private Phone Add(string name, Func<Part, Audience> pageAt, bool sleeps = true)
    {
        var (phone, own) = (new Phone(this, name, PageOf(pageAt(now))), ChanceOf($"{name} rest"));
        phones.Add(phone);
        if (sleeps) Often(Fault.PhoneSleeps, own, () =>
        {
            if (Misfortune.Strikes(Fault.PageReloaded, own)) phone.GoTo(phone.Page);
            phone.Sleep();
            phone.Site.In(own.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)), phone.Wake);
            return true;
        });
        moving.Add(part => phone.Site.In(own.Between(TimeSpan.Zero, TimeSpan.FromSeconds(4)), () => phone.GoTo(PageOf(pageAt(part)))));
        return phone;
    }

    private void Lead(TimeSpan time)
    {
        leader = Add("leader", part => QuestionViews.KindOf(part) is not null ? new QuestionOnDesk(new(Workshop), part.Id, "nl") : new LeadingPlenary(new(Workshop), "nl", plenaryViews, HasSteps: false, clock));
        var (whims, own, at) = (new LeaderWhims(ChanceOf("leader whims")), ChanceOf("leader pace"), TimeSpan.Zero);
        foreach (var (part, share) in programme)
        {
            Agenda.In(at, () => GoTo(part));
            at += time * share;
        }

        Acts(own, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), () =>
        {
            if (QuestionViews.KindOf(now) is not null) leader.Do(Kinds.Question, now.Id.Value, whims.AtQuestion(leader.Known<Question>(now.Id.Value)));
            else if (own.Of(.2)) Publish();
            else if (now.Kind == PartKind.Plenary && Entries is { Count: > 0 } entries) leader.Do(Kinds.Plenary, Workshop, whims.AtPlenary(leader.Known<Plenary>(Workshop), entries));
        });
    }

    private void GoTo(Part part)
    {
        if (QuestionViews.KindOf(part) is { } kind) leader!.Do(Kinds.Question, part.Id.Value, QuestionViews.Opening(new(Workshop), part, kind, default));
        leader!.Do(Kinds.Workshop, Workshop, new GoToPart(part.Id, default), () =>
        {
            now = part;
            foreach (var go in moving) go(part);
        });
    }

    // What who leads sees is what is published: tables that are not known yet are not in it.
    private void Publish()
    {
        if (leader!.Known<Workshop>(Workshop) is not { } workshop) return;

        var tables = Tables.Select(table => (Id: new TableId(table), State: leader.Known<Table>(table))).Where(table => table.State is not null).ToDictionary(table => table.Id, table => table.State!);
        leader.Do(
            Publications, Workshop,
            new ShowGroups(PlayedCards.Told(workshop, tables), Disclosure.Minimum, workshop.Board, clock.GetUtcNow()) { Stories = PlayedCards.Stories(workshop, tables), Rounds = PlayedCards.Rounds(workshop, tables) },
            Promises.NobodyIsFoundInAReport);
    }

    private IReadOnlyList<EntryId> Entries => Gathering.From(Truth(), new(Workshop)) is { } gathered ? [.. gathered.Entries.Select(entry => entry.Id)] : [];

    private Audience PageOf(Audience whole) => IsDrawn ? whole : new Bare(whole);

    private Audience WallAt(Part part) => QuestionViews.KindOf(part) is not null
        ? new QuestionOnScreen(new(Workshop), part.Id, "nl") : new Wall(new(Workshop), "nl", screenViews, HasSteps: false, IsForeseen: false, clock);

    private Part PartOf(PartKind kind, QuestionKind? question = null) =>
        new(new(luck.NewId()), kind, question, "Wat valt op?", 10, "", "", 0, question?.IsChoosing() == true ? "een\ntwee\ndrie\nvier" : "");

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

    private void Acts(Chance own, TimeSpan shortest, TimeSpan longest, Action what) => Agenda.In(own.Between(shortest, longest) * (IsDrawn ? 1 : Slower), () =>
    {
        if (!Misfortune.Rests) what();
        Acts(own, shortest, longest, what);
    });

    /// <param name="what">Says whether it could be done.</param>
    private void Often(Fault fault, Chance own, Func<bool> what) => Agenda.In(Misfortune.Until(fault, own), () =>
    {
        if (!Misfortune.Rests && what()) Misfortune.Count(fault);
        Often(fault, own, what);
    });
}
