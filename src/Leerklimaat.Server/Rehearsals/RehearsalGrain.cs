using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>The rehearsal of one workshop, by the workshop's id.</summary>
public interface IRehearsalGrain : IGrainWithGuidKey
{
    /// <summary>There may be something to play, or to clear away. Nobody waits for it.</summary>
    [OneWay]
    Task Wake();

    /// <summary>Plays the first cards at once, so that there is something to look at.</summary>
    [ResponseTimeout("00:01:00")]
    Task PlayAhead();

    /// <summary>Whether anybody but stand-ins, and those who play along with them, has sat down, answered or set a dot.</summary>
    Task<bool> HasPeople();

    /// <summary>Ends the rehearsal and clears away all that it left. It comes back when that has been done.</summary>
    [ResponseTimeout("00:01:00")]
    Task<Refusal?> End();
}

/// <summary>
/// Lets the stand-ins of a rehearsal think and act (W11). What they want is decided in the domain; here their time passes and their commands go to
/// the same grains as those of phones. It keeps nothing: after a restart the workshop wakes it and the stand-ins think again. Without a rehearsal
/// there is no such grain.
/// </summary>
public sealed class RehearsalGrain(ScriptShelf scripts, DeckShelf decks, IOptions<ServerSettings> settings, TimeProvider time, ILogger<RehearsalGrain> logger) : Grain, IRehearsalGrain, IGrainMigrationParticipant
{
    private const int MostAtOnce = 50;

    // What people and the facilitator do is noticed within a second; that is quick enough for somebody who thinks.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1), Shortest = TimeSpan.FromMilliseconds(15), AfterTrouble = TimeSpan.FromSeconds(5);

    private readonly Dictionary<TableId, Troupe> troupes = [];
    private readonly Dictionary<string, Mind> minds = [];
    private IGrainTimer? timer;
    private bool played;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => played ? Wake() : Task.CompletedTask;

    public Task Wake()
    {
        if (timer is null) timer = this.RegisterGrainTimer(Pass, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        else timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task PlayAhead()
    {
        var workshop = (await Workshop.Look()).State;
        if (workshop.Rehearsal is not { } rehearsal) return;
        await Task.WhenAll(rehearsal.Tables.Select(table => PlayAhead(workshop, rehearsal, table)));
    }

    public async Task<bool> HasPeople()
    {
        var workshop = (await Workshop.Look()).State;
        return await HasPeople(workshop, await TablesOf(workshop));
    }

    public async Task<Refusal?> End()
    {
        var workshop = (await Workshop.Look()).State;
        if (workshop.Rehearsal is not null)
        {
            var now = time.GetUtcNow();
            var tables = await TablesOf(workshop);
            // What the tables are told while this is asked is not counted yet; nobody tells a table a thousand things meanwhile.
            var events = tables.Sum(table => table.Version + 1_000);
            var answer = await Workshop.Ask(new EndRehearsal([.. tables.Select(_ => new TableId(Guid.NewGuid()))], await HasPeople(workshop, tables), events, now), Guid.NewGuid(), now);
            if (answer.Refusal is not null) return answer.Refusal;
            workshop = answer.State;
        }

        await ClearAway(workshop);
        Rest();
        return null;
    }

    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext leaving) => leaving.TryAddValue(nameof(played), timer is not null);

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext coming) => coming.TryGetValue(nameof(played), out played);

    private IWorkshopGrain Workshop => GrainFactory.GetGrain<IWorkshopGrain>(this.GetPrimaryKey());

    private ITableGrain Table(TableId id) => GrainFactory.GetGrain<ITableGrain>(id.Value);

