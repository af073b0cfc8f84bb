using System.Collections.Immutable;
using System.Diagnostics;
using Leerklimaat.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Simulation;

/// <summary>Many worlds, on all processors of this machine.</summary>
public sealed class Simulating : IAsyncDisposable
{
    private static readonly TimeSpan Workshop = TimeSpan.FromHours(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leerklimaat-simulation-");
    private readonly WebApplication server;

    // Nothing of it runs: it says how pages are drawn, all at one moment.
    public Simulating() => server = ServerHost.Build(["--urls", "http://127.0.0.1:0", $"--Server:DataFolder={folder.FullName}"], builder => builder.Services.AddSingleton<TimeProvider>(new Standing()))!;

    /// <summary>How many worlds live at once, each on a thread of its own: those of the pool are for whoever waits.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Workshops of an hour, one for each seed, until one of them breaks a promise.</summary>
    /// <param name="isDrawn">Whether pages are drawn as they are, or bare.</param>
    public Simulated Run(int seed, int count, bool isDrawn, Broken broken = Broken.Nothing)
    {
        var began = Stopwatch.GetTimestamp();
        var (gate, next) = (new Lock(), seed - 1);
        var said = new Simulated(seed, 0, isDrawn, broken, 0, 0, 0, 0, ImmutableSortedDictionary<Fault, long>.Empty, []);
        var threads = Enumerable.Range(0, AtOnce).Select(_ => new Thread(LiveAll) { IsBackground = true, Name = "worlds" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return said with { Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds };

        void LiveAll()
        {
            while (said.Wrong.IsEmpty && Interlocked.Increment(ref next) is var mine && mine < seed + count)
            {
                var world = new World(mine, server.Services, isDrawn, broken);
                var wrong = WrongIn(world);
                lock (gate) said = said.With(world, wrong);
            }
        }
    }

    private static string? WrongIn(World world)
    {
        try
        {
            world.Live(Workshop);
            return null;
        }
        catch (Exception wrong)
        {
            return wrong is BrokenPromiseException ? wrong.Message : $"In {world.Replay}: {wrong}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SiteClock.Began;
    }
}
