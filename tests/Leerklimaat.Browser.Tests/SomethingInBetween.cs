using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Leerklimaat.Browser.Tests;

/// <summary>What a proxy or a scanner for viruses does to what passes.</summary>
public enum Meddling
{
    Nothing,

    /// <summary>Nothing of an answer goes on before it has two thousand bytes, or has ended.</summary>
    HoldsTheFirst,

    /// <summary>Nothing of an answer, its status neither, goes on before it has ended.</summary>
    HoldsAll,

    /// <summary>What is quiet for a second is cut.</summary>
    CutsWhatIsQuiet,

    /// <summary>The server is said to be away.</summary>
    IsAway,

    /// <summary>Only the few headers go on without which there is no web, and where a post came from (docs/decisions/0007).</summary>
    StripsHeaders,
}

/// <summary>A proxy of ours between one phone and the server, as bad as those that people have.</summary>
public sealed class SomethingInBetween : IAsyncDisposable
{
    private const int First = 2048;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly string[] FewAsked = ["Accept", "Content-Type", "Content-Length", "Cookie", "Host", "Origin", "User-Agent"];
    private static readonly string[] FewAnswered = ["Content-Type", "Content-Length", "Location", "Set-Cookie"];

    private readonly HttpClient server;
    private readonly WebApplication app;

    private SomethingInBetween(Uri address)
    {
        server = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(Pass);
    }

    public Uri Address => new(app.Urls.First());

    public Meddling Does { get; set; }

    /// <summary>Each address that was asked for, with what stands behind the question mark.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<SomethingInBetween> Before(Uri server, Meddling does)
    {
        var between = new SomethingInBetween(server) { Does = does };
        await between.app.StartAsync();
        return between;
    }

    public async ValueTask DisposeAsync()
    {
        // Streams never end by themselves.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        server.Dispose();
    }

    private async Task Pass(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path + http.Request.QueryString);
        if (Does == Meddling.IsAway)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync("<h1>Bad Gateway</h1>");
            return;
        }

        try
        {
            using var answer = await server.SendAsync(Question(http.Request), HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding" && GoesOn(header.Key, FewAnswered))) http.Response.Headers[name] = values.ToArray();
            await using var body = await answer.Content.ReadAsStreamAsync(http.RequestAborted);
            await Pass(body, http);
        }
        catch (Exception gone) when (gone is OperationCanceledException or HttpRequestException or IOException)
        {
            http.Abort();
        }
    }

    private async Task Pass(Stream body, HttpContext http)
    {
        var to = http.Response;
        var held = Does switch { Meddling.HoldsAll => long.MaxValue, Meddling.HoldsTheFirst => First, _ => 0 };
        if (held == 0) await to.StartAsync(http.RequestAborted);
        using var kept = new MemoryStream();
        var some = new byte[16 * 1024];
        while (await Read(body, some, http.RequestAborted) is > 0 and var count)
        {
            kept.Write(some, 0, count);
            if ((held -= count) > 0) continue;
            await to.Body.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), http.RequestAborted);
            await to.Body.FlushAsync(http.RequestAborted);
            kept.SetLength(0);
        }

        await to.Body.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), http.RequestAborted);
    }

    private async Task<int> Read(Stream body, byte[] some, CancellationToken gone)
    {
        if (Does != Meddling.CutsWhatIsQuiet) return await body.ReadAsync(some, gone);

        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(gone);
        quiet.CancelAfter(Quiet);
        return await body.ReadAsync(some, quiet.Token);
    }

    private HttpRequestMessage Question(HttpRequest asked)
    {
        var question = new HttpRequestMessage(new(asked.Method), asked.Path + asked.QueryString) { Version = HttpVersion.Version11 };
        if (HttpMethods.IsPost(asked.Method)) question.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers.Where(header => GoesOn(header.Key, FewAsked)))
        {
            if (!question.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) question.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return question;
    }

    private bool GoesOn(string header, string[] few) => Does != Meddling.StripsHeaders || few.Contains(header, StringComparer.OrdinalIgnoreCase);
}
