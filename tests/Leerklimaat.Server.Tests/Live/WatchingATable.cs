using System.Net;
using System.Text;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Live;

public sealed class WatchingATable : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task What_one_does_is_on_everybodys_page_in_the_very_same_bytes()
    {
        await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await using var dennis = await OpenStream.Open(workshop.Dennis, $"{workshop.Table2}/live");
        foreach (var stream in new[] { annas, brams }) await stream.Sees("0 van 2 pionnen gelegd");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));

        Assert.Equal(await annas.Sees("1 van 2 pionnen gelegd"), await brams.Sees("1 van 2 pionnen gelegd"));
        Assert.DoesNotContain(dennis.Messages, message => message.Html.Contains("1 van 2 pionnen gelegd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pawn_that_is_placed_tells_the_count_and_nothing_more()
    {
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await brams.Sees("0 van 2 pionnen gelegd");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));

        var message = await brams.Sees("1 van 2 pionnen gelegd");
        Assert.Equal(["count"], OpenStream.RegionsIn(message));
        Assert.InRange(Encoding.UTF8.GetByteCount(message), 1, 600);
    }

    [Fact]
    public async Task Each_reader_gets_their_own_language()
    {
        using var emma = new Person(workshop.Server, "Emma", "en-GB");
        await workshop.Join(emma, 1);
        await using var stream = await OpenStream.Open(emma, $"{workshop.Table1}/live");
        await stream.Sees("0 of 3 pawns placed");
        await stream.Sees("In our team you say honestly what went wrong.");
    }

    [Fact, Rule("L4")]
    public async Task A_device_that_wakes_gets_what_is_true_now_at_once()
    {
        await using (var before = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live")) await before.Sees("0 van 2 pionnen gelegd");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));

        await using var after = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live", lastSeen: 1);
        await after.Sees("id=\"turn\"");
        Assert.Single(after.Messages);
    }

    [Fact, Rule("L4")]
    public async Task A_device_that_missed_nothing_gets_nothing_again()
    {
        await using var first = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await first.Sees("0 van 2 pionnen gelegd");
        await using var second = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live", lastSeen: first.Messages[^1].Version);
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await second.Sees("1 van 2 pionnen gelegd");
        Assert.DoesNotContain(second.Messages, message => message.Html.Contains("0 van 2 pionnen gelegd", StringComparison.Ordinal));
    }

    [Fact, Rule("L3")]
    public async Task Where_streams_are_held_back_an_answer_ends_with_what_there_is_to_say()
    {
        await using var first = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live?once=");
        await first.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("0 van 2 pionnen gelegd", Assert.Single(first.Messages).Html, StringComparison.Ordinal);

        await using var second = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live?once=&seen={first.Messages[0].Version}");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await second.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["count"], OpenStream.RegionsIn(Assert.Single(second.Messages).Html));
    }

    [Fact, Rule("L4")]
    public async Task A_page_that_was_drawn_while_two_things_changed_shows_both()
    {
        await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await annas.Sees("0 van 2 pionnen gelegd");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await annas.Sees("1 van 2 pionnen gelegd");
        var between = annas.Messages[^1].Version;
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/messages", ("message", "Nog vijf minuten"));
        await annas.Sees("Nog vijf minuten");

        // Bram's page read the table before Anna placed, and the workshop after the message: counted together it is as new as what was between.
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live?seen={between}");
        await brams.Sees("1 van 2 pionnen gelegd");
    }

    [Fact, Rule("T2")]
    public async Task A_seat_that_moved_to_another_device_ends_the_stream_of_the_first()
    {
        await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await annas.Sees("0 van 2 pionnen gelegd");
        using var tablet = new Person(workshop.Server, "Anna's tablet");
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/returns'] button", ("personal", workshop.Anna.Page.QuerySelector(".personal-code")!.TextContent));

        await annas.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("gone", annas.Messages[^1].Html);
        await tablet.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await brams.Sees("1 van 2 pionnen gelegd");
        Assert.DoesNotContain(annas.Messages, message => message.Html.Contains("1 van 2 pionnen gelegd", StringComparison.Ordinal));
    }

    [Fact, Rule("W1")]
    public async Task A_renewed_link_ends_the_streams_of_the_old_one()
    {
        using var laptop = new Person(workshop.Server, "Chantal's laptop");
        await laptop.Open(new Uri(workshop.Chantal.Page.QuerySelector(".private-link")!.GetAttribute("href")!).AbsolutePath);
        await using var radar = await OpenStream.Open(laptop, $"{workshop.Root}/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("button[formaction$='/links']");

        await radar.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("gone", radar.Messages[^1].Html);
        await using var again = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live");
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Fact]
    public async Task A_table_is_watched_by_who_sits_there_only()
    {
        await using var dennis = await OpenStream.Open(workshop.Dennis, $"{workshop.Table1}/live");
        Assert.Equal(HttpStatusCode.Forbidden, dennis.Status);
        await using var radar = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/live");
        Assert.Equal(HttpStatusCode.Forbidden, radar.Status);
    }

    [Fact]
    public async Task The_wall_and_the_radar_follow_the_tables()
    {
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await using var radar = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
        await workshop.Anna.Ask($"{workshop.Table1}/second-placements/skips");
        await workshop.Anna.Ask($"{workshop.Table1}/piles?pile=Green");

        await wall.Sees("id=\"plant-veiligheid-1\"");
        await radar.Sees("1 kaart gespeeld");
    }
}
