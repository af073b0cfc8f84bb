using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Binning;

/// <summary>The one bin of the server.</summary>
public interface IBinGrain : IGrainWithGuidKey, IAggregateGrain<Bin, BinCommand>;

/// <summary>Keeps which workshops lie in the bin.</summary>
public sealed class BinGrain(IEventStore store) : EventSourcedGrain<Bin, BinCommand, BinEvent>(store, Bin.Decide, Folding), IBinGrain
{
    public static readonly Folding<Bin, BinEvent> Folding = new(Bin.Empty, Bin.Evolve);
}
