using System.Net;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>What is asked of one table comes from one process, where the proxy of docs/proxy is in front: the table goes to live there.</summary>
[Rule("L1")]
public sealed class LivingWhereMostAsk
{
    private static readonly SiloAddress One = Process(1), Two = Process(2), Three = Process(3);

    [Fact]
    public void It_goes_where_one_process_asks_so_many_times_more_than_all_others_together()
    {
        var clock = new AHandClock();
        var home = new Home(One, clock);
        clock.Advance(Home.Settled);
        for (var time = 1; time < Home.Enough; time++) Assert.Null(home.Asked(Two));
        Assert.Null(home.Asked(Three));
        Assert.Null(home.Asked(Two));
        Assert.Equal(Two, home.Asked(Two));
    }

    [Fact]
    public void It_does_not_go_again_before_it_has_settled()
    {
        var clock = new AHandClock();
        var home = new Home(One, clock);
        for (var time = 0; time < 3 * Home.Enough; time++) Assert.Null(home.Asked(Two));
        clock.Advance(Home.Settled);
        Assert.Equal(Two, home.Asked(Two));
    }

    [Fact]
    public void It_stays_where_it_is_asked_most_and_where_all_ask_alike()
    {
        var clock = new AHandClock();
        var (loved, torn, alone) = (new Home(One, clock), new Home(One, clock), new Home(One, clock));
        clock.Advance(Home.Settled);
        for (var time = 0; time < 10 * Home.Enough; time++)
        {
            Assert.Null(loved.Asked(time % 3 == 0 ? Two : One));
            Assert.Null(torn.Asked(time % 2 == 0 ? Two : Three));
            Assert.Null(alone.Asked(null));
        }
    }

    [Fact]
    public async Task A_table_goes_where_its_people_come_in_and_whoever_watches_elsewhere_sees_all()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(2));
        IReadOnlyList<RunningServer> processes = [workshop.Server, .. workshop.Server.Others];
        var table = Guid.Parse(workshop.Table1.Split('/')[^1]);
        var elsewhere = processes.Single(process => !process.Houses(process.Grains().GetGrain<ITableGrain>(table)));
        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var time = 0; !elsewhere.Houses(elsewhere.Grains().GetGrain<ITableGrain>(table)) || time % 40 != 1; time++)
        {
            await Task.Delay(20, patience.Token);
            await elsewhere.Grains().GetGrain<ITableGrain>(table).Look();
            // In the middle of it they play: by turns at the one and the other process.
            if (time % 10 == 0) Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{1 + time / 10 % 4}"))).Status);
        }

        await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "2"));
        await stream.Sees("2 van 2 pionnen gelegd");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal("square-1", workshop.Anna.Page.QuerySelector("#squares [aria-pressed=true]")!.Id);
    }

    [Fact]
    public async Task Tables_that_go_to_and_fro_while_many_ask_at_once_answer_each_of_them()
    {
        await using var server = await RunningServer.Several(2);
        RunningServer[] processes = [server, server.Others[0]];
        var tables = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        for (var time = 0; time < 3; time++)
        {
            var grains = processes[time % 2].Grains();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            do
            {
                await Task.WhenAll(tables.SelectMany(table => Enumerable.Range(0, 3 * Home.Enough).Select(_ => grains.GetGrain<ITableGrain>(table).Look())));
                await Task.Delay(20, patience.Token);
            }
            while (!tables.All(table => processes[time % 2].Houses(grains.GetGrain<ITableGrain>(table))));
        }
    }

    private static SiloAddress Process(int number) => SiloAddress.New(IPAddress.Loopback, 20_000 + number, number);
}
