using System.IO.Pipelines;
using System.Text;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tests.Operating;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Live;

public class AListener
{
    [Fact]
    public async Task A_slow_reader_skips_to_the_newest_and_holds_nobody_up()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 8, resumeWriterThreshold: 1, useSynchronizationContext: false));
        using var services = new ServiceCollection().AddMetrics().AddSingleton<StreamMeter>().BuildServiceProvider();
        using var measured = new Measured(services);
        var listener = new Listener(pipe.Writer, seen: -1, own: null, CancellationToken.None, meter: services.GetRequiredService<StreamMeter>());

        // The first fills the connection; none of these calls waits for the reader.
        for (var version = 1; version <= 100; version++) listener.Offer(Frame($"frame {version};", version));

        var read = new StringBuilder();
        while (!read.ToString().EndsWith("frame 100;\n\n", StringComparison.Ordinal))
        {
            var result = await pipe.Reader.ReadAsync();
            foreach (var part in result.Buffer) read.Append(Encoding.UTF8.GetString(part.Span));
            pipe.Reader.AdvanceTo(result.Buffer.End);
        }

        Assert.Equal("id: 1\ndata: frame 1;\n\nid: 100\ndata: frame 100;\n\n", read.ToString());
        Assert.Equal(98, measured.Of("leerklimaat.streams.skipped"));
    }

    [Fact, Rule("L3")]
    public async Task Where_streams_are_held_back_an_answer_waits_for_news_and_does_not_end_because_it_would_come_through()
    {
        var pipe = new Pipe();
        var listener = new Listener(pipe.Writer, seen: -1, own: null, CancellationToken.None, once: true);
        listener.ShowThrough();
        Assert.False(listener.Ended.IsCompleted);

        listener.Offer(Frame("news", 1));
        await listener.Ended;
        Assert.Equal("id: 1\ndata: news\n\n", Encoding.UTF8.GetString((await pipe.Reader.ReadAsync()).Buffer));
    }

    [Fact]
    public async Task A_sign_of_life_never_displaces_news()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 8, resumeWriterThreshold: 1, useSynchronizationContext: false));
        var listener = new Listener(pipe.Writer, seen: -1, own: null, CancellationToken.None);
        listener.Offer(Frame("frame 1;xx", 1));
        listener.Offer(Frame("news", 2));
        listener.ShowLife("alive"u8.ToArray());

        var read = new StringBuilder();
        while (!read.ToString().Contains("news\n\n", StringComparison.Ordinal))
        {
            var result = await pipe.Reader.ReadAsync();
            foreach (var part in result.Buffer) read.Append(Encoding.UTF8.GetString(part.Span));
            pipe.Reader.AdvanceTo(result.Buffer.End);
        }

        Assert.Equal("id: 1\ndata: frame 1;xx\n\nid: 2\ndata: news\n\n", read.ToString());
    }

    [Fact]
    public async Task A_reader_who_is_gone_ends_the_stream()
    {
        var pipe = new Pipe();
        var listener = new Listener(pipe.Writer, seen: -1, own: null, CancellationToken.None);
        await pipe.Reader.CompleteAsync();
        listener.Offer(Frame("frame", 1));
        await listener.Ended.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_page_gets_the_regions_that_changed_since_what_it_shows_and_no_others()
    {
        var frame = new Frame(9, "", 0, [Drawn("card", "the card", 4), Drawn("play", "the board", 9)]);

        Assert.Equal("id: 9\ndata: the board\n\n", await Read(frame, seen: 4));
        Assert.Equal("id: 9\ndata: the cardthe board\n\n", await Read(frame, seen: 3));
        Assert.Equal("id: 9\ndata: the cardthe board\n\n", await Read(frame, seen: 40));
        Assert.Equal("", await Read(frame, seen: 9));
    }

    [Fact]
    public async Task One_s_own_part_comes_when_its_stamp_changed_and_only_then()
    {
        var frame = new Frame(9, "telling", 7, [Drawn("play", "the board", 9)]);

        Assert.Equal("id: 9\ndata: the boardmine\n\n", await Read(frame, seen: 6, own: "mine"));
        Assert.Equal("id: 9\ndata: the board\n\n", await Read(frame, seen: 8, own: "mine"));
    }

    private static async Task<string> Read(Frame frame, long seen, string? own = null)
    {
        var pipe = new Pipe();
        var listener = new Listener(pipe.Writer, seen, own is null ? null : _ => Encoding.UTF8.GetBytes(own), CancellationToken.None);
        listener.Offer(frame);
        await pipe.Writer.CompleteAsync();
        return Encoding.UTF8.GetString((await pipe.Reader.ReadAsync()).Buffer);
    }

    private static Frame Frame(string text, long version) => new(version, "", 0, [Drawn("all", text, version)]);

    private static DrawnRegion Drawn(string target, string text, long changedAt) => new(new(target, typeof(object), text), Encoding.UTF8.GetBytes(text), changedAt);
}
