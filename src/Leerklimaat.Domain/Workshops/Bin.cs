using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Workshops;

/// <summary>Which workshops and decks lie in the bin, and since when (W9). After the time to think again they are removed for good.</summary>
public sealed record Bin(ImmutableDictionary<WorkshopId, DateTimeOffset> Workshops)
{
    public static readonly Bin Empty = new(ImmutableDictionary<WorkshopId, DateTimeOffset>.Empty);

    /// <summary>Decks that people made, by their id.</summary>
    public ImmutableDictionary<Guid, DateTimeOffset> Decks { get; init; } = ImmutableDictionary<Guid, DateTimeOffset>.Empty;

    public IEnumerable<WorkshopId> Due(DateTimeOffset now, TimeSpan patience) => Workshops.Where(one => now >= one.Value + patience).Select(one => one.Key);

    public IEnumerable<Guid> DecksDue(DateTimeOffset now, TimeSpan patience) => Decks.Where(one => now >= one.Value + patience).Select(one => one.Key);

    public static Decision<BinEvent> Decide(Bin bin, BinCommand command) => command switch
    {
        LayInBin lay => bin.Workshops.ContainsKey(lay.Workshop) ? Decision<BinEvent>.Nothing : new LaidInBin(lay.Workshop, lay.At),
        TakeFromBin take => bin.Workshops.ContainsKey(take.Workshop) ? new TakenFromBin(take.Workshop) : Decision<BinEvent>.Nothing,
        LayDeckInBin lay => bin.Decks.ContainsKey(lay.Deck) ? Decision<BinEvent>.Nothing : new DeckLaidInBin(lay.Deck, lay.At),
        TakeDeckFromBin take => bin.Decks.ContainsKey(take.Deck) ? new DeckTakenFromBin(take.Deck) : Decision<BinEvent>.Nothing,
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static Bin Evolve(Bin bin, BinEvent happened) => happened switch
    {
        LaidInBin laid => bin with { Workshops = bin.Workshops.SetItem(laid.Workshop, laid.At) },
        TakenFromBin taken => bin with { Workshops = bin.Workshops.Remove(taken.Workshop) },
        DeckLaidInBin laid => bin with { Decks = bin.Decks.SetItem(laid.Deck, laid.At) },
        DeckTakenFromBin taken => bin with { Decks = bin.Decks.Remove(taken.Deck) },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };
}

/// <summary>Something that is asked of the bin.</summary>
[JsonDerivedType(typeof(LayInBin), "lay-in-bin")]
[JsonDerivedType(typeof(TakeFromBin), "take-from-bin")]
[JsonDerivedType(typeof(LayDeckInBin), "lay-deck-in-bin")]
[JsonDerivedType(typeof(TakeDeckFromBin), "take-deck-from-bin")]
public abstract record BinCommand;

public sealed record LayInBin(WorkshopId Workshop, DateTimeOffset At) : BinCommand;

/// <summary>Put back, or removed for good.</summary>
public sealed record TakeFromBin(WorkshopId Workshop) : BinCommand;

public sealed record LayDeckInBin(Guid Deck, DateTimeOffset At) : BinCommand;

public sealed record TakeDeckFromBin(Guid Deck) : BinCommand;

// The names and properties below are stored. Add; never rename or remove.

/// <summary>Something that happened to the bin.</summary>
[JsonDerivedType(typeof(LaidInBin), "laid-in-bin")]
[JsonDerivedType(typeof(TakenFromBin), "taken-from-bin")]
[JsonDerivedType(typeof(DeckLaidInBin), "deck-laid-in-bin")]
[JsonDerivedType(typeof(DeckTakenFromBin), "deck-taken-from-bin")]
public abstract record BinEvent;

public sealed record LaidInBin(WorkshopId Workshop, DateTimeOffset At) : BinEvent;

public sealed record TakenFromBin(WorkshopId Workshop) : BinEvent;

public sealed record DeckLaidInBin(Guid Deck, DateTimeOffset At) : BinEvent;

public sealed record DeckTakenFromBin(Guid Deck) : BinEvent;
