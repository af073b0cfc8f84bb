using System.Collections.Concurrent;
using System.Diagnostics;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>Sends each request to the next of several processes, and to the one after that when it is away: what a proxy does that knows nobody again.</summary>
/// <param name="all">Asked for each request: processes come and go.</param>
internal sealed class Spreading(Func<IReadOnlyList<Uri>> all, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<Uri, long> Away = new();

    private static int turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null) await request.Content.LoadIntoBufferAsync(cancellationToken);
        var addresses = all();
        for (var left = addresses.Count; ; left--)
        {
            var to = Next(addresses);
            request.RequestUri = new(to, request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception away) when (ServerProcess.IsAway(away) || away is OperationCanceledException)
            {
                Away[to] = Stopwatch.GetTimestamp();
                // The same request again: it carries the id of its command.
                if (left <= 1 || cancellationToken.IsCancellationRequested) throw;
            }
        }
    }

    private static Uri Next(IReadOnlyList<Uri> addresses)
    {
        var there = addresses.Where(one => !Away.TryGetValue(one, out var since) || Stopwatch.GetElapsedTime(since) > LeftAlone).ToList();
        if (there.Count == 0) there = [.. addresses];
        return there[(int)((uint)Interlocked.Increment(ref turn) % there.Count)];
    }
}
