using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Leerklimaat.Load;

/// <summary>One player's browser: its own cookies, an open stream on a connection of its own, and posts.</summary>
public sealed class Phone(HttpClient[] ways, bool knowsAddresses) : IDisposable
{
    public const string VersionHeader = "Leerklimaat-Version";

    // Of all phones, so that those who come one after the other do not all begin at the same process.
    private static int turn;

    private readonly Dictionary<string, string> cookies = [];
    private string live = "";
    private int passedBy;
    private long bytes;

    public LiveStream Stream { get; private set; } = null!;

    /// <summary>How often its stream was refused while it woke.</summary>
    public int Refused { get; private set; }

    /// <summary>What came back to posts and for pages.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public Task<(string Page, Uri Address)> Open(string path) => Arrive(new(HttpMethod.Get, path));

    public Task<(string Page, Uri Address)> Submit(string path, params (string Name, string Value)[] fields) => Arrive(new(HttpMethod.Post, path) { Content = Form(fields) });

    /// <summary>Asks as a script of the page does.</summary>
    /// <returns>The version that the action made, and what came back.</returns>
    public async Task<(long Version, string Part)> Ask(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        request.Headers.Add("HX-Request", "true");
        using var answer = await Send(request);
        var part = await Text(answer);
        return (long.Parse(answer.Headers.GetValues(VersionHeader).Single(), CultureInfo.InvariantCulture), part);
    }

    /// <summary>The same, where what is made has no version.</summary>
    public async Task Tell(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        request.Headers.Add("HX-Request", "true");
        using var answer = await Send(request);
        await Text(answer);
    }

    public async Task Listen(string path)
    {
        live = path;
        if (await Connect(before: null) is var status and not HttpStatusCode.OK) throw new InvalidOperationException($"The stream {path} was refused with {status}.");
    }

    /// <summary>The connection breaks, and nobody says so.</summary>
    public void Sleep() => Stream.Dispose();

    /// <summary>
    /// Comes back as our page does (reconnectDelay in Layout.razor): after a pause that differs from phone to phone, with the version that it saw
    /// last, and after a longer pause each time that it is refused.
    /// </summary>
    public async Task Wake(CancellationToken patience)
    {
        var before = Stream;
        for (Refused = 0; ; Refused++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(300 * Math.Pow(2, Refused), 1_500) * (.7 + .6 * Random.Shared.NextDouble())), patience);
            // Behind a proxy, which asks the next when one is not there.
            for (var left = ways.Length; left > 0; left--)
            {
                if (await TryConnect(before)) return;
            }
        }
    }

    public void Dispose() => Stream?.Dispose();

    private async Task<bool> TryConnect(LiveStream before)
    {
        try
        {
            return await Connect(before) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            passedBy++;
            return false;
        }
    }

    private async Task<HttpStatusCode> Connect(LiveStream? before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, live);
        if (before?.Seen is { } seen) request.Headers.Add("Last-Event-ID", seen);
        var answer = await Send(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.IsSuccessStatusCode) Stream = new(await answer.Content.ReadAsStreamAsync(), before);
        else answer.Dispose();
        return answer.StatusCode;
    }

    private async Task<(string Page, Uri Address)> Arrive(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await Send(request))
        {
            return answer.Headers.Location is { } elsewhere
                ? await Arrive(new(HttpMethod.Get, new Uri(new Uri(request.RequestUri!, elsewhere).PathAndQuery, UriKind.Relative)))
                : (await Text(answer), request.RequestUri!);
        }
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Values));
        var answer = await ways[WayOf(request.RequestUri!.OriginalString)].SendAsync(request, until);
        Keep(answer.Headers);
        return answer;
    }

    // What is asked of one table or workshop has its id second in the path.
    private int WayOf(string address) => (int)((knowsAddresses && address.Split('/', '?') is [_, _, var id, ..] && Guid.TryParse(id, out var one) ? one.ToByteArray()[^1] + (uint)passedBy : (uint)Interlocked.Increment(ref turn)) % ways.Length);

    private void Keep(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var cookie in set.Select(one => one.Split(';')[0])) cookies[cookie.Split('=')[0]] = cookie;
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<string> Text(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Interlocked.Add(ref bytes, text.Length);
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} was refused with {answer.StatusCode}: {text}");
    }
}
