using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Events;
using Leerklimaat.Simulation;

namespace Leerklimaat.Server.Tests.Worlds;

/// <summary>The journal of simulated worlds keeps the promises of those on disks, or what is seen there would say nothing of them.</summary>
public sealed class MemoryEventStoreContract : EventStoreContract
{
    protected override IEventStore Store { get; } = new MemoryEventStore();
}
