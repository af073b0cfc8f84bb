using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>The page of who leads, and of it what is only theirs.</summary>
public sealed class FacilitatorPages(WorkshopStates workshops, LeadingViews views, LinkBook links)
{
    public async Task<IResult> Facilitator(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http, Notice? notice, int status = StatusCodes.Status200OK)
    {
        var (states, version) = await workshops.Of(id, workshop);
        return Page.Of(new FacilitatorPage
        {
            View = views.ForFacilitator(id, workshop, states, version),
            Frame = PageFrame.Of(http),
            Links = links.Of(id, workshop, leading, http),
            Notice = notice,
        }, status);
    }

    /// <summary>The facilitator's own part: tools and links, without the radar, which comes by itself.</summary>
    public async Task<IResult> Tools(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http, Notice? notice, int status)
    {
        var (states, version) = await workshops.Of(id, workshop);
        return Page.Of(new ToolsAnswer
        {
            View = views.ForFacilitator(id, workshop, states, version),
            Frame = PageFrame.Of(http),
            Links = links.Of(id, workshop, leading, http),
            Notice = notice,
        }, status);
    }
}
