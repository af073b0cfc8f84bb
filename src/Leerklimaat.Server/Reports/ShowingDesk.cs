using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Reports;

/// <summary>
/// The one place where numbers of people are published, for reports and screens alike, and where is looked what was: who leads asks for it, or the
/// workshop closes; whoever looks changes nothing (D7).
/// </summary>
public sealed class ShowingDesk(IGrainFactory grains, Watched<Table> played, Watched<Plenary> plenaries, IOptions<ServerSettings> settings, TimeProvider time)
{
    /// <summary>The fewest people whose numbers are shown, wherever.</summary>
    public int Minimum => settings.Value.SmallestGroup;

    public async Task<Publications> Published(WorkshopId id) => (await Grain(id).Look()).State;

    /// <summary>Publishes the numbers so far, as many as may be shown beside all that was published before.</summary>
    public async Task Publish(WorkshopId id, Workshop workshop, Guid command)
    {
        var answers = await Task.WhenAll(workshop.Tables.Select(table => played.Look(table.Id.Value)));
        var tables = workshop.WithoutRehearsal(workshop.Tables.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second.State)).ToDictionary();
        var minimum = Math.Max(Minimum, (await plenaries.Look(id.Value)).State.Minimum);
        var now = time.GetUtcNow();
        await Grain(id).Ask(new ShowGroups(PlayedCards.Told(workshop, tables), minimum, workshop.Board, now) { Stories = PlayedCards.Stories(workshop, tables), Rounds = PlayedCards.Rounds(workshop, tables) }, command, now);
    }

    private IPublicationsGrain Grain(WorkshopId id) => grains.GetGrain<IPublicationsGrain>(id.Value);
}
