using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.IO.Pipelines;

namespace Leerklimaat.Load;

/// <summary>The open stream of one phone: which version it shows, and since when.</summary>
public sealed class LiveStream
{
    private readonly Lock gate = new();
    private (long Version, long At) shown;
    private long wanted = long.MaxValue;
    private TaskCompletionSource<long>? waiting;
    private long bytes, messages;

    public LiveStream(Stream source) => _ = Read(PipeReader.Create(source));

    public long Bytes => Interlocked.Read(ref bytes);

    public long Messages => Interlocked.Read(ref messages);

    /// <summary>Completes with the moment at which this version, or a newer one, stood on this screen.</summary>
    public Task<long> Shows(long version)
    {
        lock (gate)
        {
            if (shown.Version >= version) return Task.FromResult(shown.At);
            wanted = version;
            return (waiting = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private async Task Read(PipeReader reader)
    {
        try
        {
            while (await reader.ReadAsync() is { IsCompleted: false } read)
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

        lock (gate) waiting?.TrySetException(new IOException("The stream ended."));
    }

    private bool Take(ref ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> message, "\n\n"u8)) return false;

        var whole = message.IsSingleSegment ? message.FirstSpan : message.ToArray();
        buffer = buffer.Slice(reader.Position);
        Interlocked.Add(ref bytes, whole.Length + 2);
        if (whole.StartsWith("id: "u8) && Utf8Parser.TryParse(whole[4..], out long version, out _)) Show(version);
        return true;
    }

    private void Show(long version)
    {
        Interlocked.Increment(ref messages);
        lock (gate)
        {
            shown = (version, Stopwatch.GetTimestamp());
            if (version >= wanted)
            {
                waiting!.TrySetResult(shown.At);
                wanted = long.MaxValue;
            }
        }
    }
}
