namespace Leerklimaat.Server.Tests.Running;

/// <summary>The real clock, put forward when a test says so. Timers run as they do.</summary>
public sealed class AClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
