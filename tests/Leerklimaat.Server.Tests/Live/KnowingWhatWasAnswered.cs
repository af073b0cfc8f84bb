using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Tests.Live;

public class KnowingWhatWasAnswered
{
    private static readonly TableId Laid = new(Guid.CreateVersion7());
    private static readonly Subject Watched = Subject.Of<Table>(Laid.Value);

    private readonly Newest newest = new();
    private readonly Table earlier = Table.Empty;
    private readonly Table later = Table.Empty with { Message = "later" };

    [Fact]
    public void What_was_answered_is_known_at_once()
    {
        newest.Keep(Watched, stored: 1, version: 1, earlier);
        Assert.True(newest.Renew(Watched, stored: 2, version: 2, later));
        Assert.Same(later, newest.Of<Table>(Laid.Value, out var version));
        Assert.Equal(2, version);
    }

    [Fact]
    public void What_only_its_asker_may_notice_is_known_and_is_news_to_nobody()
    {
        newest.Keep(Watched, stored: 1, version: 1, earlier);
        Assert.False(newest.Renew(Watched, stored: 2, version: 1, later));
        Assert.Same(later, newest.Of<Table>(Laid.Value, out _));
    }

    [Fact]
    public void An_answer_that_the_news_has_overtaken_changes_nothing()
    {
        newest.Keep(Watched, stored: 3, version: 3, later);
        Assert.False(newest.Renew(Watched, stored: 2, version: 2, earlier));
        Assert.Same(later, newest.Of<Table>(Laid.Value, out _));
    }

    [Fact]
    public void The_news_that_comes_after_the_answer_is_none()
    {
        newest.Keep(Watched, stored: 1, version: 1, earlier);
        newest.Renew(Watched, stored: 2, version: 2, later);
        Assert.False(newest.Keep(Watched, stored: 2, version: 2, later));
    }

    [Fact]
    public void What_nobody_watches_is_not_kept()
    {
        Assert.False(newest.Renew(Watched, stored: 2, version: 2, later));
        Assert.Null(newest.Of<Table>(Laid.Value, out _));
    }
}
