using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>The figures by which a help desk sees how a day goes.</summary>
public sealed class MeasuringAWorkshop : IAsyncLifetime
{
    private Measured measured = null!;
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync()
    {
        var server = await RunningServer.Start();
        measured = new(server.Services);
        workshop = await AWorkshop.Playing(server);
    }

    public async ValueTask DisposeAsync()
    {
        await workshop.DisposeAsync();
        measured.Dispose();
    }

    [Fact]
    public void A_table_with_a_card_on_it_is_in_play() => Assert.Equal(1, measured.Of("leerklimaat.tables.playing"));

    [Fact]
    public async Task A_card_that_lies_on_its_pile_is_not_in_play_any_more()
    {
        foreach (var step in new[] { "/reveals?anyway=true", "/second-placements/skips", "/piles?pile=Green" }) await workshop.Anna.Ask(workshop.Table1 + step);
        Assert.Equal(0, measured.Of("leerklimaat.tables.playing"));
    }

    [Fact]
    public async Task Streams_are_counted_by_who_looks_on()
    {
        await using (var anna = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live"))
        await using (var bram = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live"))
        await using (var chantal = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live"))
        {
            await anna.Sees("<");
            await bram.Sees("<");
            await chantal.Sees("<");
            Assert.Equal(2, measured.Of("leerklimaat.streams.open audience=TablePlayers"));
            Assert.Equal(1, measured.Of("leerklimaat.streams.open audience=Facilitating"));
        }
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_reason()
    {
        Assert.Equal(0, measured.Of("leerklimaat.refusals aggregate=Table reason=NotEverybodyReady"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals?round=1");
        Assert.Equal(1, measured.Of("leerklimaat.refusals aggregate=Table reason=NotEverybodyReady"));
    }

    [Fact]
    public async Task What_is_asked_and_what_is_written_are_counted()
    {
        var (asked, written) = (measured.Of("leerklimaat.commands aggregate=Table"), measured.Of("leerklimaat.journal.commit.size"));
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        Assert.Equal(asked + 1, measured.Of("leerklimaat.commands aggregate=Table"));
        Assert.Equal(written + 1, measured.Of("leerklimaat.journal.commit.size"));
        Assert.InRange(measured.Of("leerklimaat.journal.commit.duration"), 0.000_001, 60);
        Assert.Equal(0, measured.Of("leerklimaat.journal.failures"));
    }

    [Fact]
    public async Task No_figure_names_anybody()
    {
        await workshop.Anna.Ask($"{workshop.Table1}/reveals?round=1");
        await using var anna = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await anna.Sees("<");
        measured.Of("");
        Assert.All(measured.Figures, figure => Assert.Matches("^[a-z.]+( (aggregate|audience|reason)=[A-Za-z]+)*$", figure));
    }
}
