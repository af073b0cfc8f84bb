using System.IO.Pipelines;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Live;

public class ComingBackAfterAFault
{
    private static readonly Subject Laid = Subject.Of<Table>(Guid.CreateVersion7());

    [Fact, Rule("L4")]
    public async Task A_page_that_comes_again_after_its_table_could_not_be_found_sees_the_table_at_once()
    {
        var newest = new Newest();
        var table = new Lost();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var feed = Feed(table, newest, services);

        await Assert.ThrowsAsync<TimeoutException>(() => feed.Listen(new Somebody(), APage()));
        table.IsFound = true;
        var again = APage();
        again.End();
        await feed.Listen(new Somebody(), again);

        Assert.True(newest.Knows(Laid));
    }

    [Fact]
    public async Task What_nobody_looks_at_any_more_is_forgotten_also_where_they_waited_for_it_while_the_feed_swept()
    {
        var newest = new Newest();
        var found = new TaskCompletionSource();
        var table = new Lost { IsFound = true, Found = found.Task };
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var feed = Feed(table, newest, services);
        var page = APage();
        var listening = feed.Listen(new Somebody(), page);
        feed.ShowLife();
        found.SetResult();
        page.End();
        await listening;
        Assert.True(newest.Knows(Laid));

        feed.ShowLife();
        Assert.False(newest.Knows(Laid));
    }

    private static LiveFeed Feed(Watched table, Newest newest, IServiceProvider services) =>
        new(newest, new Watching([table], newest, NullLogger<Watching>.Instance), new Drawing(new Pens(services)), ActivatorUtilities.CreateInstance<StreamMeter>(services), TimeProvider.System, NullLogger<LiveFeed>.Instance);

    private static Listener APage() => new(new Pipe().Writer, seen: -1, own: null, CancellationToken.None);

    private sealed class Lost() : Watched(typeof(Table), namesOthers: false)
    {
        public bool IsFound { get; set; }

        public Task Found { get; init; } = Task.CompletedTask;

        public override async Task Watch(Guid id, Watching watching)
        {
            if (!IsFound) throw new TimeoutException();
            await Found;
            watching.Hear(Laid, new Answer<Table>(Table.Empty, 1, null, 1));
        }
    }

    private sealed record Somebody() : Audience("nl")
    {
        public override TimeSpan Pace => TimeSpan.Zero;

        public override IEnumerable<Subject> Subjects(Newest newest) => [Laid];

        public override Fragment? Draw(Newest newest) => null;
    }
}
