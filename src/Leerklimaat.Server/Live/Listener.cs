using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Leerklimaat.Server.Live;

/// <summary>
/// One open stream to one page. Whoever offers a frame writes it straight into the connection when that is free; while an earlier frame is
/// still on its way to a slow reader only the newest one waits, so that a phone in a bad corner costs no memory and skips to what is true now.
/// </summary>
/// <param name="seen">The version that the page shows already, or -1.</param>
/// <param name="mayLook">Asked again with each change and each sign of life: a right that has ended ends the stream, and the page is told so.</param>
/// <param name="own">Draws what is new in the page's own part, which nobody else gets; empty when whoever looks has nothing of their own here any more.</param>
/// <param name="once">Ends with the first thing that there is to say: something on the way holds back whatever does not end, and the page asks again.</param>
public sealed class Listener(PipeWriter connection, long seen, Func<Frame, byte[]>? own, CancellationToken gone, Func<bool>? mayLook = null, StreamMeter? meter = null, bool once = false)
{
    private static readonly byte[] Through = "event: through\n\n"u8.ToArray(), Gone = "event: gone\ndata: gone\n\n"u8.ToArray();

    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long seen = seen;
    private Frame? waiting;
    private long offered = -1;
    private byte[]? sign;
    private bool isWriting;
    private bool isDismissed;

    /// <summary>Completes when the stream has ended, by the reader or by the server.</summary>
    public Task Ended => ended.Task;

    public void Offer(Frame frame)
    {
        lock (gate)
        {
            // Whoever drew it earlier may come later.
            if (frame.Version < offered || Dismissed()) return;
            if (waiting is not null) meter?.Skipped();
            (waiting, offered) = (frame, frame.Version);
            if (isWriting) return;
            isWriting = true;
        }

        _ = Write();
    }

    /// <summary>For a stream that is quiet: proxies leave it open, a lost reader is noticed, and the reader notices a lost server.</summary>
    /// <param name="lifeSign">An event with the server's time, by which pages set their clock.</param>
    public void ShowLife(byte[] lifeSign)
    {
        lock (gate)
        {
            if (isWriting || Dismissed()) return;
            sign = lifeSign;
            isWriting = true;
        }

        _ = Write();
    }

    /// <summary>By which a page knows soon after it asked that its stream comes through. What ends with the first thing comes through anyhow, and waits for something better.</summary>
    public void ShowThrough()
    {
        if (!once) ShowLife(Through);
    }

    public void End() => ended.TrySetResult();

    public static byte[] SignOfLife(DateTimeOffset now) => Encoding.UTF8.GetBytes($"event: alive\ndata: {now.ToUnixTimeMilliseconds()}\n\n");

    /// <summary>The last that whoever may not look any more gets is that they may not.</summary>
    private bool Dismissed()
    {
        if (isDismissed) return true;
        if (mayLook is null || mayLook()) return false;

        (isDismissed, waiting, sign) = (true, null, Gone);
        if (!isWriting)
        {
            isWriting = true;
            _ = Write();
        }

        return true;
    }

    private async Task Write()
    {
        try
        {
            while (Next(out var frame, out var life))
            {
                if (!(frame is not null ? Put(frame) : Put(life))) continue;
                var flushed = await connection.FlushAsync(gone);
                if (once || flushed.IsCompleted) End();
            }

            if (isDismissed) End();
        }
        catch (Exception) when (gone.IsCancellationRequested)
        {
            End();
        }
        catch (Exception lost) when (lost is IOException or InvalidOperationException or OperationCanceledException)
        {
            End();
        }
    }

    private bool Next(out Frame? frame, out byte[]? life)
    {
        lock (gate)
        {
            (frame, life) = (waiting, sign);
            (waiting, sign) = (null, null);
            return isWriting = frame is not null || life is not null;
        }
    }

    private bool Put(byte[]? life)
    {
        connection.Write(life);
        return true;
    }

    /// <returns>False when there is nothing in it that the page does not show already.</returns>
    private bool Put(Frame frame)
    {
        var news = frame.Since(seen);
        byte[] part = own is not null && frame.HasOwnNewsSince(seen) ? own(frame) : [];
        seen = frame.Version;
        if (news.Length == 0 && part.Length == 0) return false;

        connection.Write(news.Length > 0 ? news.Span : frame.Head);
        connection.Write(part);
        connection.Write("\n\n"u8);
        return true;
    }
}
