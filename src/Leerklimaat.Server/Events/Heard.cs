using Orleans.Runtime;

namespace Leerklimaat.Server.Events;

/// <summary>How much whoever asks knows already of what they ask: it goes along with the question, so that only the rest comes back.</summary>
internal static class Heard
{
    private const string Name = "leerklimaat-heard";

    public static void Say(long stored) => RequestContext.Set(Name, stored);

    /// <summary>Below zero when they did not say: then they are in this process, and need nothing but the state itself.</summary>
    public static long ByWhoAsks => RequestContext.Get(Name) as long? ?? -1;
}
