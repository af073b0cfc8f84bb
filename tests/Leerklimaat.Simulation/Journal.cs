using Leerklimaat.Server.Events;

namespace Leerklimaat.Simulation;

/// <summary>
/// What is on the disk: it outlives every process. It keeps the promises of <see cref="IEventStore"/> and nothing more: an answer comes late or never, and what failed may be stored after all.
/// </summary>
public sealed class Journal(World world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Site disk = new(world.Agenda);
    private readonly MemoryEventStore stored = new();
    private readonly HashSet<SimulatedProcess> givenUp = [];

    public IReadOnlyDictionary<string, List<StoredEvent>> Streams => stored.Streams;

    /// <summary>What this process still wants to write is refused from now on, as PostgresWriter does: the others go on without it.</summary>
    public void GiveUp(SimulatedProcess process) => givenUp.Add(process);

    public IEventStore For(SimulatedProcess process) => world.Broken == Broken.AnswersBeforeItStores ? new Hasty(this, process) : new Way(this, process);

    private Chance ChanceOf(SimulatedProcess process, string stream) => world.ChanceNow($"journal {process.Name} {stream}");

    private Task Append(SimulatedProcess process, string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) =>
        givenUp.Contains(process) ? throw new VersionConflictException("The others have given this process up.") : stored.Append(stream, expectedVersion, events);

    private async Task<bool> Commit(SimulatedProcess process, string stream, long expectedVersion, IReadOnlyList<StoredEvent> events)
    {
        var luck = ChanceOf(process, stream);
        await disk.Delay(world.Misfortune.Strikes(Fault.CommitSlow, luck) ? luck.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)) : luck.Between(TimeSpan.FromMicroseconds(500), TimeSpan.FromMilliseconds(3)));
        if (world.Misfortune.Strikes(Fault.CommitFails, luck)) throw new StoreUnavailableException("The commit failed.");
        await Append(process, stream, expectedVersion, events);
        if (world.Misfortune.Strikes(Fault.CommitUnknown, luck)) throw new StoreUnavailableException("Whether it was stored nobody knows.");
        return true;
    }

    /// <summary>The journal as one process reaches it.</summary>
    private class Way(Journal journal, SimulatedProcess process) : IEventStore
    {
        public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Ask(stream, () => journal.stored.Read(stream));

        public virtual Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) => Ask(stream, () => journal.Commit(process, stream, expectedVersion, events));

        public Task Delete(IReadOnlyCollection<string> streams) => throw new NotSupportedException("Nobody removes anything here.");

        private async Task<T> Ask<T>(string stream, Func<Task<T>> what)
        {
            try
            {
                return await process.Site.Ask(journal.disk, what, journal.ChanceOf(process, stream), Patience);
            }
            catch (AwayException away)
            {
                throw new StoreUnavailableException("The journal does not answer.", away);
            }
        }
    }

    /// <summary>What must never be: it answers at once, and writes a moment later.</summary>
    private sealed class Hasty(Journal journal, SimulatedProcess process) : Way(journal, process)
    {
        private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

        private readonly SimulatedProcess writer = process;
        private readonly Journal later = journal;

        public override Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events)
        {
            writer.Site.In(Moment, () => _ = later.stored.Append(stream, expectedVersion, events));
            return Task.CompletedTask;
        }
    }
}
