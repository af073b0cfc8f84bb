using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>A workshop with its tables and what was shown of people, for pages that look at all of it.</summary>
public sealed class WorkshopStates(Watched<Workshop> workshops, Watched<Table> tables, Watched<Publications> publications)
{
    /// <summary>The tables as others see them: without what they hold back (T8).</summary>
    public async Task<(Dictionary<TableId, Table> States, long Version)> Of(WorkshopId id, Workshop workshop)
    {
        var answers = await Task.WhenAll(workshop.Tables.Select(table => tables.Look(table.Id.Value)));
        var states = workshop.Tables.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second.State.AsGiven());
        var own = await workshops.Look(id.Value);
        var shown = await publications.Look(id.Value);
        return (states, own.Version + own.State.ErasedEvents + shown.Version + answers.Sum(answer => answer.Version));
    }

    /// <summary>What was shown of people so far.</summary>
    public async Task<Publications> ShownOf(WorkshopId id) => (await publications.Look(id.Value)).State;
}
