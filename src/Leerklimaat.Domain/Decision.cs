namespace Leerklimaat.Domain;

/// <summary>What a rule answered: the events it leads to, or why it refused. Being refused is an ordinary answer, so it is a value.</summary>
public sealed record Decision<TEvent>(IReadOnlyList<TEvent> Events, Refusal? Refusal)
{
    public static readonly Decision<TEvent> Nothing = new([], null);

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    public static implicit operator Decision<TEvent>(TEvent[] happened) => new(happened, null);

    public static implicit operator Decision<TEvent>(Reason reason) => new([], new Refusal(reason));

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}

/// <summary>Why something was refused. <paramref name="Ready"/> and <paramref name="Expected"/> count people, where the reason speaks of them.</summary>
public sealed record Refusal(Reason Reason, int Ready = 0, int Expected = 0);
