using Orleans.Runtime;

namespace Leerklimaat.Server.Events;

/// <summary>Who asks, and how much they know already of what they ask: it goes along with the question, so that only the rest comes back.</summary>
internal static class Heard
{
    private const string Name = "leerklimaat-heard", Asking = "leerklimaat-asking";

    public static void Say(long stored, SiloAddress from)
    {
        RequestContext.Set(Name, stored);
        RequestContext.Set(Asking, from);
    }

    /// <summary>The process that asks; nothing where there is one process.</summary>
    public static SiloAddress? WhoAsks => RequestContext.Get(Asking) as SiloAddress;

    /// <summary>Below zero when they did not say: then they are in this process, and need nothing but the state itself.</summary>
    public static long ByWhoAsks => RequestContext.Get(Name) as long? ?? -1;
}
