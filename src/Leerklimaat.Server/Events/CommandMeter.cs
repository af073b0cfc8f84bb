using System.Diagnostics.Metrics;
using Leerklimaat.Domain;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Events;

/// <summary>How much is asked of aggregates, and for which reasons they refuse: a rule that stops a whole room is seen here first. It names nobody.</summary>
public sealed class CommandMeter(IMeterFactory meters)
{
    private readonly Counter<long> handled = meters.Ours().CreateCounter<long>("leerklimaat.commands", "{command}", "What was asked of tables, workshops and questions, and decided.");
    private readonly Counter<long> refused = meters.Ours().CreateCounter<long>("leerklimaat.refusals", "{command}", "What was asked and refused, by the reason.");

    /// <param name="aggregate">What was asked: a table, a workshop.</param>
    public void Decided(string aggregate, Refusal? refusal)
    {
        handled.Add(1, new KeyValuePair<string, object?>("aggregate", aggregate));
        if (refusal is not null && refused.Enabled) refused.Add(1, new("aggregate", aggregate), new("reason", refusal.Reason.ToString()));
    }
}
