using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Binning;

[Rule("W9")]
public sealed class DeletingAWorkshop : IAsyncLifetime
{
    private readonly AClock time = new();
    private AWorkshop workshop = null!;

    private Person Chantal => workshop.Chantal;

    public async ValueTask InitializeAsync() =>
        workshop = await AWorkshop.Start(await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time))));

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Deleting_asks_names_what_goes_and_can_be_taken_back_for_thirty_days()
    {
        await Chantal.Open($"{workshop.Root}/bin");
        Assert.Contains("4 tafels met 3 plekken", Chantal.Text, StringComparison.Ordinal);
        Assert.NotNull(Chantal.Page.QuerySelector("a[href$='/transcript']"));
        await Chantal.Press("#delete");
        Assert.Contains("ligt in de prullenbak", Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Dennis.Open($"/{workshop.Code}")).Status);

        time.Advance(TimeSpan.FromDays(29));
        await workshop.Server.Services.GetRequiredService<BinSweep>().Sweep();
        await Chantal.Open(workshop.Root);
        await Chantal.Press("#restore");
        Assert.NotNull(Chantal.Page.QuerySelector("#begin-programme"));
        time.Advance(TimeSpan.FromDays(29));
        await workshop.Server.Services.GetRequiredService<BinSweep>().Sweep();
        Assert.True((await State()).Exists);
    }

    [Fact]
    public async Task After_that_it_is_gone_for_good_for_everybody()
    {
        var id = Guid.Parse(workshop.Root.Split('/')[^1]);
        var grains = workshop.Server.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<Server.Plenaries.IPlenaryGrain>(id).Ask(new Domain.Plenaries.ChooseMinimum(7, time.GetUtcNow()), Guid.NewGuid(), time.GetUtcNow());
        await (await Chantal.Open($"{workshop.Root}/tables")).Press("#add-table");
        var added = (await State()).Tables[^1].Id.Value;
        await Chantal.Press("#take-away-5");
        string[] streams =
        [
            grains.GetGrain<Server.Tables.ITableGrain>(added).GetGrainId().ToString(),
            .. (await State()).Tables.Select(table => grains.GetGrain<Server.Tables.ITableGrain>(table.Id.Value).GetGrainId().ToString()),
            grains.GetGrain<Server.Plenaries.IPlenaryGrain>(id).GetGrainId().ToString(), grains.GetGrain<IWorkshopGrain>(id).GetGrainId().ToString(),
        ];
        var store = workshop.Server.Services.GetRequiredService<IEventStore>();
        foreach (var stream in streams) Assert.NotEmpty(await store.Read(stream));

        await Chantal.Open($"{workshop.Root}/bin");
        await Chantal.Press("#delete");
        time.Advance(TimeSpan.FromDays(31));
        await workshop.Server.Services.GetRequiredService<BinSweep>().Sweep();

        foreach (var stream in streams) Assert.Empty(await store.Read(stream));
        Assert.NotEqual(HttpStatusCode.OK, (await Chantal.Open(workshop.Root)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await workshop.Anna.Open(workshop.Table1)).Status);
    }

    private async Task<Workshop> State() => (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1])).Look()).State;
}
