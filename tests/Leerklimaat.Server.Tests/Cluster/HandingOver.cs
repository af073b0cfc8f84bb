using System.Net;
using Leerklimaat.Server.Cluster;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Rehearsals;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Rehearsals;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>A process that stops hands over what lives in it, and what goes elsewhere goes on there.</summary>
[Rule("L1")]
public sealed class HandingOver
{
    [Fact]
    public async Task A_process_that_stops_hands_over_its_tables_before_its_pages_end()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(2));
        var (stays, leaves) = (workshop.Server, workshop.Server.Others[0]);
        var tables = new[] { workshop.Table1, workshop.Table2 }.Select(address => Guid.Parse(address.Split('/')[^1])).ToList();
        foreach (var table in tables) await Where.Moves(leaves.Grains().GetGrain<ITableGrain>(table), leaves);
        // Nothing goes on in the process that stops until this has looked.
        List<bool> housed = [];
        leaves.Services.GetRequiredService<OpenStreams>().Ended.Register(() => housed.AddRange(tables.Select(table => stays.Houses(stays.Grains().GetGrain<ITableGrain>(table)))));
        await leaves.Stop();

        Assert.Equal([true, true], housed);
    }

    [Fact]
    public async Task A_workshop_does_not_wait_for_what_it_asks_of_others_before_it_lives()
    {
        var holding = new Holding();
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(2, builder => builder.Services.AddSingleton<IOutgoingGrainCallFilter>(holding)));
        var grain = workshop.Server.Grains().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1]));
        await Where.Moves(grain, workshop.Server);
        var lives = workshop.Server.Services.GetRequiredService<Residents>().All.Single(one => one.GrainId == grain.GetGrainId());
        // What it asks of its tables is on its way to another process too, and is not answered before this one is there.
        holding.Holds = (grain.GetGrainId(), Where.Is(workshop.Server.Others[0]));
        await Where.Move([lives], workshop.Server.Others[0]);
        holding.LetGo();
    }

    [Fact]
    public async Task Everything_goes_to_the_other_process_and_each_page_is_as_it_was()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(2, settings: "--Server:PublicAddress=https://leerklimaat.example.org"));
        using var emma = new Person(workshop.Server, "Emma");
        (Person Who, string Path)[] pages = [(workshop.Anna, workshop.Table1), (workshop.Bram, workshop.Table1), (workshop.Chantal, workshop.Root), (workshop.Chantal, $"{workshop.Root}/plenary"), (emma, workshop.Screen1), (emma, workshop.Wall), (emma, $"/{workshop.Code}")];
        var before = await Shown();
        var moved = new HashSet<string>();
        RunningServer[] processes = [workshop.Server, workshop.Server.Others[0]];
        for (var turn = 0; turn < 3; turn++)
        {
            var (from, to) = (processes[turn % 2], processes[(turn + 1) % 2]);
            var leaving = from.Services.GetRequiredService<Residents>().All.ToList();
            moved.UnionWith(leaving.Select(one => $"{one.GrainId.Type}"));
            await Where.Move(leaving, to);
            // None of it waits until somebody asks: who asks meanwhile would hear that it could not come to life.
            Assert.Empty(leaving.Select(one => $"{one.GrainId.Type}").Except(to.Services.GetRequiredService<Residents>().All.Where(one => leaving.Any(left => left.GrainId == one.GrainId)).Select(one => $"{one.GrainId.Type}")));
            Assert.Equal(before, await Shown());
        }

        Assert.Superset(new HashSet<string> { "table", "workshop", "code", "plenary", "count" }, moved);

        async Task<List<string>> Shown()
        {
            var shown = new List<string>();
            foreach (var (who, path) in pages)
            {
                Assert.Equal(HttpStatusCode.OK, (await who.Open(path)).Status);
                shown.Add(who.Text);
            }

            return shown;
        }
    }

    [Fact, Rule("T2")]
    public async Task What_was_counted_goes_along()
    {
        await using var server = await RunningServer.Several(2);
        var count = server.Grains().GetGrain<ICountGrain>("tried by somebody");
        Assert.True(await count.TryCount(3, most: 5, TimeSpan.FromHours(1)));
        foreach (var process in new[] { server.Others[0], server, server.Others[0] })
        {
            await Where.Moves(count, process);
            Assert.False(await count.TryCount(3, most: 5, TimeSpan.FromHours(1)));
        }

        Assert.True(await count.TryCount(2, most: 5, TimeSpan.FromHours(1)));
        Assert.False(await count.HasRoom(most: 5, TimeSpan.FromHours(1)));
    }

    [Fact, Rule("W11")]
    public async Task Stand_ins_play_on()
    {
        await using var rehearsal = await ARehearsal.Alone(await RunningServer.Several(2, settings: ARehearsal.Hurry), tables: 1);
        await rehearsal.Chantal.Press("#start-game");
        var table = (await rehearsal.Rehearsed())[0];
        await UntilMoreIsPlayed(than: 0);
        var grain = rehearsal.Grains.GetGrain<IRehearsalGrain>(rehearsal.Id.Value);
        await Where.Moves(grain, rehearsal.Server);
        await Where.Moves(grain, rehearsal.Server.Others[0]);

        await UntilMoreIsPlayed(than: (await rehearsal.Table(table)).Played.Length);

        async Task UntilMoreIsPlayed(int than)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while ((await rehearsal.Table(table)).Played.Length <= than) await Task.Delay(20, patience.Token);
        }
    }

    private sealed class Holding : IOutgoingGrainCallFilter
    {
        private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public (GrainId Who, SiloAddress There)? Holds { get; set; }

        public void LetGo() => letGo.SetResult();

        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            if (!context.TargetId.IsSystemTarget() && Holds is var (who, there) && context.SourceContext is { } from && from.GrainId == who && from.Address.SiloAddress!.Equals(there)) await letGo.Task;
            await context.Invoke();
        }
    }
}
