using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>What is asked in one process and answered in another arrives as it was.</summary>
public sealed class CrossingToAnotherProcess : IAsyncLifetime
{
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public void Every_command_that_there_is_arrives_as_it_was()
    {
        var commands = typeof(Reason).Assembly.GetTypes().Where(type => type.IsAbstract && type.Name.EndsWith("Command", StringComparison.Ordinal)).SelectMany(kind => kind.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(one => one.DerivedType).Where(type => !type.IsAbstract).ToList();
        Assert.True(commands.Count > 120, $"Only {commands.Count} commands were found.");
        var serializer = server.Services.GetRequiredService<Serializer>();
        foreach (var command in commands.Select(type => Anything.Of(type)!))
        {
            var arrived = serializer.Deserialize<object>(serializer.SerializeToArray(command));
            Assert.True(Equals(command.GetType(), arrived?.GetType()), command.GetType().Name);
            Assert.True(Canonical.Of(command)!.ToJsonString() == Canonical.Of(arrived)!.ToJsonString(), $"{command.GetType().Name}: {Canonical.Of(command)} became {Canonical.Of(arrived)}");
        }
    }

    [Fact]
    public async Task Within_a_process_an_answer_is_handed_on_as_it_is()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Start());
        var table = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(Guid.Parse(workshop.Table1.Split('/')[^1]));
        Assert.Same((await table.Look()).State, (await table.Look()).State);
    }

    [Fact]
    public async Task Who_knows_a_part_hears_the_rest_and_who_missed_something_reads_it_in_the_journal()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Start());
        var services = workshop.Server.Services;
        var table = services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(Guid.Parse(workshop.Table1.Split('/')[^1]));
        var (elsewhere, serializer) = (ActivatorUtilities.CreateInstance<Replicas>(services), services.GetRequiredService<Serializer>());

        // Asked for the first time; of more events than the grain keeps.
        for (var name = 0; name < 40; name++) await workshop.Anna.Ask($"{workshop.Table1}/names", ("name", $"Anna {name}"));
        var first = await Arrives(heard: 0);
        Assert.Empty(first.Told!.Value.Events);
        await IsTheSame(first);

        await workshop.Anna.Ask($"{workshop.Table1}/names", ("name", "Anna"));
        var second = await Arrives(elsewhere.HeardOf(table.GetGrainId()));
        Assert.Single(second.Told!.Value.Events);
        await IsTheSame(second);
        // What comes late changes nothing.
        await IsTheSame(first);

        async Task<Answer<Table>> Arrives(long heard)
        {
            Heard.Say(heard, services.GetRequiredService<ILocalSiloDetails>().SiloAddress);
            return serializer.Deserialize<Answer<Table>>(serializer.SerializeToArray(await table.Look()))!;
        }

        async Task IsTheSame(Answer<Table> arrived)
        {
            var (understood, here) = (await elsewhere.Understand(table.GetGrainId(), arrived, arrived.Told!.Value), await table.Look());
            Assert.Equal((here.Version, here.Stored), (understood.Version, understood.Stored));
            Assert.Equal(Canonical.Of(here.State)!.ToJsonString(), Canonical.Of(understood.State)!.ToJsonString());
        }
    }

    /// <summary>Makes one of whatever it is asked for, with something in each place.</summary>
    private static class Anything
    {
        public static object? Of(Type type)
        {
            if (Nullable.GetUnderlyingType(type) is { } within) return Of(within);
            if (type == typeof(string)) return "een woord";
            if (type == typeof(int)) return 3;
            if (type == typeof(long)) return 4L;
            if (type == typeof(double)) return 0.5;
            if (type == typeof(bool)) return true;
            if (type == typeof(Guid)) return new Guid(7, 0, 0, new byte[8]);
            if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
            if (type == typeof(DateOnly)) return new DateOnly(2026, 11, 30);
            if (type == typeof(TimeSpan)) return TimeSpan.FromMinutes(5);
            if (type == typeof(JoinCode)) return JoinCode.TryRead("BCDFGH", out var code) ? code : throw new InvalidOperationException("This is no code.");
            if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
            if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return Many(type);
            if (type.IsAbstract) return Of(type.GetCustomAttributes<JsonDerivedTypeAttribute>().First().DerivedType);

            var constructor = type.GetConstructors().OrderBy(one => one.GetParameters().Length).Last(one => one.GetParameters() is not [var only] || only.ParameterType != type);
            var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
            foreach (var property in type.GetProperties().Where(property => property.CanWrite && constructor.GetParameters().All(parameter => parameter.Name != property.Name))) property.SetValue(made, Of(property.PropertyType));
            return made;
        }

        private static object Many(Type type)
        {
            var items = type.GetGenericArguments();
            if (items.Length == 2) return typeof(ImmutableDictionary).GetMethods().First(method => method is { Name: nameof(ImmutableDictionary.CreateRange) } && method.GetParameters().Length == 1).MakeGenericMethod(items).Invoke(null, [PairsOf(items)])!;

            var array = Array.CreateInstance(items[0], 1);
            array.SetValue(Of(items[0]), 0);
            var maker = type.Name.StartsWith("ImmutableHashSet", StringComparison.Ordinal) || type.Name.StartsWith("IReadOnlySet", StringComparison.Ordinal) ? typeof(ImmutableHashSet) : type.Name.StartsWith("ImmutableList", StringComparison.Ordinal) ? typeof(ImmutableList) : typeof(ImmutableArray);
            return maker.GetMethods().First(method => method.Name == "CreateRange" && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]).MakeGenericMethod(items).Invoke(null, [array])!;
        }

        private static Array PairsOf(Type[] items)
        {
            var pair = typeof(KeyValuePair<,>).MakeGenericType(items);
            var array = Array.CreateInstance(pair, 1);
            array.SetValue(Activator.CreateInstance(pair, Of(items[0]), Of(items[1])), 0);
            return array;
        }
    }
}
