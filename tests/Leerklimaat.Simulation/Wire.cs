using System.IO.Pipelines;

namespace Leerklimaat.Simulation;

/// <summary>The connection by which one stream comes to one phone. It may be slow, and it breaks without a word.</summary>
public sealed class Wire(World world, Site from, Site to, Chance luck, Action<byte[]> arrives) : PipeWriter
{
    private byte[] buffer = new byte[4096];
    private int written;
    private TimeSpan arrived;

    public bool IsBroken { get; private set; }

    public void Break() => IsBroken = true;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length - written < Math.Max(1, sizeHint)) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, written + sizeHint));
        return buffer.AsMemory(written);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes) => written += bytes;

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var bytes = buffer.AsSpan(0, written).ToArray();
        written = 0;
        // In the order in which it was sent; what is underway when it breaks is lost.
        var now = TimeSpan.FromTicks(world.Agenda.Now);
        arrived = TimeSpan.FromTicks(Math.Max(arrived.Ticks, (now + Site.Hop(luck)).Ticks));
        to.In(arrived - now, () => { if (!IsBroken) arrives(bytes); });
        if (world.Misfortune.Strikes(Fault.ReaderSlow, luck)) await from.Delay(TimeSpan.FromSeconds(1));
        return new(isCanceled: false, isCompleted: IsBroken);
    }

    public override void CancelPendingFlush() { }

    public override void Complete(Exception? exception = null) { }
}
