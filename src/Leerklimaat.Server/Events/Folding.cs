using System.Text.Json;

namespace Leerklimaat.Server.Events;

/// <summary>How the events of a stream add up to a state: in the grain that keeps it, and in every other process that hears of it.</summary>
public abstract class Folding<TState>(TState empty) where TState : class
{
    public TState Empty => empty;

    /// <summary>What is there before anything happened.</summary>
    public Folded<TState> Nothing { get; } = new(empty, 0, 0);

    /// <exception cref="JsonException">It is not an event of this kind, or of a newer program.</exception>
    public abstract Folded<TState> Add(Folded<TState> before, ReadOnlySpan<byte> stored);
}

/// <summary>The same, with its events.</summary>
/// <param name="isNews">False where nobody but who did it may notice that something happened: pages and streams do not count it.</param>
public sealed class Folding<TState, TEvent>(TState empty, Func<TState, TEvent, TState> evolve, Func<TState, TEvent, bool>? isNews = null) : Folding<TState>(empty) where TState : class
{
    public override Folded<TState> Add(Folded<TState> before, ReadOnlySpan<byte> stored) => Add(before, JsonSerializer.Deserialize<TEvent>(stored, StoredJson.Options)!);

    public Folded<TState> Add(Folded<TState> before, TEvent happened) =>
        new(evolve(before.State, happened), before.Stored + 1, isNews?.Invoke(before.State, happened) == false ? before.Version : before.Version + 1);
}

/// <summary>A state with how far it was folded.</summary>
/// <param name="Stored">How many events are in it.</param>
/// <param name="Version">How many of them are news to others than who did it.</param>
public sealed record Folded<TState>(TState State, long Stored, long Version);
