using Leerklimaat.Server.People;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Cluster;

public class CountingTogether
{
    [Fact]
    public async Task In_one_stretch_two_processes_let_somebody_ask_no_more_than_the_most_and_hardly_fewer()
    {
        await using var server = await RunningServer.Start();
        var (grains, names) = (server.Services.GetRequiredService<IGrainFactory>(), server.Services.GetRequiredService<HiddenNames>());
        using MemoryCache ofOne = new(new MemoryCacheOptions()), ofTheOther = new(new MemoryCacheOptions());
        CountingAhead[] processes = [.. new[] { ofOne, ofTheOther }.Select(cache => new CountingAhead(new Counting(grains, names, "tried", 50, TimeSpan.FromHours(1)), cache))];

        var allowed = 0;
        // Three of four times at the one: what the other has counted ahead is left over.
        for (var time = 0; time < 100; time++) allowed += await processes[time % 4 == 0 ? 1 : 0].TryCount("Anna") ? 1 : 0;

        Assert.InRange(allowed, 41, 50);
        Assert.True(await processes[0].TryCount("Bram"));
    }
}
