using System.Text;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Live;

[Rule("L4")]
public sealed class SayingWhatWasSeen : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Theory, InlineData("12-here", 12), InlineData("12-there", -1), InlineData("12", -1), InlineData("-here", -1), InlineData(null, -1)]
    public void A_page_that_comes_from_another_process_gets_everything(string? id, long seen) => Assert.Equal(seen, DrawingOf("-here").Seen(id));

    [Theory, InlineData("12", 12), InlineData("12-there", -1), InlineData("-9x", -1), InlineData("", -1)]
    public void Where_there_is_one_process_a_version_says_all(string id, long seen) => Assert.Equal(seen, DrawingOf("").Seen(id));

    [Theory, InlineData("-here"), InlineData("")]
    public void What_a_page_was_told_by_this_process_it_has_seen(string mark)
    {
        var head = Encoding.UTF8.GetString(new Frame(12, "", 0, [], mark).Head);
        Assert.Equal(12, DrawingOf(mark).Seen(head[4..head.IndexOf('\n', StringComparison.Ordinal)]));
    }

    private Drawing DrawingOf(string mark) => new(new Pens(services), mark);
}
