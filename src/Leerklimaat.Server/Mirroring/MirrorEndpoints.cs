using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Mirroring;

/// <summary>The mirror in which a learning professional looks at their own work, for anybody (O1). What they fill in never comes here.</summary>
public static class MirrorEndpoints
{
    public static void MapMirroring(this IEndpointRouteBuilder app) => app.MapGet("/mirror", (HttpContext http) => Page.Of(new MirrorPage { Frame = PageFrame.Of(http) })).Behind(Door.Anybody);
}
