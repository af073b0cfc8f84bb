using System.Collections.Concurrent;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Live;

/// <summary>
/// Watches each table, workshop, question and plenary, and what was shown of people, once for this whole process, however many pages look at it. A grain forgets a watcher that does not renew;
/// renewing also finds the grain again after it has moved to another process.
/// </summary>
public sealed class Watching(IGrainFactory grains, Newest newest, ILogger<Watching> logger) : IWatcher<Table>, IWatcher<Workshop>, IWatcher<Question>, IWatcher<Plenary>, IWatcher<Publications>
{
    private readonly ConcurrentDictionary<Subject, byte> watched = new();
    private Action<Subject> hear = _ => { };
    private IWatcher<Table>? asTableWatcher;
    private IWatcher<Workshop>? asWorkshopWatcher;
    private IWatcher<Question>? asQuestionWatcher;
    private IWatcher<Plenary>? asPlenaryWatcher;
    private IWatcher<Publications>? asPublicationsWatcher;

    /// <param name="heard">Called for every change of something that is watched.</param>
    public void Start(Action<Subject> heard) => hear = heard;

    public async Task Watch(Subject subject)
    {
        watched.TryAdd(subject, 0);
        await Ask(subject);
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

    public async Task Renew()
    {
        foreach (var (subject, _) in watched)
        {
            try
            {
                await Ask(subject);
            }
            catch (Exception unreachable) when (unreachable is not OperationCanceledException)
            {
                logger.LogWarning(unreachable, "A {Kind} could not be watched; the next renewal tries again", subject.Kind);
            }
        }
    }

    Task IWatcher<Table>.Changed(Guid id, Answer<Table> now) => Hear(new(SubjectKind.Table, id), now);

    Task IWatcher<Workshop>.Changed(Guid id, Answer<Workshop> now) => Hear(new(SubjectKind.Workshop, id), now);

    Task IWatcher<Question>.Changed(Guid id, Answer<Question> now) => Hear(new(SubjectKind.Question, id), now);

    Task IWatcher<Plenary>.Changed(Guid id, Answer<Plenary> now) => Hear(new(SubjectKind.Plenary, id), now);

    Task IWatcher<Publications>.Changed(Guid id, Answer<Publications> now) => Hear(new(SubjectKind.Publications, id), now);

    private Task Ask(Subject subject) => subject.Kind switch
    {
        SubjectKind.Table => Ask(subject, grains.GetGrain<ITableGrain>(subject.Id), asTableWatcher ??= grains.CreateObjectReference<IWatcher<Table>>(this)),
        SubjectKind.Question => Ask(subject, grains.GetGrain<IQuestionGrain>(subject.Id), asQuestionWatcher ??= grains.CreateObjectReference<IWatcher<Question>>(this)),
        SubjectKind.Workshop => Ask(subject, grains.GetGrain<IWorkshopGrain>(subject.Id), asWorkshopWatcher ??= grains.CreateObjectReference<IWatcher<Workshop>>(this)),
        SubjectKind.Plenary => Ask(subject, grains.GetGrain<IPlenaryGrain>(subject.Id), asPlenaryWatcher ??= grains.CreateObjectReference<IWatcher<Plenary>>(this)),
        SubjectKind.Publications => Ask(subject, grains.GetGrain<IPublicationsGrain>(subject.Id), asPublicationsWatcher ??= grains.CreateObjectReference<IWatcher<Publications>>(this)),
        _ => throw new NotSupportedException($"{subject.Kind}"),
    };

    private async Task Ask<TState, TCommand>(Subject subject, IAggregateGrain<TState, TCommand> grain, IWatcher<TState> watcher) where TState : class
    {
        await Hear(subject, await grain.Watch(watcher));
    }

    private Task Hear<TState>(Subject subject, Answer<TState> now) where TState : class
    {
        if (newest.Keep(subject, now.Stored, now.Version, now.State)) hear(subject);
        return Task.CompletedTask;
    }
}
