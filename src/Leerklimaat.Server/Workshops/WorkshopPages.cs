using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Workshops;

/// <summary>The pages of a workshop as a whole.</summary>
public sealed class WorkshopPages(IGrainFactory grains, WorkshopViews views, Addresses addresses, IOptions<ServerSettings> settings)
{
    public async Task<IResult> Facilitator(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http, Notice? notice, int status = StatusCodes.Status200OK)
    {
        var (states, version) = await StatesOf(id, workshop);
        return Page.Of(new FacilitatorPage
        {
            View = views.ForFacilitator(id, workshop, states, version),
            Frame = PageFrame.Of(http),
            Links = LinksOf(id, workshop, leading, http),
            Notice = notice,
        }, status);
    }

    /// <summary>The facilitator's own part: tools and links, without the radar, which comes by itself.</summary>
    public async Task<IResult> Tools(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http, Notice? notice, int status)
    {
        var (states, version) = await StatesOf(id, workshop);
        return Page.Of(new ToolsAnswer
        {
            View = views.ForFacilitator(id, workshop, states, version),
            Frame = PageFrame.Of(http),
            Links = LinksOf(id, workshop, leading, http),
            Notice = notice,
        }, status);
    }

    public async Task<IResult> Wall(WorkshopId id, Workshop workshop, HttpContext http)
    {
        var (states, version) = await StatesOf(id, workshop);
        var plenary = await grains.GetGrain<IPlenaryGrain>(id.Value).Look();
        var now = new Gathered(id, workshop, plenary.State, states, version + plenary.Version);
        return Page.Of(new WallPage
        {
            View = views.ForWall(id, workshop, states, await ShownOf(id), now.Version),
            Plenary = now.IsPlenary ? views.Plenary.ScreenOf(now) : null,
            Frame = PageFrame.Of(http),
            Links = LinksOf(id, workshop, LeadingRole.Nobody, http),
        });
    }

    public async Task<(Dictionary<TableId, Table> States, long Version)> StatesOf(WorkshopId id, Workshop workshop)
    {
        var answers = await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()));
        var states = workshop.Tables.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second.State);
        var own = await grains.GetGrain<IWorkshopGrain>(id.Value).Look();
        var shown = await grains.GetGrain<IPublicationsGrain>(id.Value).Look();
        return (states, own.Version + own.State.ErasedEvents + shown.Version + answers.Sum(answer => answer.Version));
    }

    /// <summary>What was shown of people so far.</summary>
    public async Task<Publications> ShownOf(WorkshopId id) => (await grains.GetGrain<IPublicationsGrain>(id.Value).Look()).State;

    private FacilitatorLinks LinksOf(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http) => new(
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
