using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>An open stream of a page, and every message that came over it.</summary>
public sealed partial class OpenStream : IAsyncDisposable
{
    private readonly List<(long Version, string Html)> messages = [];
    private readonly CancellationTokenSource closing = new();
    private readonly IDisposable connection;
    private readonly Task reading;
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OpenStream(HttpStatusCode status, IDisposable connection, Func<CancellationToken, Task<Stream>> open)
    {
        (Status, this.connection) = (status, connection);
        reading = Read(open);
    }

    /// <summary>Completes when the server has ended the stream.</summary>
    public Task Ended => reading;

    public HttpStatusCode Status { get; }

    public IReadOnlyList<(long Version, string Html)> Messages
    {
        get
        {
            lock (messages) return [.. messages];
        }
    }

    public static async Task<OpenStream> Open(Person person, string path, long? lastSeen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastSeen is { } seen) request.Headers.Add("Last-Event-ID", $"{seen}");
        var response = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(response.StatusCode, response, response.Content.ReadAsStreamAsync);
    }

    /// <summary>The same by a WebSocket, as a page of this server asks where its browser has other pages open.</summary>
    public static async Task<OpenStream> OpenBySocket(Person person, string path, long? lastSeen = null)
    {
        var socket = ASocket(person, person.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(SocketAddress(person, lastSeen is { } seen ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}seen={seen}" : path), CancellationToken.None);
        return new(socket.HttpStatusCode, socket, _ => Task.FromResult<Stream>(WebSocketStream.Create(socket, WebSocketMessageType.Binary)));
    }

    /// <param name="origin">Of which site the page is that asks; nothing for what is no page.</param>
    public static ClientWebSocket ASocket(Person person, string? origin)
    {
        var socket = new ClientWebSocket { Options = { Cookies = person.Cookies, CollectHttpResponseDetails = true } };
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }

    public static Uri SocketAddress(Person person, string path) => new(new Uri($"ws://{person.Http.BaseAddress!.Authority}"), path);

    /// <summary>Waits for a message with all of this in it, however long it takes within reason.</summary>
    public Task<string> Sees(params string[] expected) => SeesAfter(0, expected);

    /// <param name="before">How many messages had come already.</param>
    public async Task<string> SeesAfter(int before, params string[] expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = Volatile.Read(ref more).Task;
            if (Messages.Skip(before).LastOrDefault(message => expected.All(part => message.Html.Contains(part, StringComparison.Ordinal))) is { Html: { } html }) return html;
            await next.WaitAsync(patience.Token);
        }
    }

    /// <summary>Waits until the page shows this version, or a later one.</summary>
    public async Task Reaches(long version)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = Volatile.Read(ref more).Task;
            if (Messages is [.., var last] && last.Version >= version) return;
            await next.WaitAsync(patience.Token);
        }
    }

    /// <summary>What the page shows by now, region by region, as its browser would have put it together.</summary>
    public IReadOnlyDictionary<string, string> Shown => Messages
        .SelectMany(message => RegionsOf().Matches(message.Html))
        .GroupBy(region => region.Groups[1].Value, region => region.Groups[2].Value)
        .ToDictionary(region => region.Key, region => region.Last());

    /// <summary>The ids of what a message brings anew.</summary>
    public static IEnumerable<string> RegionsIn(string message) => RegionsOf().Matches(message).Select(region => region.Groups[1].Value);

    /// <summary>Waits until one's own part is this: what the stream brought last, unless a post was answered with what is newer.</summary>
    public async Task ShowsOwn(string expected, Answer answered)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = Volatile.Read(ref more).Task;
            if (OwnAfter(answered) == expected) return;
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(expected, OwnAfter(answered));
            }
        }
    }

    private string OwnAfter(Answer answered)
    {
        var (version, html) = Messages.LastOrDefault(message => RegionsIn(message.Html).Contains("mine"), (-1, ""));
        return long.TryParse(answered.Version, out var newer) && newer >= version ? OwnIn(answered.Text) : RegionIn(html, "mine").TrimEnd() + RegionIn(html, "chosen");
    }

    /// <summary>The own part in an answer to a post, without what is said above it.</summary>
    public static string OwnIn(string answer) => answer.IndexOf("<div class=\"mine\"", StringComparison.Ordinal) is >= 0 and var at ? answer[at..].TrimEnd() + RegionIn(answer, "chosen") : "";

    private static string RegionIn(string html, string target) => RegionsOf().Matches(html).LastOrDefault(region => region.Groups[1].Value == target)?.Groups[2].Value ?? "";

    /// <summary>The same without one's own part: what everybody else of this audience shows too.</summary>
    public string Shared => string.Join('\n', Shown.Where(region => region.Key is not ("mine" or "squares" or "chosen")).OrderBy(region => region.Key).Select(region => $"#{region.Key} {region.Value}"));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        connection.Dispose();
        await reading;
        closing.Dispose();
    }

    private async Task Read(Func<CancellationToken, Task<Stream>> open)
    {
        try
        {
            using var reader = new StreamReader(await open(closing.Token));
            var (version, html) = (-1L, new List<string>());
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) version = long.Parse(line[4..].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) html.Add(line[6..]);
                else if (line.Length == 0 && html.Count > 0)
                {
                    Keep(version, WebUtility.HtmlDecode(string.Join('\n', html)));
                    html.Clear();
                }
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or IOException or ObjectDisposedException or HttpRequestException or WebSocketException)
        {
            // The test closed it, or the server went away: what came until then is kept.
        }
    }

    private void Keep(long version, string html)
    {
        lock (messages) messages.Add((version, html));
        Interlocked.Exchange(ref more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    [GeneratedRegex("""<template hx type="partial" hx-target="#([A-Za-z0-9-]+)"[^>]*>(.*?)</template>""", RegexOptions.Singleline)]
    private static partial Regex RegionsOf();
}
