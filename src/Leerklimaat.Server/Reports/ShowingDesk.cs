using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Reports;

/// <summary>
/// The one place where is asked what may be shown of people, for a report and for the screen alike, and where it is kept before anybody sees it:
/// what was seen and is not remembered would let the next report or picture give people away (R3).
/// </summary>
public sealed class ShowingDesk(IGrainFactory grains, IOptions<ServerSettings> settings, TimeProvider time)
{
    /// <summary>The fewest people whose numbers are shown, wherever.</summary>
    public int Minimum => settings.Value.SmallestGroup;

    /// <param name="minimum">Where somebody asked for more than <see cref="Minimum"/>.</param>
    public async Task<Publications> Show(WorkshopId id, ImmutableArray<PlayedCard> cards, int minimum = 0) =>
        (await grains.GetGrain<IPublicationsGrain>(id.Value).Ask(new ShowGroups(cards, Math.Max(minimum, Minimum)), Guid.CreateVersion7(), time.GetUtcNow())).State;
}
