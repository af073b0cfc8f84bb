using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>Whatever a host watches with, as the server sees it: it takes what comes by OTLP over HTTP, and keeps each byte.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = new();

    private Receiver()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            taken.Enqueue((http.Request.Path, body.ToArray()));
        });
    }

    public string Address => app.Urls.First();

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>What came of one kind, as text: names and values stand in the bytes as they are.</summary>
    /// <param name="kind"><c>traces</c>, <c>metrics</c> or <c>logs</c>; nothing for all.</param>
    public string Taken(string? kind = null) => string.Join('\n', taken.Where(one => kind is null || one.Path == $"/v1/{kind}").Select(one => Encoding.UTF8.GetString(one.Body)));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
