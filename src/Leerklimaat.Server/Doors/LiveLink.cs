using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Doors;

/// <summary>How long a workshop can be looked at after it was closed (W7). What that means at each address, the doors know.</summary>
public sealed class LiveLink(IOptions<ServerSettings> settings, TimeProvider time)
{
    /// <summary>How long there is still to look; nothing while the workshop is open.</summary>
    public TimeSpan? Left(Workshop workshop) => workshop.ClosedAt + TimeSpan.FromMinutes(settings.Value.LiveLinkMinutes) - time.GetUtcNow();

    public bool HasEnded(Workshop workshop) => Left(workshop) <= TimeSpan.Zero;

    /// <summary>Who came in by the code to look on, for as long as that way in lasts (W6, W7).</summary>
    public bool IsFollower(Workshop workshop, DeviceId device) => workshop.IsFollowedBy(device) && !HasEnded(workshop);
}
