using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Tables;

[Rule("G10")]
public sealed class RingingTheClock : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly AHandClock clock = new();
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() =>
        workshop = await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task It_rings_when_its_time_has_passed()
    {
        await using var stream = await Wound();
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");
    }

    [Theory, InlineData(-2), InlineData(-3600)]
    public async Task It_rings_also_when_the_clock_of_the_machine_was_set_back(int seconds)
    {
        await using var stream = await Wound();
        clock.Set(TimeSpan.FromSeconds(seconds));
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");
    }

    [Fact]
    public async Task An_extension_is_wound_too()
    {
        await using var stream = await Wound();
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");

        await workshop.Anna.Ask($"{workshop.Table1}/clock/extensions");
        var before = stream.Messages.Count;
        clock.Set(TimeSpan.FromSeconds(-2));
        clock.Advance(Minute);
        await stream.SeesAfter(before, "id=\"rung\"");
    }

    /// <summary>The stream of a player whose table has just set its clock to a minute.</summary>
    private async Task<OpenStream> Wound()
    {
        var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/clock?minutes=1");
        await stream.Sees("data-ends");
        return stream;
    }
}
