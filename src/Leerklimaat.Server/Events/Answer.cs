using Leerklimaat.Domain;

namespace Leerklimaat.Server.Events;

/// <summary>The state after a command, its version, and why the command was refused if it was.</summary>
/// <remarks>
/// Within a process it is handed on as it is. To another process goes what happened since that process heard of it, and the state is folded there from what it
/// knew: an event is a twentieth of a state, and is written as JSON already (<c>docs/decisions/0016</c>).
/// </remarks>
/// <param name="Version">Counts what is news to others than who did it; pages and streams know no other number.</param>
/// <param name="Stored">Counts every event, so that of two states the newer one is known. It leaves the server nowhere.</param>
[Immutable]
public sealed record Answer<TState>(TState State, long Version, Refusal? Refusal, long Stored) : IAnswer where TState : class
{
    /// <summary>What happened lately, for who is in another process.</summary>
    internal Recent? Recent { get; init; }

    /// <summary>How many events whoever gets this has heard of.</summary>
    internal long Since { get; init; }

    /// <summary>What came from another process; the state is not known yet.</summary>
    internal Told? Told { get; init; }

    Told? IAnswer.Told => Told;

    async ValueTask<IAnswer> IAnswer.Understood(Replicas replicas, GrainId who) => Told is { } told ? await replicas.Understand(who, this, told) : this;
}

/// <summary>An answer, whatever it is about.</summary>
internal interface IAnswer
{
    Told? Told { get; }

    /// <summary>The same with the state that it is about.</summary>
    ValueTask<IAnswer> Understood(Replicas replicas, GrainId who);
}

/// <summary>An answer on its way to another process.</summary>
/// <param name="Version">As in the answer.</param>
/// <param name="Stored">As in the answer.</param>
/// <param name="From">How many events came before the first of these.</param>
/// <param name="Events">The latest events as they stand in the journal, up to the last.</param>
[GenerateSerializer, Immutable]
internal readonly record struct Told([property: Id(0)] long Version, [property: Id(1)] long Stored, [property: Id(2)] Refusal? Refusal, [property: Id(3)] long From, [property: Id(4)] byte[][] Events);

[RegisterConverter]
internal sealed class AnswerInTransit<TState> : IConverter<Answer<TState>, Told> where TState : class
{
    public Told ConvertToSurrogate(in Answer<TState> value)
    {
        var events = Recent.Since(value.Recent, value.Since, value.Stored);
        return new(value.Version, value.Stored, value.Refusal, value.Stored - events.Length, events);
    }

    public Answer<TState> ConvertFromSurrogate(in Told surrogate) => new(null!, surrogate.Version, surrogate.Refusal, surrogate.Stored) { Told = surrogate };
}
