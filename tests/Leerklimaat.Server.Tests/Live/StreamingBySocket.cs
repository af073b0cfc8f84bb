using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Live;

/// <summary>The stream of a page by a WebSocket: for a browser that has its six connections in use.</summary>
public sealed class StreamingBySocket : IAsyncLifetime
{
    private AWorkshop workshop = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("L4")]
    public async Task It_brings_what_the_plain_stream_brings()
    {
        await using var plain = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var socket = await OpenStream.OpenBySocket(workshop.Anna, $"{workshop.Table1}/live");
        foreach (var stream in new[] { plain, socket }) await stream.Sees("0 van 2 pionnen gelegd");
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await workshop.Bram.Ask($"{workshop.Table1}/reveals");
        foreach (var stream in new[] { plain, socket }) await stream.Sees("id=\"turn\"");
        Assert.Equal(plain.Shown, socket.Shown);
    }

    [Fact, Rule("L4")]
    public async Task Who_comes_back_says_what_they_have_seen()
    {
        await using var first = await OpenStream.OpenBySocket(workshop.Bram, $"{workshop.Table1}/live");
        await first.Sees("0 van 2 pionnen gelegd");
        await using var second = await OpenStream.OpenBySocket(workshop.Bram, $"{workshop.Table1}/live", first.Messages[^1].Version);
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await second.Sees("1 van 2 pionnen gelegd");
        Assert.DoesNotContain(second.Messages, message => message.Html.Contains("0 van 2 pionnen gelegd", StringComparison.Ordinal));
    }

    [Theory, InlineData("https://elsewhere.example"), InlineData("null"), InlineData(null)]
    public async Task Another_site_reads_nothing_with_the_cookie_of_a_visitor(string? origin)
    {
        using var socket = OpenStream.ASocket(workshop.Anna, origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(OpenStream.SocketAddress(workshop.Anna, $"{workshop.Table1}/live"), Patience));
        Assert.Equal(HttpStatusCode.BadRequest, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Who_may_not_look_is_told_so_as_by_the_plain_stream()
    {
        using var socket = OpenStream.ASocket(workshop.Dennis, Ours);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(OpenStream.SocketAddress(workshop.Dennis, $"{workshop.Table1}/live"), Patience));
        await using var plain = await OpenStream.Open(workshop.Dennis, $"{workshop.Table1}/live");
        Assert.Equal(plain.Status, socket.HttpStatusCode);
        Assert.NotEqual(HttpStatusCode.OK, plain.Status);
    }

    [Fact, Rule("W7")]
    public async Task Who_may_look_no_more_is_told_so_and_the_socket_closes()
    {
        using var machine = new Person(workshop.Server, "The machine at the wall");
        using var socket = await Opened(machine, AWorkshop.LiveOf(workshop.Wall));
        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#renew-screens");
        Assert.EndsWith("event: gone\ndata: gone\n\n", await Rest(socket), StringComparison.Ordinal);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_server_that_stops_closes_it()
    {
        using var socket = await Opened(workshop.Chantal, AWorkshop.LiveOf(workshop.Wall));
        var rest = Rest(socket);
        await workshop.Server.Stop();
        await rest;
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_page_that_says_anything_ends_its_own_stream()
    {
        var feed = workshop.Server.Services.GetRequiredService<LiveFeed>();
        var before = feed.Listeners;
        using var socket = await Opened(workshop.Chantal, AWorkshop.LiveOf(workshop.Wall));
        await socket.SendAsync(Encoding.UTF8.GetBytes(new string('x', 100_000)), WebSocketMessageType.Text, true, Patience);
        await Rest(socket);
        for (var patience = Stopwatch.StartNew(); feed.Listeners > before; await Task.Yield()) Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "The stream is still listened to.");
    }

    private string Ours => workshop.Server.Address.GetLeftPart(UriPartial.Authority);

    private async Task<ClientWebSocket> Opened(Person person, string path)
    {
        var socket = OpenStream.ASocket(person, Ours);
        await socket.ConnectAsync(OpenStream.SocketAddress(person, path), Patience);
        return socket;
    }

    private static async Task<string> Rest(ClientWebSocket socket)
    {
        using var read = new StreamReader(WebSocketStream.Create(socket, WebSocketMessageType.Binary));
        return await read.ReadToEndAsync(Patience).WaitAsync(TimeSpan.FromSeconds(30), Patience);
    }
}
