using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Workshops;

/// <summary>The addresses and codes with which people come to a workshop, to its wall and to the role.</summary>
public sealed class LinkBook(Addresses addresses, IOptions<ServerSettings> settings)
{
    public FacilitatorLinks Of(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http) => new(
        workshop.Code!.Value, addresses.ToJoin(http.Request, workshop.Code.Value),
        settings.Value.MostPeople, leading.Key.Length > 0 ? $"{addresses.Of(http.Request)}/lead/{id.Value}/{leading.Key}" : "", leading.RecoveryCode, ScreenKeys.OfWall(workshop));
}

/// <summary>What a facilitator gives to others, and keeps.</summary>
/// <param name="Private">Empty where this browser does not know it.</param>
/// <param name="WallKey">With which the wall opens on another machine.</param>
public sealed record FacilitatorLinks(JoinCode Code, string Join, int MostPeople, string Private, string RecoveryCode, string WallKey)
{
    /// <summary>From nine tenths on it is told, while something can still be done about it.</summary>
    public bool IsAlmostFull(int people) => 10 * people >= 9 * MostPeople;

    /// <summary>What people type by hand: the address without what browsers add themselves.</summary>
    public string ShortAddress => new Uri(Join).Authority;
}
