using System.Reflection;
using System.Text.Json.Serialization;
using Leerklimaat.Domain;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>A command led from one state to another.</summary>
public sealed record Step(string From, string To, string Command);

/// <summary>Asks everything that can be asked in every situation that it comes to, and writes down what led where.</summary>
public static class Exploring
{
    /// <param name="names">How a situation is called in the picture; several, where it holds several of what is drawn.</param>
    /// <param name="alike">Of two situations that are alike only the first is gone on from; it must say all that a rule may ask of the steps that are drawn.</param>
    public static IReadOnlyList<Step> From<TState, TCommand, TEvent>(
        TState start, IReadOnlyList<Func<TState, string>> names, Func<TState, object> alike, IReadOnlyList<TCommand> commands, Func<TState, TCommand, Decision<TEvent>> decide, Func<TState, TEvent, TState> evolve) where TCommand : notnull
    {
        var (steps, known, ahead) = (new List<Step>(), new HashSet<object> { alike(start) }, new Queue<TState>([start]));
        while (ahead.TryDequeue(out var now))
        {
            var called = names.Select(name => name(now)).ToList();
            foreach (var command in commands)
            {
                var happened = decide(now, command).Events;
                if (happened.Count == 0) continue;

                var after = happened.Aggregate(now, evolve);
                steps.AddRange(names.Zip(called, (name, before) => new Step(before, name(after), command.GetType().Name)).Where(step => step.From != step.To).Except(steps));
                if (known.Add(alike(after))) ahead.Enqueue(after);
            }
        }

        return steps;
    }

    /// <summary>Every command that there is of this kind, with each of these values where it takes one of their type; also those that will be there one day.</summary>
    public static IReadOnlyList<TCommand> Every<TCommand>(params object[] values) =>
        [.. typeof(TCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().SelectMany(one => Made(one.DerivedType, values)).Cast<TCommand>()];

    private static IEnumerable<object> Made(Type command, object[] values)
    {
        var constructor = command.GetConstructors().Single(one => one.GetParameters().Length > 0);
        IEnumerable<object?[]> made = [[]];
        foreach (var parameter in constructor.GetParameters())
        {
            var possible = Possible(parameter, values);
            Assert.True(possible.Count > 0, $"{command.Name} takes a {parameter.ParameterType.Name}, of which there is none to explore with.");
            made = made.SelectMany(begun => possible.Select(value => (object?[])[.. begun, value]));
        }

        return made.Select(constructor.Invoke);
    }

    private static List<object?> Possible(ParameterInfo parameter, object[] values)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var possible = type.IsEnum ? [.. Enum.GetValues(type).Cast<object?>()] : type == typeof(bool) ? [false, true] : values.Where(type.IsInstanceOfType).ToList<object?>();
        if (type != parameter.ParameterType || parameter is { HasDefaultValue: true, DefaultValue: null }) possible.Add(null);
        return possible;
    }
}
