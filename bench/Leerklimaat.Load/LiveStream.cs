using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace Leerklimaat.Load;

/// <summary>The open stream of one phone: which version it shows, and since when.</summary>
public sealed class LiveStream : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource cut = new();
    private (long Version, long At) shown;
    private long wanted = long.MaxValue;
    private bool hasEnded;
    private TaskCompletionSource<long>? waiting;
    private List<int> pushes = [];
    private string? seen;

    /// <param name="before">The stream that broke, whose screen shows already what is not told again; nothing for the first.</param>
    public LiveStream(Stream source, LiveStream? before)
    {
        (shown, seen) = ((before?.Version ?? 0, Stopwatch.GetTimestamp()), before?.Seen);
        _ = Read(PipeReader.Create(source));
    }

    /// <summary>The version that it shows; 0 before the first message.</summary>
    public long Version
    {
        get
        {
            lock (gate) return shown.Version;
        }
    }

    /// <summary>The id of the message that it saw last, by which it says so when it comes back; nothing before the first.</summary>
    public string? Seen
    {
        get
        {
            lock (gate) return seen;
        }
    }

    /// <summary>How many bytes each message had that came since this was asked last. Signs of life are none: they have no version.</summary>
    public IReadOnlyList<int> TakePushes()
    {
        lock (gate)
        {
            var taken = pushes;
            pushes = [];
            return taken;
        }
    }

    /// <summary>Completes with the moment at which this version, or a newer one, stood on this screen.</summary>
    public Task<long> Shows(long version)
    {
        lock (gate)
        {
            if (shown.Version >= version) return Task.FromResult(shown.At);
            if (hasEnded) return Task.FromException<long>(Ended());
            wanted = version;
            return (waiting = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Breaks the connection, as a phone does that falls asleep or leaves.</summary>
    public void Dispose() => cut.Cancel();

    private async Task Read(PipeReader reader)
    {
        try
        {
            while (await reader.ReadAsync(cut.Token) is { IsCompleted: false } read)
            {
                var rest = read.Buffer;
                while (Take(ref rest)) { }
                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or HttpRequestException or ObjectDisposedException)
        {
            // The run is over, or the server is; whoever waits for this screen is not kept waiting by silence but told below.
        }

        lock (gate)
        {
            hasEnded = true;
            waiting?.TrySetException(Ended());
        }
    }

    private static IOException Ended() => new("The stream ended.");

    private bool Take(ref ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> message, "\n\n"u8)) return false;

        var whole = message.IsSingleSegment ? message.FirstSpan : message.ToArray();
        buffer = buffer.Slice(reader.Position);
        // The version, and behind it which process drew it, where there are several.
        if (whole.StartsWith("id: "u8) && Utf8Parser.TryParse(whole[4..], out long version, out _)) Show(version, Encoding.UTF8.GetString(whole[4..whole.IndexOf((byte)'\n')]), whole.Length + 2);
        return true;
    }

    private void Show(long version, string id, int size)
    {
        lock (gate)
        {
            seen = id;
            pushes.Add(size);
            shown = (version, Stopwatch.GetTimestamp());
            if (version >= wanted)
            {
                waiting!.TrySetResult(shown.At);
                wanted = long.MaxValue;
            }
        }
    }
}
