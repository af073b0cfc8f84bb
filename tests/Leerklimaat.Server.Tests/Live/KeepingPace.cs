using System.Diagnostics;
using System.IO.Pipelines;
using System.Threading.Channels;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Live;

/// <summary>Eight people who place at once cost two drawings and not eight.</summary>
public class KeepingPace
{
    [Fact]
    public async Task What_changes_within_the_pace_of_an_audience_is_drawn_once()
    {
        var (clock, audience) = (new AHandClock(), new Counting());
        var room = new Room(audience, new Newest(), new Drawing(new Pens(new ServiceCollection().BuildServiceProvider())), clock, work => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false), NullLogger.Instance);
        room.Enter(new Listener(new Pipe().Writer, seen: -1, own: null, CancellationToken.None));

        // The first waits for nobody.
        room.News();
        await audience.Drawn(1, () => { });
        for (var pawn = 2; pawn <= 8; pawn++) room.News();
        await audience.Drawn(2, Goes);

        // What came after it is another.
        room.News();
        await audience.Drawn(3, Goes);

        void Goes() => clock.Advance(audience.Pace);
    }

    private sealed record Counting() : Audience("nl")
    {
        private readonly Channel<bool> drawings = Channel.CreateUnbounded<bool>();
        private int drawn;

        public override TimeSpan Pace => TimeSpan.FromHours(1);

        public override IEnumerable<Subject> Subjects(Newest newest) => [];

        public override Fragment? Draw(Newest newest)
        {
            drawn++;
            drawings.Writer.TryWrite(true);
            return new([], drawn);
        }

        /// <param name="timeGoes">Again and again: the room may begin to wait only after time went by.</param>
        public async Task Drawn(int times, Action timeGoes)
        {
            var next = drawings.Reader.ReadAsync().AsTask();
            var patience = Stopwatch.StartNew();
            do timeGoes();
            while (await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(50))) != next && patience.Elapsed < TimeSpan.FromSeconds(30));
            await next.WaitAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(times, drawn);
        }
    }
}
