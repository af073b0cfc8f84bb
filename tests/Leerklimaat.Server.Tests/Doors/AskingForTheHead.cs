using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>A link checker, or a monitor, asks for no more than the head of a page.</summary>
public sealed class AskingForTheHead : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task It_is_that_of_the_page_and_nothing_comes_behind_it()
    {
        foreach (var path in new[] { "/", $"/{workshop.Code}", workshop.Table1, $"{workshop.Root}/follow", "/recovery", "/health", "/health/live", "/health/ready", "/nergens/te/vinden", workshop.Root })
        {
            using var page = await workshop.Anna.Http.GetAsync(path);
            using var head = await workshop.Anna.Http.SendAsync(new(HttpMethod.Head, path));
            Assert.Equal((path, page.StatusCode, page.Content.Headers.ContentType?.ToString()), (path, head.StatusCode, head.Content.Headers.ContentType?.ToString()));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.Equal(page.Headers.CacheControl?.ToString(), head.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public async Task A_stream_has_none()
    {
        using var head = await workshop.Anna.Http.SendAsync(new(HttpMethod.Head, $"{workshop.Table1}/live"));
        Assert.NotEqual(HttpStatusCode.OK, head.StatusCode);
    }
}
