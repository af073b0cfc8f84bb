using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Reports;

/// <summary>Publishes the numbers of a workshop when it closes (D7).</summary>
public sealed class PublishingAtTheClosing(ShowingDesk showing) : IConsequence
{
    public async Task After(WorkshopId id, Workshop? before, Workshop now)
    {
        if (now.ClosedAt is not null && await HasToPublish(id, before)) await showing.Publish(id, now, Guid.CreateVersion7());
    }

    // Once at the closing; and where a process stopped in between, or closed it before this was so, once when the workshop wakes up.
    private async Task<bool> HasToPublish(WorkshopId id, Workshop? before) => before is not null ? before.ClosedAt is null : !(await showing.Published(id)).IsPublished;
}
