namespace Leerklimaat.Server.Live;

/// <summary>The streams of this process end together when it stops; the pages come back by themselves, here or at another process.</summary>
public sealed class OpenStreams : IDisposable
{
    private readonly CancellationTokenSource end = new();

    public CancellationToken Ended => end.Token;

    /// <summary>A server that was stopped can be told to stop once more.</summary>
    public void End()
    {
        if (!end.IsCancellationRequested) end.Cancel();
    }

    public void Dispose() => end.Dispose();
}
