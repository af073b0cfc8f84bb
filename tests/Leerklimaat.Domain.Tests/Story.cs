using System.Text.Json;

namespace Leerklimaat.Domain.Tests;

/// <summary>Given what happened, when someone asks, then this happens (or this rule refuses).</summary>
public sealed class Story<TState, TCommand, TEvent>(
    TState empty, Func<TState, TCommand, Decision<TEvent>> decide, Func<TState, TEvent, TState> evolve)
{
    private TState state = empty;
    private Decision<TEvent>? answer;

    public TState State => state;

    public Story<TState, TCommand, TEvent> Given(params TEvent[] happened)
    {
        state = happened.Aggregate(state, evolve);
        return this;
    }

    /// <summary>Sets the scene through the rules themselves; a step that is refused fails loudly.</summary>
    public Story<TState, TCommand, TEvent> After(params TCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = decide(state, command);
            Assert.True(decision.Refusal is null, $"Setting up: {command} was refused: {decision.Refusal}");
            state = decision.Events.Aggregate(state, evolve);
        }

        return this;
    }

    public Story<TState, TCommand, TEvent> When(TCommand command)
    {
        answer = decide(state, command);
        state = answer.Events.Aggregate(state, evolve);
        return this;
    }

    public Story<TState, TCommand, TEvent> Then(params TEvent[] expected)
    {
        Assert.NotNull(answer);
        Assert.Null(answer.Refusal);
        Assert.Equal(expected.Select(Text), answer.Events.Select(Text));
        return this;
    }

    public Story<TState, TCommand, TEvent> ThenNothing() => Then();

    public void ThenRefused(Reason expected)
    {
        Assert.NotNull(answer);
        Assert.Empty(answer.Events);
        Assert.Equal(expected, answer.Refusal?.Reason);
    }

    public void ThenRefused(Refusal expected)
    {
        Assert.NotNull(answer);
        Assert.Equal(expected, answer.Refusal);
    }

    public Story<TState, TCommand, TEvent> And(Action<TState> check)
    {
        check(state);
        return this;
    }

    private static string Text(TEvent happened) => JsonSerializer.Serialize(happened);
}
