using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Rehearsals;

/// <summary>Chantal practises, with stand-ins who are in a great hurry; Anna and Bram may sit at table 1 and Dennis at table 2.</summary>
internal sealed class ARehearsal(AWorkshop? withPeople, RunningServer server, Person chantal, string root) : IAsyncDisposable
{
    public const string Hurry = "--Server:RehearsalSpeed=600";

    public RunningServer Server => server;

    public Person Chantal => chantal;

    public AWorkshop People => withPeople!;

    public string Root => root;

    public WorkshopId Id => new(Guid.Parse(root.Split('/')[^1]));

    public IGrainFactory Grains => server.Services.GetRequiredService<IGrainFactory>();

    public static async Task<ARehearsal> Alone(RunningServer? server = null, int tables = 2)
    {
        server ??= await RunningServer.Start(settings: Hurry);
        var chantal = new Person(server, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Samen leren"));
        return await new ARehearsal(null, server, chantal, chantal.Path).Begin(tables);
    }

    public static async Task<ARehearsal> BesidePeople(int tables = 2)
    {
        var workshop = await AWorkshop.Start(await RunningServer.Start(settings: Hurry));
        return await new ARehearsal(workshop, workshop.Server, workshop.Chantal, workshop.Root).Begin(tables);
    }

    public async Task<Workshop> Workshop() => (await Grains.GetGrain<IWorkshopGrain>(Id.Value).Look()).State;

    public async Task<Table> Table(TableId id) => (await Grains.GetGrain<ITableGrain>(id.Value).Look()).State;

    /// <summary>Waits until a table is as wished.</summary>
    public Task<Table> Until(TableId id, Func<Table, bool> isThere) => Until(Grains.GetGrain<ITableGrain>(id.Value), isThere);

    /// <summary>Waits until what a grain keeps is as wished; it tells each change.</summary>
    public async Task<TState> Until<TState, TCommand>(IAggregateGrain<TState, TCommand> grain, Func<TState, bool> isThere) where TState : class
    {
        var watcher = new Watcher<TState>(isThere);
        await watcher.Changed(default, await grain.Watch(Grains.CreateObjectReference<IWatcher<TState>>(watcher), Server.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress));
        return await watcher.Seen.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Chantal goes to the first part of this kind at which everybody answers in public.</summary>
    public async Task<PartId> GoTo(PartKind kind)
    {
        var part = (await Workshop()).Programme.First(part => part.Kind == kind && part.Question is not QuestionKind.LearningQuestion);
        await chantal.Open(root);
        await chantal.Ask($"{root}/parts/visits?part={part.Id.Value}");
        return part.Id;
    }

    public async Task<IReadOnlyList<TableId>> Rehearsed() => (await Workshop()).Rehearsal!.Tables;

    public async Task EndIt()
    {
        await chantal.Open($"{root}/rehearsal");
        await chantal.Press("#end");
    }

    public async ValueTask DisposeAsync()
    {
        if (withPeople is not null)
        {
            await withPeople.DisposeAsync();
            return;
        }

        chantal.Dispose();
        await server.DisposeAsync();
    }

    private async Task<ARehearsal> Begin(int tables)
    {
        await chantal.Open(root);
        await chantal.Press("#begin-rehearsal", ("tables", $"{tables}"), ("players", "5"), ("tempo", "Brisk"));
        return this;
    }

    private sealed class Watcher<TState>(Func<TState, bool> isThere) : IWatcher<TState> where TState : class
    {
        private readonly TaskCompletionSource<TState> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TState> Seen => seen.Task;

        public Task Changed(Guid id, Answer<TState> now)
        {
            if (isThere(now.State)) seen.TrySetResult(now.State);
            return Task.CompletedTask;
        }

        public Task Moved(Guid id) => Task.CompletedTask;
    }
}
