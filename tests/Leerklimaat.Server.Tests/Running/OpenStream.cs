using System.Net;
using System.Text.RegularExpressions;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>An open stream of a page, and every message that came over it.</summary>
public sealed partial class OpenStream : IAsyncDisposable
{
    private readonly List<(long Version, string Html)> messages = [];
    private readonly CancellationTokenSource closing = new();
    private readonly HttpResponseMessage response;
    private readonly Task reading;
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OpenStream(HttpResponseMessage response)
    {
        this.response = response;
        reading = Read();
    }

    /// <summary>Completes when the server has ended the stream.</summary>
    public Task Ended => reading;

    public HttpStatusCode Status => response.StatusCode;

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
        return new(await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

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
        response.Dispose();
        await reading;
        closing.Dispose();
    }

    private async Task Read()
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(closing.Token));
            var (version, html) = (-1L, new List<string>());
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) version = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) html.Add(line[6..]);
                else if (line.Length == 0 && html.Count > 0)
                {
                    Keep(version, WebUtility.HtmlDecode(string.Join('\n', html)));
                    html.Clear();
                }
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or IOException or ObjectDisposedException or HttpRequestException)
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
