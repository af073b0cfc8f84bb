using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Leerklimaat.Load;

/// <summary>
/// What our work is compared with: a post that tells everybody at a table one short message over server-sent events, written as most people
/// would write it. It knows no rules, keeps nothing and lets everybody in.
/// </summary>
public static class BareServer
{
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var tables = new ConcurrentDictionary<int, BareTable>();

        app.MapGet("/tables/{id:int}/live", (int id, HttpContext http) => tables.GetOrAdd(id, _ => new()).Listen(http));
        app.MapPost("/tables/{id:int}/actions", async (int id, HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            http.Response.Headers[Phone.VersionHeader] = tables[id].Tell(form["square"].ToString()).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.NoContent();
        });

        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private sealed class BareTable
    {
        private readonly ConcurrentDictionary<Channel<string>, byte> listeners = new();
        private long version;

        public long Tell(string square)
        {
            var next = Interlocked.Increment(ref version);
            var message = $"id: {next}\ndata: {{\"square\":{square}}}\n\n";
            foreach (var listener in listeners.Keys) listener.Writer.TryWrite(message);
            return next;
        }

        public async Task Listen(HttpContext http)
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.FlushAsync();
            var own = Channel.CreateUnbounded<string>();
            listeners.TryAdd(own, 0);
            try
            {
                await foreach (var message in own.Reader.ReadAllAsync(http.RequestAborted))
                {
                    await http.Response.WriteAsync(message);
                    await http.Response.Body.FlushAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // The phone went away.
            }
            finally
            {
                listeners.TryRemove(own, out _);
            }
        }
    }
}