    private async Task Pass(CancellationToken cancellationToken)
    {
        try
        {
            var workshop = (await Workshop.Look()).State;
            await ClearAway(workshop);
            if (workshop is { Rehearsal: { } rehearsal, ClosedAt: null, BinnedAt: null }) timer?.Change(Soon(await Play(workshop, rehearsal)), Timeout.InfiniteTimeSpan);
            else Rest();
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            logger.LogWarning(trouble, "The stand-ins of a rehearsal could not play on; they try again");
            timer?.Change(AfterTrouble, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task<bool> HasPeople(Workshop workshop, List<(TableId Id, Table State, long Version)> tables)
    {
        if (tables.Any(table => !workshop.IsRehearsed(table.Id) && !table.State.Seats.IsEmpty)) return true;

        // Who follows without a pawn answers and sets dots too.
        var questions = await Task.WhenAll(workshop.PartsEver.Select(part => GrainFactory.GetGrain<IQuestionGrain>(part.Value).Look()));
        var plenary = (await GrainFactory.GetGrain<IPlenaryGrain>(this.GetPrimaryKey()).Look()).State;
        return questions.SelectMany(question => question.State.Writers.Keys.Concat(question.State.Reflections.Keys)).Concat(plenary.DotRounds.SelectMany(round => round.Dots).Select(dot => dot.Owner)).Any(who => !Rehearsed.IsMarked(who));
    }

    private TimeSpan Soon(DateTimeOffset? next)
    {
        var left = next - time.GetUtcNow() ?? BetweenLooks;
        return left < Shortest ? Shortest : left > BetweenLooks ? BetweenLooks : left;
    }

    private void Rest()
    {
        timer?.Dispose();
        timer = null;
        troupes.Clear();
        minds.Clear();
        DeactivateOnIdle();
    }

    private Domain.Rehearsals.Playing PlayingOf(Workshop workshop)
    {
        // Nobody came to it through a door of this process.
        decks.Lay(workshop);
        return new(decks.Find(workshop.Played, workshop.Language), scripts.Find(workshop.Language));
    }

    private async Task<DateTimeOffset?> Play(Workshop workshop, Rehearsal rehearsal)
    {
        var now = time.GetUtcNow();
        var speed = Rehearsal.SpeedOf(rehearsal.Tempo) * settings.Value.RehearsalSpeed;
        var playing = PlayingOf(workshop);
        var next = await Task.WhenAll(rehearsal.Tables.Select(table => Play(table, rehearsal, playing, now, speed)));
        return Earliest([.. next, await Answer(workshop, rehearsal, playing.Script, now, speed)]);
    }

    private async Task<DateTimeOffset?> Play(TableId id, Rehearsal rehearsal, Domain.Rehearsals.Playing playing, DateTimeOffset now, double speed)
    {
        if (!troupes.TryGetValue(id, out var troupe)) troupes[id] = troupe = new(playing, rehearsal, id);

        var table = (await Table(id).Look()).State;
        var next = troupe.Look(table, now, speed);
        for (var done = 0; done < MostAtOnce && next <= now; done++)
        {
            if (troupe.Due(table, now).FirstOrDefault() is not { } command) break;
            table = (await Table(id).Ask(command, Guid.CreateVersion7(now), now)).State;
            next = troupe.Look(table, now, speed);
        }

        return next;
    }

    private async Task PlayAhead(Workshop workshop, Rehearsal rehearsal, TableId id)
    {
        var now = time.GetUtcNow();
        var table = (await Table(id).Look()).State;
        var commands = PlayingAhead.Scene(PlayingOf(workshop), rehearsal, id, table, now);
        // As if it had gone on until now, and not as if it began now.
        var shift = commands.IsEmpty ? TimeSpan.Zero : commands[^1].At - now;
        foreach (var command in commands.Select(command => command with { At = command.At - shift })) await Table(id).Ask(command, Guid.CreateVersion7(command.At), command.At);
    }

    /// <summary>The question that everybody is at, learning questions that come back at the closing, and dots.</summary>
    private async Task<DateTimeOffset?> Answer(Workshop workshop, Rehearsal rehearsal, Script script, DateTimeOffset now, double speed)
    {
        var kind = QuestionViews.KindOf(workshop.CurrentPart);
        var plenary = GrainFactory.GetGrain<IPlenaryGrain>(this.GetPrimaryKey());
        var dots = (await plenary.Look()).State;
        if (kind is null && dots.Dots is not { IsOpen: true }) return null;

        var tables = await TablesOf(workshop);
        var people = (from table in tables where workshop.IsRehearsed(table.Id) from seat in table.State.Seats where seat.IsStandIn select new StandInAnswers(script, table.Id, StandIn.At(table.Id, seat.Number, rehearsal))).ToList();
        var next = new List<DateTimeOffset?>();
        if (kind is { } asked && workshop.CurrentPart is { } part)
        {
            foreach (var returning in QuestionViews.ReturningAt(workshop, part)) next.Add(await Answer(returning, AnswerKind.LearningQuestion, people, (one, question) => one.Judging(question, returning.Id, now), now, speed));
            next.Add(await Answer(part, asked, people, (one, question) => one.WishOf(question, part.Id, now), now, speed));
        }

        if (dots.Dots is { IsOpen: true })
        {
            var harvest = Harvest.Of(tables.Select(table => KeyValuePair.Create(table.Id, table.State)));
            foreach (var one in people)
            {
                next.Add(await Do(one.DotOwner, one.Dotting(dots, PlenaryLists.Of(dots, harvest), now), now, speed, async command => dots = (await plenary.Ask(command, Guid.CreateVersion7(now), now)).State));
            }
        }

        return Earliest(next);
    }

    private async Task<DateTimeOffset?> Answer(Part part, AnswerKind kind, List<StandInAnswers> people, Func<StandInAnswers, Question, Wish<QuestionCommand>?> wish, DateTimeOffset now, double speed)
    {
        var grain = GrainFactory.GetGrain<IQuestionGrain>(part.Id.Value);
        var question = (await grain.Look()).State;
        if (!question.IsOpen && people.Count > 0) question = (await grain.Ask(QuestionViews.Opening(new(this.GetPrimaryKey()), part, kind, now), Guid.CreateVersion7(now), now)).State;

        var next = new List<DateTimeOffset?>();
        foreach (var one in people) next.Add(await Do(one.WriterOf(part.Id), wish(one, question), now, speed, async command => question = (await grain.Ask(command, Guid.CreateVersion7(now), now)).State));
        return Earliest(next);
    }

    private async Task<DateTimeOffset?> Do<TCommand>(string who, Wish<TCommand>? wish, DateTimeOffset now, double speed, Func<TCommand, Task> ask)
    {
        var mind = minds[who] = minds.GetValueOrDefault(who, Mind.Empty).After(wish, now, speed);
        if (wish is null || !mind.IsDue(now)) return wish is null ? null : mind.Until;

        minds.Remove(who);
        await ask(wish.Command);
        return now;
    }

    /// <summary>Each step may be done twice: after a process stopped in the middle it begins again from the front.</summary>
    private async Task ClearAway(Workshop workshop)
    {
        if (workshop.ToErase is not { } cleared) return;

        var now = time.GetUtcNow();
        foreach (var table in cleared.Tables) await Table(table).Erase();
        foreach (var part in workshop.PartsEver) await GrainFactory.GetGrain<IQuestionGrain>(part.Value).Ask(new ForgetRehearsal(now), Guid.CreateVersion7(now), now);
        await GrainFactory.GetGrain<IPlenaryGrain>(this.GetPrimaryKey()).Ask(new ClearRehearsal(cleared.IsAnew, now), Guid.CreateVersion7(now), now);
        await Workshop.Ask(new EraseRehearsal(now), Guid.CreateVersion7(now), now);
    }

    private async Task<List<(TableId Id, Table State, long Version)>> TablesOf(Workshop workshop)
    {
        var answers = await Task.WhenAll(workshop.Tables.Select(table => Table(table.Id).Look()));
        return [.. workshop.Tables.Zip(answers, (table, answer) => (table.Id, answer.State, answer.Version))];
    }

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset?> times) => times.Min();
}
