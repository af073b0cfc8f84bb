using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Programmes;
using Leerklimaat.Server.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>A table whose people come in at one process and look on from another, with nothing between that knows them again.</summary>
[Rule("L1")]
public sealed class PlayingOnSeveralProcesses
{
    [Fact]
    public async Task What_one_process_did_is_seen_in_the_streams_of_all()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(3));
        var streams = new List<OpenStream>();
        for (var phone = 0; phone < 9; phone++) streams.Add(await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live"));

        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await Task.WhenAll(streams.Select(stream => stream.Sees("1 van 2 pionnen gelegd")));
        for (var square = 1; square <= 4; square++)
        {
            Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"))).Status);
            await workshop.Anna.Open(workshop.Table1);
            Assert.Equal($"square-{square}", workshop.Anna.Page.QuerySelector("#squares [aria-pressed=true]")!.Id);
        }

        await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "2"));
        await Task.WhenAll(streams.Select(stream => stream.Sees("2 van 2 pionnen gelegd")));
        foreach (var stream in streams) await stream.DisposeAsync();
    }

    [Fact, Rule("T2")]
    public async Task Wrong_codes_count_wherever_they_arrive()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Several(3));
        using var attacker = await new Person(workshop.Server, "Attacker").Open("/recovery");
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time <= Guesses.PerBrowser; time++) answers.Add((await attacker.Post($"/{workshop.Code}/returns", [new("personal", "nee nee nee nee")])).Status);
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, Guesses.PerBrowser), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact, Rule("K4")]
    public async Task A_picture_that_one_process_kept_is_shown_by_each()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Several(2));
        var (id, services) = (new WorkshopId(Guid.Parse(workshop.Root.Split('/')[^1])), workshop.Server.Services);
        var bytes = APicture.Png();
        var (address, full) = await services.GetRequiredService<Pictures>().Keep(id, new((await PictureDrawing.Anew(bytes, PictureHeader.Read(bytes)!))!, "Een boom"), new DefaultHttpContext { RequestServices = services });
        Assert.Null(full);
        for (var time = 0; time < 4; time++)
        {
            using var shown = await workshop.Chantal.Http.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Who_watched_a_table_that_goes_elsewhere_hears_of_it_again()
    {
        await using var workshop = await AWorkshop.Playing(await RunningServer.Several(2));
        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await stream.Sees("1 van 2 pionnen gelegd");

        // As when it was long idle, or could not write: the next who asks wakes it, here or there.
        var table = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(Guid.Parse(workshop.Table1.Split('/')[^1]));
        await table.Cast<IGrainManagementExtension>().DeactivateOnIdle();
        await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "2"));
        // Before the renewal that comes every twenty seconds.
        await stream.Sees("2 van 2 pionnen gelegd").WaitAsync(TimeSpan.FromSeconds(15));
    }
}
