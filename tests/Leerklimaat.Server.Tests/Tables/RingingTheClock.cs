using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Tables;

[Rule("G10")]
public class RingingTheClock
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_rings_when_its_time_has_passed()
    {
        var clock = new AHandClock();
        await using var workshop = await Playing(clock);
        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/clock?minutes=1");
        await stream.Sees("data-ends");
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");
    }

    [Theory, InlineData(-2), InlineData(-3600)]
    public async Task It_rings_also_when_the_clock_of_the_machine_was_set_back(int seconds)
    {
        var clock = new AHandClock();
        await using var workshop = await Playing(clock);
        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/clock?minutes=1");
        await stream.Sees("data-ends");
        clock.Set(TimeSpan.FromSeconds(seconds));
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");
    }

    [Fact]
    public async Task An_extension_is_wound_too()
    {
        var clock = new AHandClock();
        await using var workshop = await Playing(clock);
        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/clock?minutes=1");
        await stream.Sees("data-ends");
        clock.Advance(Minute);
        await stream.Sees("id=\"rung\"");

        await workshop.Anna.Ask($"{workshop.Table1}/clock/extensions");
        var before = stream.Messages.Count;
        clock.Set(TimeSpan.FromSeconds(-2));
        clock.Advance(Minute);
        await stream.SeesAfter(before, "id=\"rung\"");
    }

    private static async Task<AWorkshop> Playing(AHandClock clock) =>
        await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
}
