using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Following;

/// <summary>Looking on: at the wall, on one's own device without a pawn, and back at what was.</summary>
public static class FollowingEndpoints
{
    public static void AddFollowing(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<RadarViews>().AddSingleton<ScreenViews>().AddSingleton<WallRoom>().AddSingleton<FollowingRoom>().AddSingleton<Transcript>();

    public static void MapFollowing(this IEndpointRouteBuilder app)
    {
        var wall = app.MapGroup("/workshops/{id:guid}/screen").Behind(Door.SeesTheWall);
        wall.MapGet("", (Guid id, HttpContext http, WallRoom room) => room.Show(new(id), http));
        wall.MapGet("/live", (Guid id, HttpContext http, WallRoom room, LiveFeed feed) => room.Live(new(id), http, feed));

        // Who leads no more sees no more of what comes.
        app.MapGet("/workshops/{id:guid}/screen/steering/live", (Guid id, HttpContext http, WallRoom room, LiveFeed feed) => room.LiveWithSteps(new(id), http, feed)).Behind(Door.Leads);

        var pictures = app.MapGroup("/workshops/{id:guid}/screen/pictures").Behind(Door.Leads);
        pictures.MapGet("/now", (Guid id, HttpContext http, WallRoom room) => room.Picture(new(id), http));
        pictures.MapGet("/next", (Guid id, HttpContext http, WallRoom room) => room.NextPicture(new(id), http));
        pictures.MapGet("/next/live", (Guid id, HttpContext http, WallRoom room, LiveFeed feed) => room.LiveNext(new(id), http, feed));

        var room = app.MapGroup("/workshops/{id:guid}").Behind(Door.InTheRoom);
        room.MapGet("/follow", (HttpContext http, FollowingRoom following) => following.Show(http));
        room.MapGet("/follow/live", (Guid id, HttpContext http, FollowingRoom following, LiveFeed feed) => FollowingRoom.Live(http, feed, following.Followers(new(id))));
        room.MapGet("/follow/bar/live", (Guid id, HttpContext http, LiveFeed feed) => FollowingRoom.Live(http, feed, FollowingRoom.LookingBack(new(id))));
        room.MapGet("/transcript", (HttpContext http, FollowingRoom following) => following.Read(http));
    }
}
