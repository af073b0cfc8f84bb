using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>The wall: what everybody in the room sees, on a machine that nobody sits at.</summary>
public sealed class WallRoom(IGrainFactory grains, WorkshopStates workshops, ScreenViews views, LinkBook links, TimeProvider time)
{
    public Task<IResult> Show(WorkshopId id, HttpContext http)
    {
        var (workshop, leads) = (Entrance.Of(http).Workshop, Entrance.Of(http).Leading is not null);
        return PageOf(id, workshop, http, leads ? "steering/live" : "live", leads ? SteeringView.StepsOf(id, workshop) : null);
    }

    /// <summary>What is on the wall, small, on the page of who leads.</summary>
    public Task<IResult> Picture(WorkshopId id, HttpContext http) => PictureOf(id, Entrance.Of(http).Workshop, http, "live");

    /// <summary>What the next step would bring there.</summary>
    public Task<IResult> NextPicture(WorkshopId id, HttpContext http) => PictureOf(id, Entrance.Of(http).Workshop.Foreseen(time.GetUtcNow()), http, "pictures/next/live");

    private Task<IResult> PictureOf(WorkshopId id, Workshop workshop, HttpContext http, string stream)
    {
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.InAFrameOfOurs;
        return PageOf(id, workshop, http, stream, steering: null);
    }

    private async Task<IResult> PageOf(WorkshopId id, Workshop workshop, HttpContext http, string stream, SteeringView? steering)
    {
        var (states, version) = await workshops.Of(id, workshop);
        var plenary = await grains.GetGrain<IPlenaryGrain>(id.Value).Look();
        var now = new Gathered(id, workshop, plenary.State, states, version + plenary.Version);
        return Page.Of(new WallPage
        {
            View = views.ForWall(id, workshop, states, await workshops.ShownOf(id), now.Version),
            Plenary = now.IsPlenary ? views.Plenary.ScreenOf(now) : null,
            Frame = PageFrame.Of(http),
            Joining = new(workshop.IsJoiningShown),
            Steering = steering,
            Stream = stream,
            Links = links.Of(id, workshop, LeadingRole.Nobody, http),
        });
    }

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Wall(id, Leaders.Language, views, HasSteps: false, IsForeseen: false, time));

    /// <summary>The same in a browser that leads, from where a clicker steps through the programme.</summary>
    public Task LiveWithSteps(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Wall(id, Leaders.Language, views, HasSteps: true, IsForeseen: false, time));

    public Task LiveNext(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Wall(id, Leaders.Language, views, HasSteps: false, IsForeseen: true, time));
}
