using System.Globalization;
using System.Net;

namespace Leerklimaat.Load;

/// <summary>One player's browser: its own connections and cookies, an open stream, and posts.</summary>
public sealed class Phone : IDisposable
{
    public const string VersionHeader = "Leerklimaat-Version";

    private readonly HttpClient http;
    private long bytes;

    public Phone(Uri address) => http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2), DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } };

    public LiveStream Stream { get; private set; } = null!;

    /// <summary>What came back to posts and for pages.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public async Task<(string Page, Uri Address)> Open(string path)
    {
        using var answer = await http.GetAsync(path);
        return (await Text(answer), answer.RequestMessage!.RequestUri!);
    }

    public async Task<(string Page, Uri Address)> Submit(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await http.PostAsync(path, Form(fields));
        return (await Text(answer), answer.RequestMessage!.RequestUri!);
    }

    /// <summary>Asks as a script of the page does.</summary>
    /// <returns>The version that the action made, and what came back.</returns>
    public async Task<(long Version, string Part)> Ask(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        request.Headers.Add("HX-Request", "true");
        using var answer = await http.SendAsync(request);
        var part = await Text(answer);
        return (long.Parse(answer.Headers.GetValues(VersionHeader).Single(), CultureInfo.InvariantCulture), part);
    }

    public async Task Listen(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        Stream = new(await answer.Content.ReadAsStreamAsync());
    }

    public void Dispose() => http.Dispose();

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<string> Text(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Interlocked.Add(ref bytes, text.Length);
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} was refused with {answer.StatusCode}: {text}");
    }
}
